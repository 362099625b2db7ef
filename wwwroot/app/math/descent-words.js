// A descent in words and as a table.
import { format, toNumber } from "./numbers.js";
import { inLine } from "./values.js";

/** @typedef {any} Trajectory the answer of the service */

/** So many lines has the table at most, and the last step. */
const mostRows = 250;

/** Whether a start has a coordinate for each variable: an example sets both before its function has been read. @param {readonly string[]} variables @param {Record<string, number>} start */
export const covers = (variables, start) => variables.every((name) => name in start);

/**
 * The steps as the cells of a table, thinned where there are many.
 * @param {Trajectory} trajectory @param {readonly string[]} variables
 * @returns {{ heads: string[], rows: string[][] }}
 */
export function cellsOf({ step, points, value, gradientNorm }, variables) {
  const stride = Math.ceil(step.length / mostRows);
  const shown = step.map((/** @type {number} */ _, /** @type {number} */ i) => i).filter((/** @type {number} */ i) => i % stride === 0 || i === step.length - 1);
  const number = (/** @type {any} */ each) => format(toNumber(each), 5);
  return {
    heads: ["step", ...variables, "value", "|gradient|"],
    rows: shown.map((/** @type {number} */ i) => [String(step[i]), ...variables.map((name) => inLine(points[name][i], 5)), number(value[i]), number(gradientNorm[i])]),
  };
}

/** A coordinate read off a picture, with no more decimals than a pixel tells. @param {number} value @param {number} pixel what a pixel is worth */
export const near = (value, pixel) => Number(value.toFixed(Math.max(0, Math.ceil(-Math.log10(pixel)))));
