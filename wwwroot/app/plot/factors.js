// Factors as bars from 1: to the left what shrinks a product, to the right what makes it grow. Lengths are logarithms, so that they add up.

/** @typedef {{ from: number, to: number, kind: "shrinks" | "grows" | "vanishes" | "explodes" | "undefined" }} Bar */

/** The decades shown on either side at least and at most. */
const [least, most] = [1, 12];

/**
 * @param {readonly number[]} factors
 * @returns {{ decades: number, bars: Bar[] }} bars in hundredths of the width, 1 at 50
 */
export function factorBars(factors) {
  const lengths = factors.map((factor) => Math.log10(Math.abs(factor)));
  const longest = lengths.filter(Number.isFinite).reduce((far, length) => Math.max(far, Math.abs(length)), least);
  const decades = Math.min(most, Math.ceil(longest));
  const at = (/** @type {number} */ length) => 50 + 50 * Math.min(1, Math.max(-1, length / decades));
  return { decades, bars: lengths.map((length) => ({ from: Math.min(50, at(length)) || 0, to: Math.max(50, at(length)) || 0, kind: kindOf(length) })) };
}

/** @param {number} length @returns {Bar["kind"]} */
function kindOf(length) {
  if (Number.isNaN(length)) return "undefined";
  if (!Number.isFinite(length)) return length < 0 ? "vanishes" : "explodes";
  return length < 0 ? "shrinks" : "grows";
}
