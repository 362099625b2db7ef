// The calls the page makes, one for each route it uses.

/** @typedef {import("./client.js").Call} Call */
/** @typedef {[number, number]} Interval */
/** @typedef {Record<string, number>} Point */
/** @typedef {import("../math/dataset.js").Value} Value */
/** @typedef {Record<string, Value>} AnyPoint */

/**
 * @typedef {object} Reading a definition as the service read it
 * @property {string} definition the text
 * @property {AnyPoint} data values of names that are constants
 * @property {Record<string, number[]>} [shapes] lengths of vectors and matrices whose values are not sent along
 * @property {AnyPoint} [values] values given for variables that are vectors or matrices
 * @property {string} name
 * @property {string[]} variables in the order in which the service has them
 * @property {string[]} [axes] the same in the order in which they are drawn, where that is another
 * @property {string} [difference] of an equation: its left side minus its right as a definition, in place of which `definition` is the equation
 */

/** @param {Pick<Reading, "definition" | "data" | "shapes">} reading */
export const about = ({ definition, data, shapes = {} }) => ({
  function: definition,
  ...(Object.keys(data).length > 0 ? { data } : {}),
  ...(Object.keys(shapes).length > 0 ? { shapes } : {}),
});

/** @param {Pick<Reading, "definition" | "data" | "shapes">} reading @returns {Call} */
export const parse = (reading) => ({ route: "parse", body: about(reading) });

/** @param {Reading} reading @returns {Call} */
export const evaluate = (reading) => ({ route: "evaluate", body: about(reading) });

/** @param {Reading} reading @param {number} point @returns {Call} */
export const derivative = (reading, point) => ({ route: "derivative", body: { ...about(reading), point } });

/** How the derivative comes about, rule by rule. @param {Reading} reading @returns {Call} */
export const derivativeSteps = (reading) => ({ route: "derivative", body: { ...about(reading), steps: true } });

/** The derivative from first principles. @param {Reading} reading @param {number} point @returns {Call} */
export const derivativeLimit = (reading, point) => ({ route: "derivative/limit", body: { ...about(reading), point } });

/** @param {Reading} reading @param {number} point @returns {Call} */
export const chainRule = (reading, point) => ({ route: "chain-rule", body: { ...about(reading), point } });

/** @param {Reading} reading @param {number[]} points @returns {Call} */
export const derivatives = (reading, points) => ({ route: "derivative", body: { ...about(reading), points } });

/** A derivative of any order; with points its values there. @param {Reading} reading @param {number} order @param {number[]} [points] @returns {Call} */
export const derivativeOf = (reading, order, points) => ({ route: "derivative", body: { ...about(reading), order, ...(points ? { points } : {}) } });

/** @param {Reading} reading @param {{ point: number, order: number, radius: number }} expansion @returns {Call} */
export const taylor = (reading, { point, order, radius }) => ({ route: "taylor", body: { ...about(reading), point, order, radius } });

/** The discussion of a curve over a part of the axis. @param {Reading} reading @param {Interval} x @param {boolean} [steps] @returns {Call} */
export const discussion = (reading, x, steps = false) => ({ route: "critical-points", body: { ...about(reading), box: { [reading.variables[0]]: x }, steps } });

/** The slope of a curve that an equation describes, at the point of the curve that is nearest by. @param {Reading} reading @param {Point} point @returns {Call} */
export const implicit = (reading, point) => ({
  route: "implicit",
  body: { ...about(reading), variable: reading.variables[0], of: reading.variables[1], point, ontoCurve: true },
});

/** The function as a program. @param {Reading} reading @param {string} language @param {"value" | "gradient" | "hessian"} of @returns {Call} */
export const code = (reading, language, of) => ({ route: "code", body: { ...about(reading), language, of } });

/** @param {Reading} reading @param {number} point @returns {Call} */
export const numericDerivative = (reading, point) => ({ route: "derivative/numeric", body: { ...about(reading), point } });

/** @param {Reading} reading @param {Interval} points @returns {Call} */
export const slope = (reading, [from, to]) => ({ route: "slope", body: { ...about(reading), from, to } });

/** @param {Reading} reading @param {Interval} x @param {"value" | "gradient"} of @returns {Call} */
export const curve = (reading, x, of) => ({
  route: "sample",
  body: { ...about(reading), window: { [reading.variables[0]]: x }, resolution: 400, of },
});

/** @param {Reading} reading @param {{ x: Interval, y: Interval }} view @returns {Call} */
export const grid = (reading, { x, y }) => ({
  route: "sample",
  body: { ...about(reading), window: { [reading.variables[0]]: x, [reading.variables[1]]: y }, resolution: 101 },
});

/** @param {Reading} reading @param {AnyPoint} point @returns {Call} */
export const hessian = (reading, point) => ({ route: "hessian", body: { ...about(reading), point } });

/** @param {Reading} reading @param {AnyPoint} point @returns {Call} */
export const graph = (reading, point) => ({ route: "graph", body: { ...about(reading), point } });

/** @param {Reading} reading @param {AnyPoint} point @returns {Call} */
export const gradient = (reading, point) => ({ route: "gradient", body: { ...about(reading), point } });

/** @param {Reading} reading @param {AnyPoint | null} point null where only formulas are claimed @param {Record<string, import("../math/dataset.js").Value | string>} claimed values or formulas, by variable @returns {Call} */
export const gradientCheck = (reading, point, claimed) => ({ route: "gradient-check", body: { ...about(reading), ...(point === null ? {} : { point }), claimed } });

/** How one partial derivative comes about. @param {Reading} reading @param {string} variable @returns {Call} */
export const partialSteps = (reading, variable) => ({ route: "gradient", body: { ...about(reading), variables: [variable], steps: true } });

/** @type {Call} */
export const functions = { route: "catalog/functions" };

/** @type {Call} */
export const optimizers = { route: "catalog/optimizers" };

/** @type {Call} */
export const examples = { route: "catalog/examples" };
