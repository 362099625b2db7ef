// A descent in words and as a table.
import { format, toNumber } from "./numbers.js";
import { inLine } from "./values.js";

/** @typedef {any} Trajectory the answer of the service */

/** So many lines has the table at most, and the last step. */
const mostRows = 250;

/** Whether a start has a coordinate for each variable: an example sets both before its function has been read. @param {readonly string[]} variables @param {Record<string, number>} start */
export const covers = (variables, start) => variables.every((name) => name in start);

/** @param {number} count */
const steps = (count) => (count === 1 ? "1 step" : `${count} steps`);

/** What came of it. @param {Trajectory} trajectory @param {readonly string[]} variables */
export function outcomeOf({ stop, diagnosis, step, points, value }, variables) {
  const word = diagnosis?.verdict ?? stop.reason;
  const end = variables.map((name) => inLine(points[name].at(-1), 5)).join(", ");
  return {
    verdict: `${word[0].toUpperCase()}${word.slice(1)}.`,
    reason: stop.message,
    end: `After ${steps(step.at(-1))}: (${end}), value ${format(toNumber(value.at(-1)), 5)}.`,
    explanation: diagnosis?.explanation ?? "",
    suggestedRate: typeof diagnosis?.suggestedRate === "number" ? diagnosis.suggestedRate : null,
  };
}

/** A chart in words. @param {number[]} values @param {number} last the last step @param {boolean} log whether the axis is logarithmic @param {string} [what] */
export function describeSeries(values, last, log, what = "The value") {
  const [from, to] = [values[0], values[values.length - 1]];
  const course = to < from ? "falls" : to > from ? "rises" : "goes";
  return `${what} ${course} from ${format(from)} to ${format(to)} over ${steps(last)}${log ? ", on a logarithmic axis" : ""}.`;
}

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
