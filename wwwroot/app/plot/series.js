// A quantity against steps.

/** @typedef {[number, number]} Interval */

/**
 * The axis that shows a series best: logarithmic when all of it is positive and it runs over more than two orders of magnitude.
 * @param {number[]} values
 * @returns {{ log: boolean, y: Interval }}
 */
export function seriesAxis(values) {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return { log: false, y: [0, 1] };
  const low = finite.reduce((a, b) => Math.min(a, b));
  const high = finite.reduce((a, b) => Math.max(a, b));
  if (low > 0 && high / low > 100) return { log: true, y: [low / 1.5, high * 1.5] };
  const room = high > low ? 0.08 * (high - low) : Math.abs(high) / 2 || 1;
  return { log: false, y: [low - room, high + room] };
}

/** @param {import("./path.js").Pen} pen @param {number[]} X @param {number[]} Y @param {{ x: (v: number) => number, y: (v: number) => number }} frame */
export function traceSeries(pen, X, Y, frame) {
  let drawing = false;
  for (let i = 0; i < X.length; i++) {
    const y = frame.y(Y[i]);
    if (!Number.isFinite(y)) {
      drawing = false;
      continue;
    }
    pen[drawing ? "lineTo" : "moveTo"](frame.x(X[i]), y);
    drawing = true;
  }
}
