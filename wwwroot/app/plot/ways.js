// Ways that grow with time, drawn on a canvas: what was drawn stays, and each frame adds what has passed since.
import { placeAt } from "../math/race.js";
import { PathText } from "./path.js";

/** @typedef {{ x: (value: number) => number, y: (value: number) => number, left: number, top: number, width: number, height: number }} Place */
/** @typedef {{ steps: readonly number[], x: Float32Array, y: Float32Array, count: number }} Way count: how many spots are near enough to be drawn */
/** @typedef {Pick<CanvasRenderingContext2D, "beginPath" | "moveTo" | "lineTo" | "arc" | "closePath"> & { stroke(): void, fill(): void }} Pen what a canvas draws with */

/** A pen that writes the text of an SVG path. */
export class Outline extends PathText {
  /** Whole circles are all that is drawn of arcs. @param {number} x @param {number} y @param {number} r @param {number} _from @param {number} _to @param {boolean} [backwards] */
  arc(x, y, r, _from, _to, backwards = false) {
    const turn = backwards ? 0 : 1;
    this.append(`M${x + r},${y}A${r},${r} 0 1 ${turn} ${x - r},${y}A${r},${r} 0 1 ${turn} ${x + r},${y}Z`);
  }

  beginPath() {}

  stroke() {}

  fill() {}
}

/** Further out than so many pictures a way is cut: a run that diverges leaves by many powers of ten. */
const reach = 20;

/**
 * A run in pixels.
 * @param {readonly number[]} steps @param {readonly number[]} X @param {readonly number[]} Y @param {Place} frame
 * @param {boolean} [whole] whether spots far outside are kept, as in a chart, where the way comes back
 * @returns {Way}
 */
export function wayOf(steps, X, Y, frame, whole = false) {
  const [x, y] = [new Float32Array(steps.length), new Float32Array(steps.length)];
  let count = 0;
  for (; count < steps.length; count++) {
    const [across, up] = [frame.x(X[count]), frame.y(Y[count])];
    const far = Math.max(Math.abs(across - frame.left) / frame.width, Math.abs(up - frame.top) / frame.height);
    if (!whole && !(far < reach)) break;
    x[count] = across;
    y[count] = whole && Number.isFinite(up) ? Math.min(Math.max(up, frame.top - 2 * frame.height), frame.top + 3 * frame.height) : up;
  }
  return { steps, x, y, count };
}

/** Where a way is at a time, between two spots on the line that joins them; null before its first spot. @param {Way} way @param {number} time */
export function spotAt({ steps, x, y, count }, time) {
  if (count === 0) return null;
  const i = Math.min(placeAt(steps, time), count - 1);
  const next = Math.min(i + 1, count - 1);
  const width = steps[next] - steps[i];
  const share = width > 0 ? Math.min(1, Math.max(0, (time - steps[i]) / width)) : 0;
  if (share === 0) return { x: x[i], y: y[i] }; // what comes next may have no place
  return { x: x[i] + share * (x[next] - x[i]), y: y[i] + share * (y[next] - y[i]) };
}

/** Draws what passes between two times. @param {Pen} pen @param {Way} way @param {number} from @param {number} to */
export function drawBetween(pen, way, from, to) {
  const start = spotAt(way, from);
  const end = spotAt(way, to);
  if (start === null || end === null) return;
  const { steps, x, y, count } = way;
  const last = Math.min(placeAt(steps, to), count - 1);
  pen.beginPath();
  let drawing = false;
  const go = (/** @type {number} */ across, /** @type {number} */ up) => {
    if (!Number.isFinite(up)) {
      drawing = false;
      return;
    }
    if (drawing) pen.lineTo(across, up);
    else pen.moveTo(across, up);
    drawing = true;
  };
  go(start.x, start.y);
  for (let i = placeAt(steps, from) + 1; i <= last; i++) go(x[i], y[i]);
  go(end.x, end.y);
  pen.stroke();
}

/**
 * The outline of a marker, to be filled.
 * @param {Pen} pen @param {typeof import("../math/runners.js").shapes[number]} shape @param {number} x @param {number} y @param {number} r
 */
export function drawMarker(pen, shape, x, y, r) {
  const polygon = (/** @type {readonly (readonly [number, number])[]} */ corners) => {
    corners.forEach(([u, v], i) => (i === 0 ? pen.moveTo(x + u * r, y + v * r) : pen.lineTo(x + u * r, y + v * r)));
    pen.closePath();
  };
  pen.beginPath();
  if (shape === "disc") pen.arc(x, y, r, 0, 2 * Math.PI);
  else if (shape === "ring") {
    pen.arc(x, y, r, 0, 2 * Math.PI);
    pen.moveTo(x + 0.5 * r, y);
    pen.arc(x, y, 0.5 * r, 2 * Math.PI, 0, true);
  } else polygon(outlines[shape]);
  pen.fill();
}

const arm = 0.42;
/** @type {readonly [number, number][]} */
const plus = [[-arm, -1.15], [arm, -1.15], [arm, -arm], [1.15, -arm], [1.15, arm], [arm, arm], [arm, 1.15], [-arm, 1.15], [-arm, arm], [-1.15, arm], [-1.15, -arm], [-arm, -arm]];

/** Corners in units of the radius. @type {Record<string, readonly (readonly [number, number])[]>} */
const outlines = {
  square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
  triangle: [[0, -1.2], [1.1, 0.8], [-1.1, 0.8]],
  down: [[0, 1.2], [1.1, -0.8], [-1.1, -0.8]],
  diamond: [[0, -1.3], [1, 0], [0, 1.3], [-1, 0]],
  plus,
  cross: plus.map(([u, v]) => [(u - v) * Math.SQRT1_2, (u + v) * Math.SQRT1_2]),
  star: Array.from({ length: 10 }, (_, i) => {
    const [size, angle] = [i % 2 === 0 ? 1.35 : 0.6, (i * Math.PI) / 5 - Math.PI / 2];
    return /** @type {[number, number]} */ ([size * Math.cos(angle), size * Math.sin(angle)]);
  }),
  bar: [[-1.3, -0.55], [1.3, -0.55], [1.3, 0.55], [-1.3, 0.55]],
};

/** The same outline as a path for a picture of 16 by 16. @param {typeof import("../math/runners.js").shapes[number]} shape */
export function markerPath(shape) {
  if (shape === "disc") return "M8,3a5,5 0 1 0 .01,0Z";
  if (shape === "ring") return "M8,3a5,5 0 1 0 .01,0ZM8,5.5a2.5,2.5 0 1 1 -.01,0Z";
  return `M${outlines[shape].map(([u, v]) => `${(8 + 5 * u).toFixed(2)},${(8 + 5 * v).toFixed(2)}`).join("L")}Z`;
}
