// The surface over a landscape as triangles in a box of side 2: the ground plane is x and z, the height y.

/** @typedef {import("./contours.js").Grid} Grid */
/** @typedef {[number, number]} Interval */

/**
 * The heights that are shown: all of them, unless a small part of the picture takes most of the height, as beside a pole; that part is cut off.
 * @param {readonly number[]} values @returns {Interval}
 */
export function heightsShown(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return [0, 1];
  const at = (/** @type {number} */ share) => sorted[Math.round(share * (sorted.length - 1))];
  let [low, high] = [sorted[0], sorted[sorted.length - 1]];
  const inner = at(0.9) - at(0.1);
  if (inner > 0 && high - low > 3 * inner) [low, high] = [Math.max(low, at(0.1) - 0.6 * inner), Math.min(high, at(0.9) + 0.6 * inner)];
  return high > low ? [low, high] : [low - 1, high + 1];
}

/**
 * @param {Grid} grid values row by row, one row for each y @param {Interval} heights what is beyond is left out
 * @returns {{ positions: Float32Array, indices: number[], lines: number[], heights: Float32Array }} heights: of each corner, from 0 to 1
 */
export function surfaceOf({ x, y, values }, [low, high]) {
  const [columns, rows] = [x.length, y.length];
  const positions = new Float32Array(3 * columns * rows);
  const heights = new Float32Array(columns * rows);
  const room = 0.02 * (high - low);
  const stands = values.map((value) => value >= low - room && value <= high + room);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const at = j * columns + i;
      heights[at] = stands[at] ? Math.min(1, Math.max(0, (values[at] - low) / (high - low))) : 0;
      positions.set(placeIn(i / (columns - 1), j / (rows - 1), heights[at]), 3 * at);
    }
  /** @type {number[]} */
  const indices = [];
  /** @type {number[]} */
  const lines = [];
  const every = Math.max(1, Math.round((columns - 1) / 20));
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const [a, b, c, d] = [j * columns + i, j * columns + i + 1, (j + 1) * columns + i, (j + 1) * columns + i + 1];
      if (j % every === 0 && i < columns - 1 && stands[a] && stands[b]) lines.push(a, b);
      if (i % every === 0 && j < rows - 1 && stands[a] && stands[c]) lines.push(a, c);
      if (i === columns - 1 || j === rows - 1) continue;
      if (stands[a] && stands[b] && stands[c]) indices.push(a, c, b);
      if (stands[b] && stands[c] && stands[d]) indices.push(b, c, d);
    }
  return { positions, indices, lines, heights };
}

/** A place in the box. @param {number} across from 0 to 1 @param {number} up @param {number} height @returns {[number, number, number]} */
export const placeIn = (across, up, height) => [2 * across - 1, 1.1 * height - 0.55, 1 - 2 * up];

/** How much of the picture the box takes; the names of the variables stand beside it. */
const share = 0.96;

/**
 * How far from the middle of the box an eye stands that sees all of it, however it is turned.
 * @param {number} elevation of the eye, in radians @param {number} tangent of half the angle between the upper and the lower edge @param {number} aspect of the picture
 */
export function distance(elevation, tangent, aspect) {
  const [sine, cosine] = [Math.sin(elevation), Math.cos(elevation)];
  let away = 0;
  for (let turn = 0; turn < Math.PI / 2; turn += Math.PI / 24)
    for (const [u, v, height] of corners) {
      const [x, y, z] = placeIn(u, v, height);
      const [across, towards] = [x * Math.cos(turn) - z * Math.sin(turn), x * Math.sin(turn) + z * Math.cos(turn)];
      const [up, near] = [y * cosine - towards * sine, y * sine + towards * cosine];
      away = Math.max(away, near + Math.abs(up) / (share * tangent), near + Math.abs(across) / (share * tangent * aspect));
    }
  return away;
}

const corners = [0, 1].flatMap((u) => [0, 1].flatMap((v) => [0, 1].map((height) => [u, v, height])));
