// Points that a person places: where they are, and of which class.

/** @typedef {{ x: number, y: number, kind: number }} Placed */

/** The part of the plane in which points are placed. @type {[number, number]} */
export const field = [-3, 3];

/** @param {readonly Placed[]} points */
export const writePlaced = (points) => points.map(({ x, y, kind }) => `${x}~${y}~${kind}`).join("!");

/** @param {string} text @returns {Placed[]} what can't be read is left out */
export const readPlaced = (text) =>
  text.split("!").flatMap((each) => {
    const [x, y, kind] = each.split("~").map((part) => (part === "" ? NaN : Number(part)));
    return Number.isFinite(x) && Number.isFinite(y) && Number.isInteger(kind) && kind >= 0 && kind < 4 ? [{ x, y, kind }] : [];
  });

/** To two decimals: a finger is no finer. @param {number} value */
export const placed = (value) => Math.round(Math.min(field[1], Math.max(field[0], value)) * 100) / 100;

/** The place in the list of the point at a spot; -1 where none is near. @param {readonly { x: number, y: number }[]} points in pixels
 * @param {{ x: number, y: number }} at @param {number} reach */
export function nearest(points, at, reach) {
  let [found, least] = [-1, reach];
  points.forEach(({ x, y }, i) => {
    const distance = Math.hypot(x - at.x, y - at.y);
    if (distance <= least) [found, least] = [i, distance];
  });
  return found;
}
