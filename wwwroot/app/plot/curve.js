// The graph of a function of one variable.

/** @typedef {import("../math/windows.js").Segment} Segment */
/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("./path.js").Pen} Pen */

/**
 * Traces the segments of a curve: the pen is lifted between segments, at values that are not finite, and where the curve
 * is far outside the picture, so that a steep curve stays true to its direction and no coordinate grows beyond what a screen can hold.
 * @param {Pen} pen @param {Segment[]} segments @param {Pick<Frame, "x" | "y" | "top" | "bottom" | "height">} frame
 */
export function traceCurve(pen, segments, frame) {
  const low = frame.top - 2 * frame.height;
  const high = frame.bottom + 2 * frame.height;
  for (const { x: X, y: Y } of segments) {
    let drawing = false;
    let [lastX, lastY] = [NaN, NaN];
    for (let i = 0; i < X.length; i++) {
      const [x, y] = [frame.x(X[i]), frame.y(Y[i])];
      if (Number.isFinite(y) && Number.isFinite(lastY)) {
        const piece = clip(lastX, lastY, x, y, low, high);
        if (piece !== null) {
          if (!drawing || piece.entered) pen.moveTo(piece.x0, piece.y0);
          pen.lineTo(piece.x1, piece.y1);
          drawing = !piece.left;
        } else drawing = false;
      } else drawing = false;
      [lastX, lastY] = [x, y];
    }
  }
}

/** The part of a line between two heights, or null. @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1
 * @param {number} low @param {number} high */
function clip(x0, y0, x1, y1, low, high) {
  if ((y0 < low && y1 < low) || (y0 > high && y1 > high)) return null;
  const at = (/** @type {number} */ y) => x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
  const bounded = (/** @type {number} */ y) => Math.min(high, Math.max(low, y));
  const [from, to] = [bounded(y0), bounded(y1)];
  return {
    x0: from === y0 ? x0 : at(from),
    y0: from,
    x1: to === y1 ? x1 : at(to),
    y1: to,
    entered: from !== y0,
    left: to !== y1,
  };
}

/**
 * The ends of segments inside the picture: open where the curve breaks off without its end point, closed where it has it.
 * Ends at the border of the window are no ends of the curve; an end that runs off to a pole has no point to draw; two open ends
 * that meet are one hole.
 * @param {Segment[]} segments @param {Frame} frame
 * @returns {{ x: number, y: number, open: boolean }[]}
 */
export function curveEnds(segments, frame) {
  /** @type {{ x: number, y: number, open: boolean }[]} */
  const ends = [];
  const [from, to] = frame.domain.x;
  const add = (/** @type {number} */ X, /** @type {number} */ Y, /** @type {boolean} */ open) => {
    const [x, y] = [frame.x(X), frame.y(Y)];
    if (!(X > from && X < to) || !(y >= frame.top - 1 && y <= frame.bottom + 1)) return;
    const last = ends[ends.length - 1];
    if (open && last?.open && Math.hypot(last.x - x, last.y - y) < 6) Object.assign(last, { x: (last.x + x) / 2, y: (last.y + y) / 2 });
    else ends.push({ x, y, open });
  };
  for (const { x: X, y: Y, startOpen = false, endOpen = false } of segments) {
    if (X.length > 0) add(X[0], Y[0], startOpen);
    if (X.length > 1) add(X[X.length - 1], Y[Y.length - 1], endOpen);
  }
  return ends;
}
