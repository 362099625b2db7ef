// What a stream of a training tells, step by step, and what is said of it.
import { format, toNumber } from "./numbers.js";

/**
 * @typedef {object} Score
 * @property {number} loss
 * @property {number | null} error percent of the examples that were taken for another class; null for quantities
 * @property {number | null} deviation the root of the mean squared error; null for classes
 */

/**
 * @typedef {object} Frame a kept step
 * @property {number} step
 * @property {Record<string, any>} weights by name
 * @property {Record<string, any>} gradient what the last step before it went by
 * @property {Record<string, any>} change what that step added
 * @property {number} gradientNorm
 * @property {number} rate
 * @property {Score} train
 * @property {Score | null} test
 * @property {number[][] | null} predictions for each output what is predicted at every place
 */

/** The frames of an event named step. @param {any} event @returns {Frame[]} */
export function framesOf({ steps, metrics, drawn }) {
  const at = (/** @type {Record<string, any[]>} */ columns, /** @type {number} */ i) => Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[i]]));
  return steps.step.map((/** @type {number} */ step, /** @type {number} */ i) => ({
    step,
    weights: at(steps.points, i),
    gradient: at(drawn.gradient, i),
    change: at(drawn.change, i),
    gradientNorm: toNumber(steps.gradientNorm[i]),
    rate: toNumber(steps.learningRate[i]),
    train: scoreAt(metrics.train, i),
    test: metrics.test ? scoreAt(metrics.test, i) : null,
    predictions: drawn.predictions ? drawn.predictions[i].map((/** @type {any[]} */ output) => output.map(toNumber)) : null,
  }));
}

/** @param {any} columns @param {number} i @returns {Score} */
const scoreAt = (columns, i) => ({
  loss: toNumber(columns.loss[i]),
  error: columns.errorPercent ? toNumber(columns.errorPercent[i]) : null,
  deviation: columns.rootMeanSquare ? toNumber(columns.rootMeanSquare[i]) : null,
});

/** How well it does, in a few words. @param {Frame} frame */
export function standing({ train, test }) {
  const of = (/** @type {Score} */ { loss, error, deviation }) =>
    error !== null ? `${format(error, 3)} % wrong` : deviation !== null ? `off by ${format(deviation, 3)}` : `loss ${format(loss, 3)}`;
  return test === null ? of(train) : `${of(train)} · new examples: ${of(test)}`;
}

/** What is said when it is over. @param {any} answer what the event named end says */
export function ending(answer) {
  const { stop, diagnosis } = answer.trajectory;
  return { reason: String(stop.message), explanation: String(diagnosis?.explanation ?? ""), failed: stop.reason === "diverged" };
}

/** How much longer; 0 where nothing is known yet. @param {number} done @param {number} all @param {number} seconds that it has taken */
export const secondsLeft = (done, all, seconds) => (done <= 0 || done >= all ? 0 : (seconds * (all - done)) / done);

/** How much longer, in words; empty where it is soon or nothing is known yet. @param {number} done @param {number} all @param {number} seconds that it has taken */
export function timeLeft(done, all, seconds) {
  if (seconds < 1) return "";
  const left = secondsLeft(done, all, seconds);
  if (left < 1) return "";
  return left < 90 ? `about ${Math.ceil(left)} s left` : `about ${Math.ceil(left / 60)} min left`;
}

/** What is said of work that goes on without the page. @param {{ state: string, secondsLeft: number | null }} progress */
export function runSaid({ state, secondsLeft }) {
  if (state === "queued") return "waits for its turn";
  const left = secondsLeft === null || secondsLeft < 1 ? "" : secondsLeft < 90 ? `about ${Math.ceil(secondsLeft)} s left; ` : `about ${Math.ceil(secondsLeft / 60)} min left; `;
  return `${left}goes on if you leave, and this link leads back to it`;
}

/** The frames of a training that was answered at once. @param {any} answer @returns {Frame[]} */
export const framesOfAnswer = ({ trajectory, metrics, drawn }) => framesOf({ steps: trajectory, metrics, drawn });

/**
 * One number after the other with its name, such as W1[2, 1]. @param {Record<string, any>} values
 * @returns {{ name: string, value: number }[]}
 */
export function entriesOf(values) {
  /** @type {{ name: string, value: number }[]} */
  const entries = [];
  for (const [name, value] of Object.entries(values)) {
    if (!Array.isArray(value)) entries.push({ name, value: toNumber(value) });
    else value.forEach((row, i) => {
      if (Array.isArray(row)) row.forEach((each, j) => entries.push({ name: `${name}[${i + 1}, ${j + 1}]`, value: toNumber(each) }));
      else entries.push({ name: `${name}[${i + 1}]`, value: toNumber(row) });
    });
  }
  return entries;
}
