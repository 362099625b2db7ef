// The signs of classes: each has a shape as well as a colour.

const shapes = [
  (/** @type {number} */ r) => `M${-r},0A${r},${r} 0 1 1 ${r},0A${r},${r} 0 1 1 ${-r},0Z`,
  (/** @type {number} */ r) => `M${-r * 0.9},${-r * 0.9}H${r * 0.9}V${r * 0.9}H${-r * 0.9}Z`,
  (/** @type {number} */ r) => `M0,${-r * 1.15}L${r * 1.1},${r * 0.85}H${-r * 1.1}Z`,
  (/** @type {number} */ r) => `M0,${-r * 1.25}L${r * 1.1},0L0,${r * 1.25}L${-r * 1.1},0Z`,
];

/** How many classes have a colour of their own. */
export const kinds = shapes.length;

/** The outline of the sign of a class about the origin. @param {number} kind @param {number} radius */
export const symbolPath = (kind, radius) => shapes[kind % kinds](radius);
