// The pictures of a curve and of its derivative in words.
import { format } from "./numbers.js";

/** @typedef {import("./windows.js").Segment} Segment */
/** @typedef {import("./windows.js").Interval} Interval */

/**
 * What stands in place of the two pictures where there is nothing to draw; null where there is.
 * @param {{ f: Segment[], d: Segment[] } | null} curves null before the first answer
 * @param {boolean} failed whether the service refused to sample the curve
 * @param {Interval} x the part of the axis that is shown
 */
export function vacancies(curves, failed, x) {
  const blank = curves !== null && curves.f.length === 0;
  return {
    above: failed ? "The curve can't be drawn." : blank ? `Nothing to draw: between ${format(x[0])} and ${format(x[1])} the function has no value.` : null,
    below: curves !== null && !blank && curves.d.length === 0 ? "Nothing to draw: there is no derivative here." : null,
  };
}

/**
 * @param {string} variable @param {Interval} x @param {{ f: Segment[], d: Segment[] }} curves
 * @param {Pick<import("./measured.js").Measured, "p" | "q"> | null} measured
 */
export function descriptions(variable, x, { f, d }, measured) {
  const part = `for ${variable} from ${format(x[0])} to ${format(x[1])}`;
  const pieces = (/** @type {Segment[]} */ curve) => (curve.length === 1 ? "in one piece" : `in ${curve.length} pieces`);
  const at = (/** @type {{ x: number, value: number }} */ place) => `at ${format(place.x)}, value ${format(place.value)}`;
  return {
    above: `The curve of the function ${part}, ${pieces(f)}.${measured ? ` P is ${at(measured.p)}; Q ${at(measured.q)}.` : ""}`,
    below: `The curve of the derivative ${part}, ${pieces(d)}.`,
  };
}
