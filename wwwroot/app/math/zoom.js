// How far a gesture scales what is shown.

/** One notch of a wheel. */
const notch = Math.log2(1.2);

/** By how many doublings a turn of the wheel scales; two fingers on a pad send many small turns. @param {{ deltaY: number, deltaMode: number }} event */
export function doublings({ deltaY, deltaMode }) {
  const pixels = deltaMode === 0 ? deltaY : deltaY * 33; // lines and pages are notches
  const size = Math.abs(pixels) >= 40 ? notch : (Math.abs(pixels) / 40) * notch;
  return -Math.sign(pixels) * size;
}

/** @typedef {{ x: number, y: number }} Spot */
/** @typedef {[number, number]} Interval */

/**
 * The view in which the places under two fingers stay under them; both axes are scaled alike.
 * @param {{ left: number, right: number, top: number, bottom: number, xAt: (pixel: number) => number, yAt: (pixel: number) => number }} frame
 * @param {Spot[]} from @param {Spot[]} to
 * @returns {{ x: Interval, y: Interval }}
 */
export function pinched(frame, [a, b], [c, d]) {
  const apart = (/** @type {Spot} */ one, /** @type {Spot} */ other) => Math.max(20, Math.hypot(one.x - other.x, one.y - other.y));
  const scale = apart(a, b) / apart(c, d);
  const before = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const now = { x: (c.x + d.x) / 2, y: (c.y + d.y) / 2 };
  const across = (/** @type {number} */ pixel) => frame.xAt(before.x + (pixel - now.x) * scale);
  const up = (/** @type {number} */ pixel) => frame.yAt(before.y + (pixel - now.y) * scale);
  return { x: [across(frame.left), across(frame.right)], y: [up(frame.bottom), up(frame.top)] };
}
