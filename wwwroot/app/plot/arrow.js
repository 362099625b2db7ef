// The arrow of a gradient.

/** @typedef {{ x: number, y: number }} Spot */

/**
 * An arrow from `tail` along a direction of the plane; its head is of one size whatever its length.
 * @param {Spot} tail in pixels @param {[number, number]} direction in the plane, second coordinate upwards @param {number} length in pixels
 * @returns {{ shaft: string, head: string, tip: Spot } | null} null for a direction of no length
 */
export function arrow(tail, [u, v], length) {
  const norm = Math.hypot(u, v);
  if (!(norm > 0) || !Number.isFinite(norm)) return null;
  const [ux, uy] = [u / norm, -v / norm];
  const tip = { x: tail.x + ux * length, y: tail.y + uy * length };
  const head = Math.min(13, length * (length < 40 ? 0.36 : 0.6));
  const base = { x: tip.x - ux * head, y: tip.y - uy * head };
  const wing = head * 0.42;
  const at = (/** @type {number} */ x, /** @type {number} */ y) => `${x.toFixed(2)},${y.toFixed(2)}`;
  return {
    tip,
    shaft: `M${at(tail.x, tail.y)}L${at(base.x, base.y)}`,
    head: `M${at(tip.x, tip.y)}L${at(base.x - uy * wing, base.y + ux * wing)}L${at(base.x + uy * wing, base.y - ux * wing)}Z`,
  };
}

/** A length that grows with the norm, but slowly: from a stub to a third of the picture. @param {number} norm @param {number} room pixels */
export function arrowLength(norm, room) {
  if (!(norm > 0)) return 0;
  const share = Math.atan(Math.log10(1 + norm) * 1.2) / (Math.PI / 2);
  return 26 + share * Math.max(0, room / 3 - 26);
}
