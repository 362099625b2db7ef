// The point of the gradient in a landscape, and the arrow of steepest ascent that starts there.
import { format, toNumber } from "../math/numbers.js";
import { arrow, arrowLength } from "./arrow.js";

/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {Record<string, number>} Point */

/**
 * Where the point stands and how it is told.
 * @param {Pick<Frame, "x" | "y" | "left" | "right" | "top" | "bottom" | "domain">} frame @param {string[]} variables @param {Point} at
 */
export function pointIn(frame, [first, second], at) {
  const [x, y] = [frame.x(at[first]), frame.y(at[second])];
  const [min, max] = frame.domain.x;
  return {
    place: { x, y, shown: x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom },
    value: { now: at[first], min, max, text: `${first} ${format(at[first])}, ${second} ${format(at[second])}` },
  };
}

/**
 * The arrow from the point that was asked about; null where there is no steepest ascent.
 * @param {Pick<Frame, "x" | "y" | "width" | "height">} frame @param {string[]} variables
 * @param {{ asked: Point, at: any[] } | null} answer
 */
export function ascentIn(frame, [first, second], answer) {
  const here = answer?.at?.[0];
  const ascent = here?.steepestAscent;
  if (!answer || !ascent) return null;
  const tail = { x: frame.x(answer.asked[first]), y: frame.y(answer.asked[second]) };
  return arrow(tail, [toNumber(ascent[first]), toNumber(ascent[second])], arrowLength(toNumber(here.norm), Math.min(frame.width, frame.height)));
}
