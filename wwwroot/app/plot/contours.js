// The landscape of a function of two variables, as nested regions.
import { contours } from "../../lib/d3.js";
import { PathText } from "./path.js";

/** @typedef {{ x: number[], y: number[], values: number[] }} Grid values row by row, one row for each y */
/** @typedef {import("./frame.js").Frame} Frame */

/**
 * One closed region for each level: where the function is at least that high. Later regions lie inside earlier ones.
 * @param {Grid} grid @param {number[]} levels @param {Pick<Frame, "x" | "y">} frame
 * @returns {{ level: number, path: string }[]}
 */
export function levelRegions(grid, levels, frame) {
  // Poles would drag every line between grid points towards them; beyond the outermost levels a value's size says nothing.
  const [low, high] = [levels[0], levels[levels.length - 1]];
  const reach = high - low || Math.abs(high) || 1;
  const values = grid.values.map((value) => (value > high + reach ? high + reach : value < low - reach ? low - reach : value));
  return regions({ ...grid, values }, levels, frame);
}

/** Where the function has no finite value, as one path; empty when it has one everywhere. @param {Grid} grid @param {Pick<Frame, "x" | "y">} frame */
export function undefinedRegion(grid, frame) {
  const missing = grid.values.map((value) => (Number.isFinite(value) ? 0 : 1));
  return missing.includes(1) ? regions({ ...grid, values: missing }, [0.5], frame)[0].path : "";
}

/** @param {Grid} grid @param {number[]} levels @param {Pick<Frame, "x" | "y">} frame */
function regions({ x, y, values }, levels, frame) {
  const place = along(x, frame.x);
  const lift = along(y, frame.y);
  return contours()
    .size([x.length, y.length])
    .thresholds(levels)(values)
    .map((region) => {
      const pen = new PathText();
      for (const polygon of region.coordinates)
        for (const ring of polygon) {
          ring.forEach(([u, v], i) => pen[i === 0 ? "moveTo" : "lineTo"](place(u), lift(v)));
          pen.closePath();
        }
      return { level: /** @type {number} */ (region.value), path: pen.toString() };
    });
}

/** Grid coordinates (sample i lies at i + 1/2) to pixels. @param {number[]} axis @param {(value: number) => number} scale */
function along(axis, scale) {
  const first = axis[0];
  const step = (axis[axis.length - 1] - first) / Math.max(1, axis.length - 1);
  return (/** @type {number} */ position) => scale(first + (position - 0.5) * step);
}
