// What the check of a line says about it.
import { format } from "./numbers.js";

/** @typedef {{ kind: "proven" | "checked" | "doubtful" | "unchecked", words: string }} Proof */

/** From here on a difference is more than rounding can make of one line. */
const doubt = 1e-8;

/**
 * @param {number} residual the largest difference found between the two sides; 0 where they are one by identity, NaN where nothing could be compared
 * @param {boolean} [equal] whether the line says that both sides are equal
 * @returns {Proof}
 */
export function proofOf(residual, equal = true) {
  if (residual === 0) return { kind: "proven", words: equal ? "Equal by identity" : "Holds by identity" };
  if (Number.isNaN(residual)) return { kind: "unchecked", words: "Not checked: no point could be used" };
  const most = format(roundedUp(residual), 1);
  return residual <= doubt ? { kind: "checked", words: `Checked: off by at most ${most}` } : { kind: "doubtful", words: `Do not rely on this line: the sides differ by up to ${most}` };
}

/** To one digit, never below. @param {number} value */
function roundedUp(value) {
  if (!Number.isFinite(value)) return value;
  const power = 10 ** Math.floor(Math.log10(value));
  return Number((Math.ceil(Number((value / power).toPrecision(12))) * power).toPrecision(1));
}
