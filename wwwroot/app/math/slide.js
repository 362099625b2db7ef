// A slider for a quantity that goes to zero: finer the nearer it comes.

/** Steps of the slider from 0 to its right end. */
export const slideSteps = 1000;

/** The size at a place of the slider: cubic, so that the last tenth is a thousandth of the range.
 * @param {number} place 0 … `slideSteps` @param {number} largest */
export function sizeAt(place, largest) {
  const size = largest * (place / slideSteps) ** 3;
  return size === 0 ? 0 : Number(size.toPrecision(3));
}

/** The place of a size, the inverse of `sizeAt`. @param {number} size @param {number} largest */
export function placeOf(size, largest) {
  if (!(largest > 0)) return 0;
  return Math.round(slideSteps * Math.min(1, Math.cbrt(Math.abs(size) / largest)));
}
