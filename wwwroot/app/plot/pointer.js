// The arrow of a direction in a landscape: as long as it is where that can be seen and reached.

/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {{ x: number, y: number }} Spot */

/**
 * Where the arrow ends. A very short or a very long one is drawn at a length that can be taken hold of.
 * @param {Pick<Frame, "pixel" | "width" | "height">} frame @param {Spot} tail in pixels @param {[number, number]} direction in the plane
 * @returns {{ tip: Spot, length: number, true: boolean }} true: whether it is as long as the direction
 */
export function pointerIn(frame, tail, [u, v]) {
  const [x, y] = [u / frame.pixel.x, -v / frame.pixel.y];
  const size = Math.hypot(x, y);
  const length = Math.min(Math.max(size, 48), 0.42 * Math.min(frame.width, frame.height));
  return { tip: { x: tail.x + (x / size) * length, y: tail.y + (y / size) * length }, length, true: Math.abs(length - size) < 0.5 };
}

/** The direction from a spot to another, in the plane. @param {Pick<Frame, "pixel">} frame @param {Spot} tail @param {Spot} tip @returns {[number, number]} */
export const directionTo = (frame, tail, tip) => [(tip.x - tail.x) * frame.pixel.x, (tail.y - tip.y) * frame.pixel.y];

/**
 * The terms of a sum as bars that go on where the one before ended.
 * @param {readonly number[]} terms @param {number} sum
 * @returns {{ zero: number, bars: { from: number, to: number, rises: boolean }[], total: { from: number, to: number, rises: boolean } }} in hundredths of the width
 */
export function waterfall(terms, sum) {
  const ends = terms.reduce((/** @type {number[]} */ all, term) => [...all, all[all.length - 1] + term], [0]);
  const all = [...ends, sum].filter(Number.isFinite);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const at = (/** @type {number} */ value) => (high > low ? 2 + (96 * (value - low)) / (high - low) : 50);
  const bar = (/** @type {number} */ from, /** @type {number} */ to) => ({ from: Math.min(at(from), at(to)), to: Math.max(at(from), at(to)), rises: to >= from });
  return { zero: at(0), bars: terms.map((_, i) => bar(ends[i], ends[i + 1])), total: bar(0, sum) };
}
