// The calls about functions of several variables: directions, arrows, slices, flat places, races and maps of descents.
import { about } from "./calls.js";

/** @typedef {import("./client.js").Call} Call */
/** @typedef {import("./calls.js").Reading} Reading */
/** @typedef {import("./calls.js").AnyPoint} AnyPoint */
/** @typedef {Record<string, number>} Point */
/** @typedef {[number, number]} Interval */
/** @typedef {{ name: string, [parameter: string]: unknown }} Rule an optimizer with its parameters */

/** @param {Reading} reading @param {AnyPoint} point @param {Point} direction @returns {Call} */
export const slopeAlong = (reading, point, direction) => ({ route: "directional-derivative", body: { ...about(reading), point, direction } });

/** How the slope along a direction comes about. @param {Reading} reading @param {AnyPoint} point @param {Point} direction @returns {Call} */
export const slopeAlongSteps = (reading, point, direction) => ({ route: "directional-derivative", body: { ...about(reading), point, direction, steps: true } });

/** The terms of a sum of products, one by one. @param {readonly number[]} slopes @param {readonly number[]} steps @returns {Call} */
export const terms = (slopes, steps) => ({ route: "evaluate", body: { function: "terms(slopes, steps) = slopes .* steps", data: { slopes, steps } } });

/** Gradients at many points. @param {Reading} reading @param {readonly Point[]} points @returns {Call} */
export const gradients = (reading, points) => ({ route: "gradient", body: { ...about(reading), points } });

/** The curve along one variable, the others held at their values. @param {Reading} reading @param {string} variable @param {Interval} x @param {Point} at @returns {Call} */
export function slice(reading, variable, x, at) {
  const held = Object.fromEntries(reading.variables.filter((name) => name !== variable).map((name) => [name, at[name]]));
  return { route: "sample", body: { ...about({ ...reading, data: { ...reading.data, ...held } }), window: { [variable]: x }, resolution: 160, of: "value" } };
}

/** The points in a box at which the gradient is zero. @param {Reading} reading @param {Record<string, Interval>} box @returns {Call} */
export const criticalPoints = (reading, box) => ({ route: "critical-points", body: { ...about(reading), box } });

/** Descents from one start under the same conditions. @param {Reading} reading @param {{ start: AnyPoint, rules: readonly Rule[], steps: number, every: number }} race @returns {Call} */
export const race = (reading, { start, rules, steps, every }) => ({
  route: "descent/compare",
  body: { ...about(reading), starts: [start], optimizers: rules, steps, ...(every > 1 ? { record: { every } } : {}) },
});

/**
 * @typedef {{ from: number, to: number, resolution: number, scale?: string, coordinate?: string, parameter?: string }} MapAxis
 * @param {Reading} reading @param {{ start: AnyPoint, rule: Rule, steps: number, axes: readonly MapAxis[] }} map @returns {Call}
 */
export const descentMap = (reading, { start, rule, steps, axes }) => ({ route: "descent/map", body: { ...about(reading), start, optimizer: rule, steps, axes } });
