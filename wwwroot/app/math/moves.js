// Points that are moved by hand.
import { rounded } from "./numbers.js";

/**
 * P and Q after one of them was moved. Where they are one point, P takes Q along: at h = 0 the tangent slides along the curve.
 * @param {[number, number]} points @param {0 | 1} which @param {number} x where it was moved to
 * @returns {[number, number]}
 */
export function moved([p, q], which, x) {
  if (which === 1) return [p, x];
  return [x, p === q ? x : q];
}

/** The stride of an arrow key: a short decimal near four pixels. @param {number} pixel what a pixel is worth */
export function stride(pixel) {
  const power = 10 ** Math.floor(Math.log10(pixel * 4));
  return ([1, 2, 5].find((digit) => digit * power >= pixel * 4) ?? 10) * power;
}

/** A number brought into an interval. @param {number} x @param {[number, number]} interval */
export const within = (x, [low, high]) => Math.min(high, Math.max(low, x));

/** The usual width of the picture, or more, with both points in its middle. @param {[number, number]} points @returns {[number, number]} */
export function windowAround([p, q]) {
  const middle = p / 2 + q / 2;
  const half = Math.max(5, Math.abs(q - p));
  return [rounded(middle - half, half / 100), rounded(middle + half, half / 100)];
}
