// What part of the plane is shown.

/** @typedef {[number, number]} Interval */
/** @typedef {{ x: number[], y: number[], startOpen?: boolean, endOpen?: boolean }} Segment */

/** @param {Interval} interval */
export const span = ([low, high]) => high - low;

/**
 * The interval of y that shows a curve well: all of it, unless a small part of the way takes most of the height
 * (near a pole, say); then the height of the rest, and the curve runs out of the picture.
 * @param {Segment[]} segments @param {Interval} x the part of the axis that is shown
 * @returns {Interval}
 */
export function fitted(segments, x) {
  const heights = evenly(segments, x, 400).sort((a, b) => a - b);
  if (heights.length === 0) return [-1, 1];
  const at = (/** @type {number} */ share) => heights[Math.round(share * (heights.length - 1))];
  let [low, high] = [heights[0], heights[heights.length - 1]];
  const [innerLow, innerHigh] = [at(0.06), at(0.94)];
  const inner = innerHigh - innerLow;
  if (inner > 0 && high - low > 4 * inner) {
    low = Math.max(low, innerLow - 0.5 * inner);
    high = Math.min(high, innerHigh + 0.5 * inner);
  }
  if (low > 0 && low < 0.3 * high) low = 0; // the axis is near: show it
  if (high < 0 && high > 0.3 * low) high = 0;
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low <= 1e-9 * size || high === low) {
    const room = size > 0 ? size / 2 : 1;
    return [low - room, high + room];
  }
  const room = 0.09 * (high - low);
  return [low - room, high + room];
}

/** Heights at even steps along x, so that places sampled densely weigh no more than others.
 * @param {Segment[]} segments @param {Interval} x @param {number} count */
function evenly(segments, [from, to], count) {
  const heights = [];
  for (let i = 0; i <= count; i++) {
    const height = heightAt(segments, from + (i / count) * (to - from));
    if (height !== null && Number.isFinite(height)) heights.push(height);
  }
  return heights;
}

/** The height of a drawn curve at x, by the straight line between the two points drawn; null where nothing is drawn.
 * @param {Segment[]} segments @param {number} x */
export function heightAt(segments, x) {
  for (const { x: X, y: Y } of segments) {
    if (X.length === 0 || x < X[0] || x > X[X.length - 1]) continue;
    let [low, high] = [0, X.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (X[middle] <= x) low = middle;
      else high = middle;
    }
    const width = X[high] - X[low];
    return width > 0 ? Y[low] + ((x - X[low]) / width) * (Y[high] - Y[low]) : Y[low];
  }
  return null;
}

/** The smallest window around both intervals in which one unit is equally long on both axes.
 * @param {Interval} x @param {Interval} y @param {number} aspect width of the picture over its height
 * @returns {{ x: Interval, y: Interval }} */
export function equalUnits(x, y, aspect) {
  const wide = Math.max(span(x), span(y) * aspect);
  return { x: around(middle(x), wide), y: around(middle(y), wide / aspect) };
}

/** Whether two pictures show the same part of the plane. @param {{ x: Interval, y: Interval }} one @param {{ x: Interval, y: Interval }} other */
export const sameView = (one, other) => String([one.x, one.y]) === String([other.x, other.y]);

/** @param {Interval} interval */
const middle = ([low, high]) => (low + high) / 2;

/** @param {number} centre @param {number} width @returns {Interval} */
export const around = (centre, width) => [centre - width / 2, centre + width / 2];

/** The interval scaled about its middle. @param {Interval} interval @param {number} factor @returns {Interval} */
export const scaled = (interval, factor) => around(middle(interval), span(interval) * factor);

/** Whether doubles can still tell the points of an interval apart and hold its ends. @param {Interval} interval */
export function drawable([low, high]) {
  const size = Math.max(Math.abs(low), Math.abs(high));
  return Number.isFinite(low) && Number.isFinite(high) && size < 1e12 && high - low > Math.max(1e-9, size * 1e-9);
}
