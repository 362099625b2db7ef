// The landscape of a function of two variables: its samples, its table, and itself in words.
import { contourLevels } from "./levels.js";
import { refined } from "./refine.js";
import { format, rounded, toNumber } from "./numbers.js";

/** @typedef {import("./windows.js").Interval} Interval */
/** @typedef {{ x: Interval, y: Interval }} View */
/** @typedef {{ grid: import("../plot/contours.js").Grid, fine: import("../plot/contours.js").Grid, levels: number[] }} Land fine: what lines are drawn from */

const levelCount = 14;

/** So many columns and lines has the table of a landscape. */
const tableSize = 9;

/** @typedef {{ variables?: string[], axes: Record<string, number[]>, values: (number | string)[] }} GridAnswer a grid as the service answers it */

/** A grid with the first of the names across and the second upwards, whichever way round it was answered. @param {GridAnswer} answer @param {readonly string[]} variables */
export function gridOf({ variables: [across] = [], axes, values }, [first, second]) {
  const [x, y] = [axes[first], axes[second]];
  const isTurned = across !== undefined && across !== first;
  return { x, y, values: isTurned ? y.flatMap((_, j) => x.map((_, i) => toNumber(values[i * y.length + j]))) : values.map(toNumber) };
}

/** @param {GridAnswer} answer @param {string[]} variables @returns {Land} */
export function landOf(answer, variables) {
  const { x, y, values: numbers } = gridOf(answer, variables);
  const grid = { x, y, values: numbers };
  return { grid, fine: refined(grid), levels: contourLevels(numbers, levelCount) };
}

/**
 * What stands in place of the picture where there is nothing to draw; null where there is.
 * @param {Land | null} land null before the first answer @param {boolean} failed whether the service refused to sample
 */
export function vacancy(land, failed) {
  if (failed) return "The landscape can't be drawn.";
  return land !== null && !land.grid.values.some(Number.isFinite) ? "Nothing to draw: the function has no value here." : null;
}

/**
 * @param {string[]} variables @param {View} view
 * @param {{ asked: Record<string, number>, at: any[] } | null} answer the gradient at a point
 */
export function describe([first, second], { x, y }, answer) {
  const here = answer?.at?.[0];
  const number = (/** @type {any} */ value) => format(toNumber(value));
  const where = answer && here ? ` At ${first} ${format(answer.asked[first])}, ${second} ${format(answer.asked[second])} the gradient is (${number(here.gradient[first])}, ${number(here.gradient[second])}).` : "";
  return `Lines of equal value for ${first} from ${format(x[0])} to ${format(x[1])} and ${second} from ${format(y[0])} to ${format(y[1])}; darker is higher.${where}`;
}

/**
 * The values over the landscape as the cells of a table, the topmost line first.
 * @param {Land} land @param {string[]} variables
 * @returns {{ heads: string[], rows: string[][] }}
 */
export function cellsOf({ grid: { x, y, values } }, [first, second]) {
  const pick = (/** @type {number[]} */ axis) => Array.from({ length: tableSize }, (_, i) => Math.round((i / (tableSize - 1)) * (axis.length - 1)));
  const columns = pick(x);
  return {
    heads: [`${second} \\ ${first}`, ...columns.map((i) => format(x[i], 3))],
    rows: pick(y).reverse().map((j) => [format(y[j], 3), ...columns.map((i) => format(values[j * x.length + i], 4))]),
  };
}

/** The lowest and the highest value in words, for the ends of a legend. @param {number[]} values at least one of them finite */
export function ends(values) {
  const finite = values.filter(Number.isFinite);
  return { low: `low ${format(finite.reduce((a, b) => Math.min(a, b)), 3)}`, high: `${format(finite.reduce((a, b) => Math.max(a, b)), 3)} high` };
}

/**
 * The coordinates after an arrow key: five pixels a stroke.
 * @param {number[]} coordinates @param {{ x: number, y: number }} strokes @param {number} pixel what a pixel is worth
 */
export function nudged([x, y], strokes, pixel) {
  const step = pixel * 5;
  return [rounded(x + strokes.x * step, step / 4), rounded(y + strokes.y * step, step / 4)];
}
