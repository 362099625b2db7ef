// A slider on a logarithmic scale.

/** Steps of the slider from one end to the other. */
const places = 1000;

/** A place of the slider, and the value there. @param {{ low: number, high: number }} range */
export const logSlide = ({ low, high }) => ({
  at: (/** @type {number} */ place) => Number((low * (high / low) ** (place / places)).toPrecision(2)),
  of: (/** @type {number} */ value) => Math.round((places * Math.log(value / low)) / Math.log(high / low)),
});
