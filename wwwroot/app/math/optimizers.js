// The optimizers of the service's catalogue, as the page offers them.
import { readNumber } from "./numbers.js";

/**
 * @typedef {object} Optimizer
 * @property {string} name
 * @property {string} title
 * @property {string} [sameAs] another optimizer that makes the same updates: one of the two is enough for a choice
 * @property {string} sentence
 * @property {{ name: string, default: unknown, range?: string, sentence?: string }[]} parameters
 */

/** Those to choose among. @param {readonly Optimizer[]} all */
export const offered = (all) => all.filter(({ sameAs }) => sameAs === undefined);

/**
 * The optimizer meant by a name: itself, the one that it is the same as, or the first where there is none of that name.
 * @param {readonly Optimizer[]} all at least one that is offered @param {string} name
 */
export function chosen(all, name) {
  const named = all.find((each) => each.name === name);
  const meant = named?.sameAs ?? name;
  const choice = offered(all);
  return choice.find((each) => each.name === meant) ?? choice[0];
}

/** The learning rate that an optimizer has by itself; null where it takes none. @param {Optimizer} optimizer */
export function usualRate({ parameters }) {
  const rate = parameters.find(({ name }) => name === "lr")?.default;
  return typeof rate === "number" && rate > 0 ? rate : null;
}

/** The rates to choose among: from a hundredth of the usual one to a thousand times as much. @param {number} usual */
export const ratesAround = (usual) => ({ low: Number((usual / 100).toPrecision(12)), high: Number((usual * 1000).toPrecision(12)) });

/**
 * The rate to go on with when another optimizer is chosen: who had not touched the rate gets the usual one of the next.
 * @param {number} rate @param {Optimizer} before @param {Optimizer} next
 */
export const rateFor = (rate, before, next) => (rate === usualRate(before) ? (usualRate(next) ?? rate) : rate);

/** The parameters beside the learning rate, which has a slider of its own. @param {Optimizer} optimizer */
export const knobsOf = ({ parameters }) => parameters.filter(({ name }) => name !== "lr");

/** A parameter's value as it is typed: a number, numbers with commas between them, or yes and no. @param {unknown} value */
export const typed = (value) => (Array.isArray(value) ? value.join(", ") : String(value));

/**
 * What was typed for a parameter as a request says it; null where it is not of the parameter's kind.
 * @param {unknown} usual the parameter's default @param {string} text @returns {number | boolean | string | number[] | null}
 */
export function untyped(usual, text) {
  if (typeof usual === "boolean") return text === "true";
  if (typeof usual === "string") return text;
  if (!Array.isArray(usual)) return readNumber(text);
  const numbers = text.split(/[,;]\s*|\s+/).filter((each) => each !== "").map(readNumber);
  return numbers.includes(null) ? null : /** @type {number[]} */ (numbers);
}

/** The changed parameters of an optimizer as a request says them; what cannot be read or is not the optimizer's is left out.
 * @param {Optimizer} optimizer @param {Record<string, string>} knobs */
export function changedKnobs(optimizer, knobs) {
  /** @type {Record<string, unknown>} */
  const changed = {};
  for (const { name, default: usual } of knobsOf(optimizer)) {
    const value = name in knobs ? untyped(usual, knobs[name]) : null;
    if (value !== null && typed(value) !== typed(usual)) changed[name] = value;
  }
  return changed;
}
