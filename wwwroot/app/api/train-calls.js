// The calls of the training chapter.

/** @typedef {import("./client.js").Call} Call */

/** @type {Call} */
export const datasets = { route: "catalog/datasets" };

/** @typedef {{ resolution: number, sides: Record<string, [number, number]> | null }} Sight what is seen of the model: places along an axis, and from where to where */

/** @param {Record<string, unknown>} body @param {Sight} sight @returns {Call} */
export const train = (body, { resolution, sides }) => ({ route: "train/stream", body: { ...body, draw: { resolution, ...(sides === null ? {} : { window: sides }) } } });

/** The same training, answered at once, for a program. @param {Record<string, unknown>} body @returns {Call} */
export const trainAtOnce = (body) => ({ route: "train", body });

/** What a definition's names are. @param {string} definition @param {Record<string, number[]>} shapes @returns {Call} */
export const names = (definition, shapes) => ({ route: "parse", body: { function: definition, ...(Object.keys(shapes).length > 0 ? { shapes } : {}) } });

/**
 * A loss at some weights, node by node, forwards and backwards, for one example.
 * @param {string} definition @param {Record<string, unknown>} data @param {Record<string, unknown>} point @returns {Call}
 */
export const exampleGraph = (definition, data, point) => ({ route: "graph", body: { function: definition, data, point } });

/**
 * One step of plain descent on one example.
 * @param {string} definition @param {Record<string, unknown>} data @param {Record<string, unknown>} start @param {number} rate @returns {Call}
 */
export const exampleStep = (definition, data, start, rate) => ({
  route: "descent",
  body: { function: definition, data, start, optimizer: { name: "gradient_descent", lr: rate }, steps: 1 },
});
