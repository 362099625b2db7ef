// Derivatives that a learner claims: what was typed, and where it goes wrong.
import { toNumber } from "./numbers.js";

/** @typedef {import("./dataset.js").Value} Value */

/** What was typed for a variable. @param {Record<string, string>} claims @param {string} variable */
export const textOf = (claims, variable) => (Object.hasOwn(claims, variable) ? claims[variable] : "");

/** The claims after one was typed; an empty field claims nothing. @param {Record<string, string>} claims @param {string} variable @param {string} text */
export function withClaim(claims, variable, text) {
  const others = Object.entries(claims).filter(([each]) => each !== variable);
  return Object.fromEntries(text === "" ? others : [...others, [variable, text]]);
}

/**
 * What is claimed of those variables that there are, as a request says it.
 * @param {Record<string, string>} claims @param {readonly string[]} variables
 */
export const typedFor = (claims, variables) =>
  Object.fromEntries(Object.entries(claims).filter(([name, text]) => variables.includes(name) && text.trim() !== "").map(([name, text]) => [name, readClaim(text)]));

/**
 * A number as a number and an array as an array, so that their digits count; anything else as a formula.
 * @param {string} text @returns {Value | string}
 */
export function readClaim(text) {
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  if (!text.trim().startsWith("[")) return text;
  try {
    const value = JSON.parse(text.replace(/\u2212/g, "-"));
    return isVector(value) || (Array.isArray(value) && value.length > 0 && value.every(isVector)) ? value : text;
  } catch {
    return text; // entries that are no numbers: a vector written as a formula
  }
}

/**
 * The entries of a claim beside the right ones, the largest differences first.
 * @param {{ claimed: any, exact: any, numeric?: any }} component of a vector or a matrix
 * @param {number} most how many
 * @returns {{ place: string, claimed: number, exact: number, numeric: number | null }[]} none where the shapes differ
 */
export function entriesOf({ claimed, exact, numeric }, most) {
  const [c, e, n] = [claimed, exact, numeric].map(flat);
  if (c.length !== e.length || c.some(({ place }, i) => place !== e[i].place)) return [];
  return c.map(({ place, value }, i) => ({ place, claimed: value, exact: e[i].value, numeric: n[i]?.value ?? null }))
    .sort((a, b) => off(b) - off(a))
    .slice(0, most);
}

/** @param {{ claimed: number, exact: number }} entry */
function off({ claimed, exact }) {
  const difference = Math.abs(claimed - exact);
  return Number.isNaN(difference) ? Infinity : difference;
}

/** @param {any} value @returns {{ place: string, value: number }[]} */
function flat(value) {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry, i) =>
    Array.isArray(entry) ? entry.map((each, j) => ({ place: `${i + 1}, ${j + 1}`, value: toNumber(each) })) : [{ place: `${i + 1}`, value: toNumber(entry) }]);
}

/** @param {unknown} value */
function isVector(value) {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "number" && Number.isFinite(each));
}
