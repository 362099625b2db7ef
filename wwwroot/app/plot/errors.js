// The errors of several methods against their step, both on logarithmic axes.

/** @typedef {{ h: number[], error: number[] }} Sweep */

/** The vertical axis that shows every error; what is exactly 0 stands on a floor one power of ten below the smallest. @param {Sweep[]} sweeps @returns {{ y: [number, number], floor: number }} */
export function errorAxis(sweeps) {
  const positive = sweeps.flatMap(({ error }) => error.filter((value) => Number.isFinite(value) && value > 0));
  if (positive.length === 0) return { y: [1e-18, 1], floor: 1e-17 };
  const low = positive.reduce((a, b) => Math.min(a, b));
  const high = positive.reduce((a, b) => Math.max(a, b));
  const floor = Math.max(low / 10, 1e-299);
  return { y: [floor / 3, Math.min(Math.max(high * 3, floor * 100), 1e300)], floor };
}

/** The points of one line: the decimal logarithm of h, and the error or the floor. @param {Sweep} sweep @param {number} floor */
export function errorLine({ h, error }, floor) {
  return { x: h.map(Math.log10), y: error.map((value) => (Number.isFinite(value) ? Math.max(value, floor) : NaN)) };
}
