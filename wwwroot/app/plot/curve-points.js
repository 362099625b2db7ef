// Where the two points of a curve stand in its picture, and how each is told.
import { format } from "../math/numbers.js";
import { heightAt } from "../math/windows.js";

/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("../math/windows.js").Segment} Segment */
/** @typedef {import("../math/measured.js").Measured} Measured */

/**
 * The places of P and Q. A point keeps to the curve where its value is known, and to the axis where there is none.
 * @param {Pick<Frame, "x" | "y" | "top" | "bottom" | "domain">} frame @param {[number, number]} points
 * @param {Measured | null} measured @param {Segment[]} curve what is drawn, for a point that has moved on since it was measured
 */
export function curvePoints(frame, points, measured, curve) {
  const [p, q] = points;
  const uphill = measured?.secant ? Math.sign(measured.secant.slope) || 0 : 0;
  const [from, to] = frame.domain.x;
  return /** @type {const} */ ([0, 1]).map((which) => {
    const x = points[which];
    const known = measured?.points[which] === x ? measured[which === 0 ? "p" : "q"].value : heightAt(curve, x);
    const off = known === null || !Number.isFinite(known);
    const y = off ? frame.y(0) : frame.y(known);
    // Above and to the left of a rising secant there is room, and below or to the right of a falling one.
    const below = y < frame.top + 30 || (which === 1 && !off && uphill < 0);
    return {
      place: {
        x: frame.x(x),
        y: Math.min(frame.bottom, Math.max(frame.top, y)),
        off,
        shown: x >= from && x <= to && !(which === 1 && p === q),
        letter: which === 0 ? (p === q ? "P = Q" : "P") : "Q",
        below,
        lean: (below ? 1 : -1) * uphill,
      },
      value: { now: x, min: from, max: to, text: off ? `x ${format(x)}, not defined` : `x ${format(x)}, value ${format(known)}` },
    };
  });
}
