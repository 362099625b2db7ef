// Slope against direction in polar coordinates: the further from the middle, the steeper.
import { PathText } from "./path.js";

/** @typedef {{ x: number, y: number }} Spot */

/**
 * @param {readonly number[]} slopes at each whole degree @param {number} steepest the slope at the rim
 * @param {number} radius of the rim in pixels, the middle at (0, 0) @param {number} turn degrees by which the picture is turned to the left
 * @returns {{ up: string, down: string }} the directions in which it rises, and those in which it falls
 */
export function polarLobes(slopes, steepest, radius, turn) {
  return { up: lobe(slopes, 1, steepest, radius, turn), down: lobe(slopes, -1, steepest, radius, turn) };
}

/** @param {readonly number[]} slopes @param {1 | -1} sign @param {number} steepest @param {number} radius @param {number} turn */
function lobe(slopes, sign, steepest, radius, turn) {
  const pen = new PathText();
  const count = slopes.length;
  // From a direction in which it does not go that way, so that the lobe is drawn in one piece.
  const from = slopes.findIndex((slope, i) => slope * sign <= 0 && slopes[(i + 1) % count] * sign > 0);
  if (from < 0 || !(steepest > 0)) return "";
  pen.moveTo(0, 0);
  for (let i = 1; i <= count; i++) {
    const at = (from + i) % count;
    if (slopes[at] * sign <= 0) break;
    const { x, y } = onRim(at + turn, (radius * Math.abs(slopes[at])) / steepest);
    pen.lineTo(x, y);
  }
  pen.closePath();
  return String(pen);
}

/** The spot in a direction. @param {number} degrees to the left from the right-hand side @param {number} radius @returns {Spot} */
export function onRim(degrees, radius) {
  const angle = (degrees * Math.PI) / 180;
  return { x: radius * Math.cos(angle), y: -radius * Math.sin(angle) };
}

/** The direction of a spot, in whole degrees. @param {Spot} spot */
export const degreesAt = ({ x, y }) => Math.round(((Math.atan2(-y, x) * 180) / Math.PI + 360) % 360);
