// The way of a descent through its landscape, with its two ends and their words.
import { toNumber } from "../math/numbers.js";
import { beside } from "./beside.js";
import { PathText } from "./path.js";
import { spaced, traceTrajectory } from "./trajectory.js";

/** @typedef {{ x: number, y: number }} Spot */

/**
 * @param {import("./frame.js").Frame} frame
 * @param {Record<string, (number | string)[]>} points a column for each variable @param {readonly string[]} variables the two of the plane
 * @param {Record<string, number>} at the point of the gradient, which the words keep clear of
 * @returns {{ path: string, steps: Spot[], start: Spot, end: Spot, labels: { text: string, x: number, y: number, anchor: "start" | "end" }[] } | null}
 *   null where no point of the way is near the picture
 */
export function wayIn(frame, points, [first, second], at) {
  const pen = new PathText();
  const spots = traceTrajectory(pen, points[first].map(toNumber), points[second].map(toNumber), frame);
  if (spots.length === 0) return null;
  const [start, end] = [spots[0], spots[spots.length - 1]];
  const clear = [{ x: frame.x(at[first]), y: frame.y(at[second]) }, ...spaced(spots, 20, 60)];
  const label = (/** @type {string} */ text, /** @type {Spot} */ spot) => ({ text, ...beside(spot, clear.filter((other) => other !== spot), frame, 32) });
  return { path: String(pen), steps: spaced(spots.slice(1, -1), 9, 300), start, end, labels: [label("start", start), label("end", end)] };
}
