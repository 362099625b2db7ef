// A Taylor polynomial beside its function: the band in which the function lies, and what is said of it.
import { format, toNumber } from "./numbers.js";
import { heightAt } from "./windows.js";

/** @typedef {import("./windows.js").Segment} Segment */
/** @typedef {{ from: number, to: number, bound?: number | string, largestError?: number | string, reason?: string }} Remainder */

export const highestOrder = 20;

/**
 * The upper and the lower edge of the band around a polynomial that is as wide as its bound; null where there is none.
 * @param {Segment[]} polynomial as it is drawn @param {Remainder} remainder
 * @returns {{ x: number[], low: number[], high: number[] } | null}
 */
export function bandOf(polynomial, { from, to, bound }) {
  const width = toNumber(bound);
  if (!Number.isFinite(width)) return null;
  const inside = polynomial.flatMap(({ x }) => x).filter((x) => x > from && x < to);
  const x = [from, ...inside, to].filter((at) => heightAt(polynomial, at) !== null);
  if (x.length < 2) return null;
  const heights = x.map((at) => /** @type {number} */ (heightAt(polynomial, at)));
  return { x, low: heights.map((height) => height - width), high: heights.map((height) => height + width) };
}

/** What the polynomial leaves out, in a sentence or two. @param {Remainder} remainder */
export function errorSaid({ from, to, bound, largestError, reason }) {
  const stretch = `Between ${format(from, 4)} and ${format(to, 4)}`;
  const [most, found] = [toNumber(bound), toNumber(largestError)];
  if (most === 0) return `${stretch} the polynomial is the function itself.`;
  if (Number.isFinite(most)) return `${stretch} Lagrange's remainder stays below about ${format(most, 2)}.${Number.isFinite(found) ? ` The largest error found there is ${format(found, 2)}.` : ""}`;
  return `${stretch} there is no bound. ${reason ?? ""}${Number.isFinite(found) ? ` The largest error found there is ${format(found, 2)}.` : ""}`.trim();
}

/** The order in words. @param {number} order */
export const orderSaid = (order) =>
  ["the value at P alone", "value and slope: the tangent", "value, slope and bend: a parabola"][order] ?? `${order + 1} derivatives at P agree, the value among them`;
