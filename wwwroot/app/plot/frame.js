// The picture's inner rectangle, its scales and its ticks.
import { scaleLinear, scaleLog } from "../../lib/d3.js";
import { powerOfTen, tickLabels } from "../math/numbers.js";

/** @typedef {[number, number]} Interval */
/** @typedef {{ top: number, right: number, bottom: number, left: number }} Margins */
/** @typedef {{ at: number, label: string, value: number }} Tick */
/** @typedef {ReturnType<typeof createFrame>} Frame */

/**
 * @param {object} options
 * @param {number} options.width in pixels, margins included
 * @param {number} options.height
 * @param {Margins} options.margins
 * @param {Interval} options.x what is shown of each axis
 * @param {Interval} options.y
 * @param {boolean} [options.log] a logarithmic vertical axis; y must then be positive
 */
export function createFrame({ width, height, margins, x, y, log = false }) {
  const inner = {
    left: margins.left,
    top: margins.top,
    right: Math.max(margins.left + 1, width - margins.right),
    bottom: Math.max(margins.top + 1, height - margins.bottom),
  };
  const across = scaleLinear(x, [inner.left, inner.right]);
  const up = (log ? scaleLog() : scaleLinear()).domain(y).range([inner.bottom, inner.top]);
  return {
    ...inner,
    width: inner.right - inner.left,
    height: inner.bottom - inner.top,
    /** Position of a first coordinate, in pixels. */
    x: /** @param {number} value */ (value) => across(value),
    /** Position of a second coordinate, in pixels. */
    y: /** @param {number} value */ (value) => /** @type {number} */ (up(value)),
    /** The coordinate at a position. */
    xAt: /** @param {number} position */ (position) => across.invert(position),
    yAt: /** @param {number} position */ (position) => up.invert(position),
    domain: { x, y },
    /** What one pixel is worth on each axis (linear axes). */
    pixel: { x: (x[1] - x[0]) / (inner.right - inner.left), y: (y[1] - y[0]) / (inner.bottom - inner.top) },
    xTicks: linearTicks(across, Math.max(2, Math.round((inner.right - inner.left) / (width < 520 ? 60 : 90)))),
    yTicks: log ? logTicks(up, inner.bottom - inner.top) : linearTicks(up, Math.max(3, Math.round((inner.bottom - inner.top) / 64))),
  };
}

/** @param {any} scale @param {number} count @returns {Tick[]} */
function linearTicks(scale, count) {
  const values = scale.ticks(count);
  const labels = tickLabels(values);
  return values.map((/** @type {number} */ value, /** @type {number} */ i) => ({ value, at: scale(value), label: labels[i] }));
}

/** Powers of ten, thinned to what has room. @param {any} scale @param {number} height @returns {Tick[]} */
function logTicks(scale, height) {
  const [low, high] = scale.domain().map(Math.log10);
  const first = Math.ceil(low - 1e-9);
  const count = Math.floor(high + 1e-9) - first + 1;
  if (count < 2) return linearTicks(scale, 3).slice(0, 4);
  const stride = Math.max(1, Math.ceil(count / Math.max(2, height / 28)));
  const ticks = [];
  for (let power = first; power <= high + 1e-9; power += stride) {
    const value = 10 ** power;
    ticks.push({ value, at: scale(value), label: powerOfTen(power) });
  }
  return ticks;
}
