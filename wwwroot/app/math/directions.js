// Directions: where an arrow points, how it is turned, and what a walk along it is in words.
import { conventional } from "./names.js";
import { format, rounded } from "./numbers.js";

/** @typedef {Record<string, number>} Point */

/** Two steps along the first variable, three along the second, one back along the third; the others stand still. */
const usual = [2, 3, -1];

/** A direction with an entry for each variable: the usual one where none was chosen or where it points nowhere. @param {readonly string[]} variables @param {Point} chosen @returns {Point} */
export function directionOf(variables, chosen) {
  const order = conventional(variables);
  const steps = (/** @type {string} */ name) => usual[order.indexOf(name)] ?? 0;
  const given = Object.fromEntries(variables.map((name) => [name, chosen[name] ?? steps(name)]));
  return variables.some((name) => given[name] !== 0) ? given : Object.fromEntries(variables.map((name) => [name, steps(name)]));
}

/** The angle of a direction of the plane from the first axis, in degrees from 0 to 360. @param {number} u @param {number} v */
export const degreesOf = (u, v) => ((Math.atan2(v, u) * 180) / Math.PI + 360) % 360;

/** A direction turned to the left by so many degrees, its length kept. @param {[number, number]} direction @param {number} degrees @returns {[number, number]} */
export function turned([u, v], degrees) {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return short([u * c - v * s, u * s + v * c]);
}

/** A direction of the same length that points to an angle. @param {[number, number]} direction @param {number} degrees */
export const pointedTo = (direction, degrees) => turned([Math.hypot(...direction), 0], degrees);

/** A direction made longer or shorter. @param {[number, number]} direction @param {number} factor */
export const stretched = ([u, v], factor) => short([u * factor, v * factor]);

/** Five digits are enough for an arrow that is turned by hand. @param {[number, number]} direction @returns {[number, number]} */
function short(direction) {
  const [u, v] = direction;
  const resolution = Math.hypot(u, v) * 1e-4;
  return [rounded(u, resolution), rounded(v, resolution)];
}

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/**
 * The walk along a direction in words: two steps in x, three in y, one back in z.
 * @param {readonly string[]} variables @param {Point} direction
 */
export function walkSaid(variables, direction) {
  const parts = variables.filter((name) => direction[name] !== 0).map((name, i) => {
    const size = Math.abs(direction[name]);
    const count = words[size] ?? format(size, 4);
    const unit = i > 0 ? "" : size === 1 ? " step" : " steps";
    return `${count}${unit}${direction[name] < 0 ? " back" : ""} in ${name}`;
  });
  const still = variables.filter((name) => direction[name] === 0);
  const said = listed(parts);
  return `${said[0].toUpperCase()}${said.slice(1)}${still.length > 0 ? `; ${listed(still)} ${still.length > 1 ? "stand" : "stands"} still` : ""}.`;
}

/** @param {readonly string[]} parts at least one */
const listed = (parts) => (parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`);

/**
 * What the slope along a direction says.
 * @param {number} slope along the unit vector @param {number} steepest the length of the gradient
 */
export function slopeSaid(slope, steepest) {
  if (!Number.isFinite(slope)) return "There is no slope here: the function has no finite gradient at the point.";
  if (steepest === 0) return "The gradient is zero: to first order the ground is level in every direction.";
  const share = slope / steepest;
  if (share > 0.9998) return "This is straight uphill, along the gradient: no direction is steeper.";
  if (share < -0.9998) return "This is straight downhill, against the gradient: the way that descent takes.";
  if (Math.abs(share) < 0.0175) return "This is square to the gradient, along a line of equal value: the ground is level.";
  return `Here it goes ${share > 0 ? "up" : "down"}, with ${format(Math.abs(share) * 100, 2)} % of the steepest slope.`;
}
