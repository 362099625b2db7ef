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
export const levelRegions = (grid, levels, frame) => [...regionByRegion(grid, levels, frame)];

/** The same, each region when it is asked for. @param {Grid} grid @param {number[]} levels @param {Pick<Frame, "x" | "y">} frame */
export function* regionByRegion(grid, levels, frame) {
  // Poles would drag every line between grid points towards them; beyond the outermost levels a value's size says nothing.
  const [low, high] = [levels[0], levels[levels.length - 1]];
  const reach = high - low || Math.abs(high) || 1;
  const values = grid.values.map((value) => (value > high + reach ? high + reach : value < low - reach ? low - reach : value));
  for (const level of levels) yield regions({ ...grid, values }, [level], frame)[0];
}

/** So large is the sheet on which regions are drawn once; it is laid into a picture, and anew whenever that shows another part of the plane. */
const sheet = 1000;

/** The sheet over a grid. @param {Pick<Grid, "x" | "y">} grid @returns {Pick<Frame, "x" | "y">} */
export const sheetOver = ({ x, y }) => ({
  x: (value) => (sheet * (value - x[0])) / (x[x.length - 1] - x[0]),
  y: (value) => (sheet * (y[y.length - 1] - value)) / (y[y.length - 1] - y[0]),
});

/** How the sheet over a grid lies in a picture. @param {Pick<Grid, "x" | "y">} grid @param {Pick<Frame, "x" | "y">} frame */
export function laidInto({ x, y }, frame) {
  const [left, right, bottom, top] = [frame.x(x[0]), frame.x(x[x.length - 1]), frame.y(y[0]), frame.y(y[y.length - 1])];
  return `matrix(${(right - left) / sheet} 0 0 ${(bottom - top) / sheet} ${left} ${top})`;
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
