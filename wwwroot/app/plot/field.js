// Arrows of the gradient all over a landscape.
import { toNumber } from "../math/numbers.js";
import { arrow } from "./arrow.js";

/** @typedef {[number, number]} Interval */

/** So far apart the arrows stand, in pixels. */
const spacing = 52;

/** The places of the arrows: evenly over the picture, off its border. @param {{ domain: { x: Interval, y: Interval }, width: number, height: number }} frame @returns {[number, number][]} */
export function fieldPlaces({ domain: { x, y }, width, height }) {
  const along = (/** @type {Interval} */ [low, high], /** @type {number} */ pixels) => {
    const count = Math.max(3, Math.round(pixels / spacing));
    return Array.from({ length: count }, (_, i) => low + ((i + 0.5) / count) * (high - low));
  };
  const across = along(x, width);
  return along(y, height).flatMap((v) => across.map((u) => /** @type {[number, number]} */ ([u, v])));
}

/**
 * The arrows as one path: each points uphill, longer where it is steeper, but slowly, so that flat ground still shows its way.
 * @param {readonly any[]} answers gradients as the service answers them @param {readonly string[]} variables
 * @param {{ x: (value: number) => number, y: (value: number) => number }} frame
 */
export function fieldPath(answers, [first, second], frame) {
  const steepest = answers.reduce((most, { norm }) => (Number.isFinite(toNumber(norm)) ? Math.max(most, toNumber(norm)) : most), 0);
  const parts = answers.flatMap(({ point, norm, steepestAscent }) => {
    if (!steepestAscent || !(toNumber(norm) > 0)) return [];
    const length = 10 + 26 * Math.sqrt(toNumber(norm) / steepest);
    const [u, v] = [toNumber(steepestAscent[first]), toNumber(steepestAscent[second])];
    const [x, y] = [frame.x(toNumber(point[first])), frame.y(toNumber(point[second]))];
    const drawn = arrow({ x: x - (u * length) / 2, y: y + (v * length) / 2 }, [u, v], length);
    return drawn ? [drawn] : [];
  });
  return { shafts: parts.map(({ shaft }) => shaft).join(""), heads: parts.map(({ head }) => head).join("") };
}
