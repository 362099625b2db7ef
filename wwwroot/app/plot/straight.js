// Straight lines and the triangle of a slope.

/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {{ x: number, y: number }} Spot */

/**
 * The part inside the picture of the line through two spots given in pixels (Liang and Barsky's clipping), or null.
 * @param {Spot} p @param {Spot} q @param {Pick<Frame, "left" | "right" | "top" | "bottom">} frame
 * @returns {[Spot, Spot] | null}
 */
export function lineThrough(p, q, frame) {
  const [dx, dy] = [q.x - p.x, q.y - p.y];
  if (!Number.isFinite(dx) || !Number.isFinite(dy) || (dx === 0 && dy === 0)) return null;
  let [from, to] = [-Infinity, Infinity];
  for (const [step, room] of [[-dx, p.x - frame.left], [dx, frame.right - p.x], [-dy, p.y - frame.top], [dy, frame.bottom - p.y]]) {
    if (step === 0 && room < 0) return null;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  if (!(from < to)) return null;
  return [
    { x: p.x + from * dx, y: p.y + from * dy },
    { x: p.x + to * dx, y: p.y + to * dy },
  ];
}

/**
 * The part inside the picture of the line through a spot at right angles to a normal of the plane, or null.
 * @param {Spot} p in pixels @param {[number, number]} normal @param {Pick<Frame, "left" | "right" | "top" | "bottom" | "pixel">} frame
 */
export function lineAcross(p, [a, b], frame) {
  const [dx, dy] = [b / frame.pixel.x, a / frame.pixel.y];
  const size = Math.hypot(dx, dy);
  return lineThrough(p, { x: p.x + (100 * dx) / size, y: p.y + (100 * dy) / size }, frame);
}

/**
 * The triangle of rise over run from P to Q, with a place for each label beside its leg, away from the secant.
 * @param {Spot} p @param {Spot} q both in pixels @param {number} right the end of the room there is, for the label of the rise
 * @param {number} width of that label, in pixels
 */
export function slopeTriangle(p, q, right, width) {
  const rightwards = q.x >= p.x && q.x + 10 + width < right;
  const upwards = q.y <= p.y;
  const corner = { x: q.x, y: p.y };
  return {
    corner,
    run: { x: (p.x + q.x) / 2, y: p.y + (upwards ? 18 : -10), shown: Math.abs(q.x - p.x) > (upwards ? 56 : 96) }, // above its leg the letter of P may stand
    rise: {
      x: q.x + (rightwards ? 10 : -10),
      y: p.y + 0.8 * (q.y - p.y) + 4, // half way up lies the tangent of a parabola
      anchor: rightwards ? "start" : "end",
      shown: Math.abs(q.y - p.y) > 34 && (rightwards || q.x < p.x || q.x - p.x > width + 48), // inside the triangle only where it fits
    },
  };
}
