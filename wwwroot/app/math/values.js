// Numbers, vectors and matrices in words.
import { format, toNumber } from "./numbers.js";

const most = 6;

/** A value in one line; long ones are cut. @param {any} value @param {number} [digits] @returns {string} */
export function inLine(value, digits = 4) {
  if (!Array.isArray(value)) return format(toNumber(value), digits);
  const shown = value.slice(0, most).map((entry) => inLine(entry, digits));
  return `[${shown.join(", ")}${value.length > most ? `, … (${value.length})` : ""}]`;
}
