// The part of the axis on which a descent of one variable is seen well.

/** @typedef {import("./windows.js").Interval} Interval */

/** Where no descent was walked yet. @type {Interval} */
const usual = [-3, 3];

/**
 * The way from the start to the best point with room to both sides, wider where the steps swing wider, but not so wide that a run
 * which flies off makes the rest a point.
 * @param {number[]} path @param {number | null} best @returns {Interval}
 */
export function windowOf(path, best) {
  if (path.length === 0 || best === null) return usual;
  const middle = (path[0] + best) / 2;
  const away = path.map((x) => Math.abs(x - middle)).sort((a, b) => a - b);
  const half = Math.max(Math.abs(path[0] - best) / 2, away[Math.floor(0.75 * away.length)], 0.5, Math.abs(middle) * 1e-6);
  const reach = away.filter((distance) => distance <= 3 * half).at(-1) ?? half;
  return [middle - 1.3 * Math.max(reach, 0.5), middle + 1.3 * Math.max(reach, 0.5)];
}
