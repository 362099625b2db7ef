// What the service answers of a curve and of two points on it, as numbers.
import { toNumber } from "./numbers.js";

/** @typedef {import("./windows.js").Segment} Segment */
/** @typedef {{ x: number, value: number, slope: number }} Place */
/**
 * @typedef {object} Measured what is known of two points of a curve
 * @property {[number, number]} points
 * @property {{ latex: string }} derivative
 * @property {Place} p
 * @property {Place} q
 * @property {boolean} smooth whether there is a derivative at P
 * @property {{ run: number, rise: number, slope: number } | null} secant null where P is Q
 * @property {import("../view/verification.js").Verification} [verification] of the derivative's formula
 * @property {import("../view/kinks.js").Kink[]} [kinks] at P
 * @property {import("../view/notes.js").Note[]} notes
 */

/** @param {{ x: (number | string)[], y: (number | string)[], startOpen?: boolean, endOpen?: boolean }} answered @returns {Segment} */
export const segmentOf = (answered) => ({ ...answered, x: answered.x.map(toNumber), y: answered.y.map(toNumber) });

/**
 * @param {[number, number]} points P and Q
 * @param {any[]} answers the derivative at P; where Q is another point, the derivative there and the slope between both
 * @returns {Measured}
 */
export function measuredOf(points, [atP, atQ = atP, secant = null]) {
  const place = (/** @type {number} */ x, /** @type {any} */ at) => ({ x, value: toNumber(at.functionValue), slope: toNumber(at.value) });
  return {
    points,
    derivative: atP.derivative,
    p: place(points[0], atP),
    q: place(points[1], atQ),
    smooth: !atP.notes.some((/** @type {{ code: string }} */ note) => note.code === "not-differentiable"),
    secant: secant && { run: toNumber(secant.run), rise: toNumber(secant.rise), slope: toNumber(secant.slope) },
    verification: atP.verification,
    kinks: atP.kinks,
    notes: [atP, atQ, secant].flatMap((each) => each?.notes ?? []),
  };
}
