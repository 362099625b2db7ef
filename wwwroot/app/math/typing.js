// What typing leaves of the rest of the page's memory: a function that is another has other constants, data and surroundings.
import { namesIn, readDataset } from "./dataset.js";

/** @typedef {import("../state.js").State} State */

/**
 * Whether a text is another function, and not the old one edited: next to nothing of the old one is left of it.
 * @param {string} before @param {string} after
 */
export function isAnother(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return start + end < before.length / 3;
}

/**
 * A reading in place of what was read: in brackets where the text around it would tear it apart. A power belongs to the last letter, as it is written: `ax^2` as a product is `a*x^2`.
 * @param {string} text @param {{ start: number, end: number }} span @param {string} reading
 */
export function inPlace(text, { start, end }, reading) {
  const isFree = /(?:^|[=+(,;\n])\s*$/.test(text.slice(0, start)) && /^\s*(?:$|[+\-),;\n])/.test(text.slice(end));
  return isFree || /^\s*(?:\^|\*\*)/.test(text.slice(end)) ? reading : `(${reading})`;
}

/**
 * Whether data were pasted for a function: it uses what they name, and of a table more than one column, or all there is.
 * @param {string} dataset @param {string} definition
 */
export function belong(dataset, definition) {
  try {
    const used = Object.keys(readDataset(dataset, definition).values);
    const columns = dataset.split(/\r?\n/).find((line) => line.trim() !== "" && !line.includes("="))?.split(/[;\t,]/).length ?? 1;
    const names = namesIn(definition);
    return used.filter((name) => names.has(name)).length >= Math.min(2, columns) && used.every((name) => names.has(name));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false; // data that can't be read are still being written
  }
}

/**
 * What changes as somebody types.
 * @param {State} state before @param {string} text now @param {boolean} owned whether the data belong to the function that was there
 * @returns {Partial<State>}
 */
export function afterTyping(state, text, owned) {
  // Another curve has another height: what was clicked and zoomed to for the last one says nothing about it.
  const always = { function: text, y: null, start: null };
  if (!isAnother(state.function, text)) {
    const named = namesIn(text);
    return { ...always, data: Object.fromEntries(Object.entries(state.data).filter(([name]) => named.has(name))) };
  }
  return { ...always, data: {}, x: null, at: {}, dir: {}, claims: {}, ...(owned ? { dataset: "" } : {}), ...(state.points.every((x) => Math.abs(x) <= 5) ? {} : { points: /** @type {[number, number]} */ ([1, 3]) }) };
}
