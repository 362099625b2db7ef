// The way of a descent.

/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("./path.js").Pen} Pen */

/**
 * Traces a way through the plane. A run that diverges leaves the picture by many orders of magnitude: the way is cut where it is
 * further out than `reach` pictures.
 * @param {Pen} pen @param {number[]} X @param {number[]} Y @param {Frame} frame @param {number} [reach]
 * @returns {{ x: number, y: number }[]} the spots that were drawn, in pixels
 */
export function traceTrajectory(pen, X, Y, frame, reach = 20) {
  const spots = [];
  for (let i = 0; i < X.length; i++) {
    const [x, y] = [frame.x(X[i]), frame.y(Y[i])];
    const far = Math.max(Math.abs(x - frame.left) / frame.width, Math.abs(y - frame.top) / frame.height);
    if (!(far < reach)) break;
    pen[spots.length === 0 ? "moveTo" : "lineTo"](x, y);
    spots.push({ x, y });
  }
  return spots;
}

/** At most `count` spots, no two nearer than `distance` pixels to the last one kept. @param {{ x: number, y: number }[]} spots
 * @param {number} distance @param {number} count */
export function spaced(spots, distance, count) {
  /** @type {{ x: number, y: number }[]} */
  const kept = [];
  for (const spot of spots) {
    const last = kept[kept.length - 1];
    if (last && Math.hypot(spot.x - last.x, spot.y - last.y) < distance) continue;
    kept.push(spot);
    if (kept.length === count) break;
  }
  return kept;
}
