// The guided tours, in the order of the chapters: each sets the page's state step by step, says one thing, and asks one question.
import { learning } from "./learning.js";
import { oneVariable } from "./one-variable.js";
import { severalVariables } from "./several-variables.js";

/**
 * @typedef {object} Step
 * @property {Record<string, any>} state what of the page's state it sets; the rest is as it is at first
 * @property {string} say
 * @property {string} ask
 * @property {string} answer
 * @property {string} [look] what of the page it speaks of
 *
 * @typedef {object} Tour
 * @property {string} name
 * @property {string} title
 * @property {readonly Step[]} steps
 */

/** @type {readonly Tour[]} */
const all = [...oneVariable, ...severalVariables, ...learning];

/** In the order in which one needs the other. @type {readonly Tour[]} */
export const tours = ["slope", "limit", "partials", "uphill", "minimum", "descent", "chain-rule", "network"].map((name) => /** @type {Tour} */ (all.find((tour) => tour.name === name)));

/** What the address says of a tour: its name and its step, counted from 1. @param {string} text @returns {{ tour: Tour, at: number } | null} */
export function placeIn(text) {
  const [name, step] = text.split("~");
  const tour = tours.find((each) => each.name === name);
  const at = Number(step) - 1;
  return tour !== undefined && Number.isInteger(at) && at >= 0 && at < tour.steps.length ? { tour, at } : null;
}

/** @param {Tour} tour @param {number} at */
export const written = (tour, at) => `${tour.name}~${at + 1}`;
