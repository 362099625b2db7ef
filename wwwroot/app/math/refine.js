// A finer grid between samples. Straight lines between them break the floor of a narrow valley into puddles, which parabolas do not.
import { isSkewed } from "./levels.js";

/** @typedef {{ x: number[], y: number[], values: number[] }} Grid */

/** So many times as fine along each axis. */
const factor = 3;

/**
 * The grid itself, unless most of the picture lies in a sliver of the range of values, as in a narrow valley; then a finer one, by cubics that
 * keep every parabola as it is. Where a value is missing nothing is put between.
 * @param {Grid} grid @returns {Grid}
 */
export function refined(grid) {
  const { x, y, values } = grid;
  if (x.length < 4 || y.length < 4 || !values.every(Number.isFinite) || !isSkewed(values)) return grid;
  const rows = y.map((_, j) => along(values.slice(j * x.length, (j + 1) * x.length)));
  const width = rows[0].length;
  const columns = Array.from({ length: width }, (_, i) => along(rows.map((row) => row[i])));
  const height = columns[0].length;
  const fine = new Array(width * height);
  for (let j = 0; j < height; j++) for (let i = 0; i < width; i++) fine[j * width + i] = columns[i][j];
  return { x: evenly(x, width), y: evenly(y, height), values: fine }; // one sample beyond each end, so that no line closes inside the picture
}

/** @param {readonly number[]} axis @param {number} count with one before the first and one after the last */
const evenly = (axis, count) => Array.from({ length: count }, (_, i) => axis[0] + ((i - 1) / (count - 3)) * (axis[axis.length - 1] - axis[0]));

/** Values along a line and between them: on each stretch a cubic that has the slopes of the parabolas through its ends and their neighbours.
 * @param {readonly number[]} samples */
function along(samples) {
  const last = samples.length - 1;
  const all = [samples[0]];
  for (let i = 0; i < last; i++) {
    const [b, c] = [samples[i], samples[i + 1]];
    // Beyond the ends the samples go on as the parabola through the last three.
    const a = i > 0 ? samples[i - 1] : 3 * b - 3 * c + samples[i + 2];
    const d = i + 2 <= last ? samples[i + 2] : 3 * c - 3 * b + samples[i - 1];
    for (let k = 1; k <= factor; k++) {
      const t = k / factor;
      all.push(k === factor ? c : b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))));
    }
  }
  return [2 * all[0] - all[1], ...all, 2 * all[all.length - 1] - all[all.length - 2]];
}
