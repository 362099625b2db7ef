// The curve on which a sampled function is 0: marching squares, with a straight piece in each cell.

/** @typedef {{ x: number[], y: number[], values: number[] }} Grid values row by row, one row for each y */
/** @typedef {[number, number, number, number]} Piece from x, y to x, y, in the plane */

/**
 * The pieces of the curve. Where the sign changes through a pole there is none.
 * @param {Grid} grid @returns {Piece[]}
 */
export function zeroLine({ x, y, values }) {
  const width = x.length;
  const at = (/** @type {number} */ i, /** @type {number} */ j) => (i < 0 || j < 0 || i >= width || j >= y.length ? NaN : values[j * width + i]);
  /** @type {Piece[]} */
  const pieces = [];
  /** Where an edge from one corner to its neighbour is crossed; null where it is not. @returns {[number, number] | null} */
  const crossing = (/** @type {number} */ i, /** @type {number} */ j, /** @type {number} */ di, /** @type {number} */ dj) => {
    const [a, b] = [at(i, j), at(i + di, j + dj)];
    if (!(a < 0 !== b < 0) || !Number.isFinite(a) || !Number.isFinite(b)) return null;
    // At a root the values go on the way they went; at a pole they go one way on both sides and jump the other way.
    const [before, after, jump] = [a - at(i - di, j - dj), at(i + 2 * di, j + 2 * dj) - b, b - a];
    const isAgainst = (/** @type {number} */ step) => Number.isNaN(step) || step * jump < 0;
    if (isAgainst(before) && isAgainst(after) && Math.abs(jump) > Math.max(Math.abs(before) || 0, Math.abs(after) || 0)) return null;
    const share = a / (a - b);
    return [x[i] + share * (x[i + di] - x[i]), y[j] + share * (y[j + dj] - y[j])];
  };
  for (let j = 0; j + 1 < y.length; j++)
    for (let i = 0; i + 1 < width; i++) {
      const corners = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)];
      if (!corners.every(Number.isFinite)) continue;
      const cuts = [crossing(i, j, 1, 0), crossing(i + 1, j, 0, 1), crossing(i, j + 1, 1, 0), crossing(i, j, 0, 1)];
      const [bottom, right, top, left] = cuts;
      const found = cuts.filter((cut) => cut !== null);
      if (found.length === 2) pieces.push([...found[0], ...found[1]]);
      if (bottom && right && top && left) {
        // Two pieces: which corners they cut off, the middle of the cell tells.
        const middle = corners.reduce((sum, value) => sum + value, 0);
        const pairs = middle < 0 === corners[0] < 0 ? [[bottom, right], [top, left]] : [[bottom, left], [top, right]];
        for (const [p, q] of pairs) pieces.push([...p, ...q]);
      }
    }
  return pieces;
}

/** How low a dip must come to pass for a touch, as a share of how far its walls rise within a cell. */
const closeness = 0.05;

/** How far the parabola through three values next to each other goes below the middle one, where that is the least. @param {number} b @param {number} a @param {number} c */
function dip(b, a, c) {
  const bend = a - 2 * b + c;
  return a >= b && c >= b && bend > 0 ? { depth: (a - c) ** 2 / (8 * bend), wall: Math.max(a, c) } : null;
}

/**
 * A place where the values come to 0, or very near, without a change of sign: a curve may touch there, which samples cannot tell. Null where there is none.
 * @param {Grid} grid @returns {{ x: number, y: number } | null}
 */
export function touch({ x, y, values }) {
  const width = x.length;
  for (let j = 1; j + 1 < y.length; j++)
    for (let i = 1; i + 1 < width; i++) {
      const middle = values[j * width + i];
      const around = [-1, 0, 1].flatMap((dj) => [-1, 0, 1].map((di) => values[(j + dj) * width + i + di]));
      if (!around.every(Number.isFinite) || (around.some((value) => value > 0) && around.some((value) => value < 0))) continue;
      const b = Math.abs(middle);
      const dips = [[around[3], around[5]], [around[1], around[7]]].map((pair) => dip(b, Math.abs(pair[0]), Math.abs(pair[1]))).filter((each) => each !== null);
      if (dips.length > 0 && b - dips.reduce((sum, { depth }) => sum + depth, 0) <= closeness * Math.max(...dips.map(({ wall }) => wall))) return { x: x[i], y: y[j] };
    }
  return null;
}

/**
 * The point of the curve that is nearest to a spot in the picture; null where there is no curve.
 * @param {Piece[]} pieces @param {{ x: number, y: number }} spot in pixels @param {Pick<import("./frame.js").Frame, "x" | "y" | "xAt" | "yAt">} frame
 * @returns {{ x: number, y: number, distance: number } | null} in the plane; the distance in pixels
 */
export function nearestOn(pieces, spot, frame) {
  let best = null;
  for (const [x0, y0, x1, y1] of pieces) {
    const [ax, ay, bx, by] = [frame.x(x0), frame.y(y0), frame.x(x1), frame.y(y1)];
    const [dx, dy] = [bx - ax, by - ay];
    const square = dx * dx + dy * dy;
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((spot.x - ax) * dx + (spot.y - ay) * dy) / square));
    const distance = Math.hypot(ax + share * dx - spot.x, ay + share * dy - spot.y);
    if (best === null || distance < best.distance) best = { x: x0 + share * (x1 - x0), y: y0 + share * (y1 - y0), distance };
  }
  return best;
}

/** The pieces as the text of a path. @param {Piece[]} pieces @param {Pick<import("./frame.js").Frame, "x" | "y">} frame */
export const zeroPath = (pieces, frame) =>
  pieces.map(([x0, y0, x1, y1]) => `M${frame.x(x0).toFixed(2)},${frame.y(y0).toFixed(2)}L${frame.x(x1).toFixed(2)},${frame.y(y1).toFixed(2)}`).join("");
