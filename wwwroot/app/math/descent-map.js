// Maps of where descents end: what is asked for, what each cell means, and the legend.
import { format, toNumber } from "./numbers.js";

/** @typedef {import("./windows.js").Interval} Interval */
/** @typedef {{ by: "starts" | "rates", names: string[] }} Choice names: two coordinates of the start; or what stands beside the rate, a coordinate or momentum */

/** Colours that can be told apart; ends beyond these share the last one. */
export const endColours = 8;

/** What a person chose, as the address says it: `starts:x,y` or `rates:x`. @param {string} text @param {readonly string[]} variables @returns {Choice} */
export function choiceOf(text, variables) {
  const [by, list = ""] = text.split(":");
  const names = list.split(",").filter((name) => variables.includes(name));
  if (variables.length === 1 || by === "rates") return { by: "rates", names: list === "momentum" ? ["momentum"] : [names[0] ?? variables[0]] };
  const [first = variables[0]] = names;
  return { by: "starts", names: [first, names[1] !== undefined && names[1] !== first ? names[1] : /** @type {string} */ (variables.find((name) => name !== first))] };
}

/** @param {Choice} choice */
export const choiceText = ({ by, names }) => `${by}:${names.join(",")}`;

/** Descents of so many steps together are a matter of a second or two. */
const affordable = 1.6e6;

/** The resolutions in which a map is drawn, one after the other: a coarse one at once, finer ones when they come. @param {number} steps */
export function resolutions(steps) {
  const finest = Math.max(20, Math.min(80, Math.round(Math.sqrt(affordable / steps))));
  return [...new Set([Math.min(16, finest), Math.min(36, finest), finest])];
}

/**
 * @typedef {object} Cells a map as it was answered
 * @property {string[]} axes names
 * @property {number[]} x the values along the first axis
 * @property {number[]} y
 * @property {Int16Array} kind for each cell the number of its end, or a negative number: `onTheWay`, `away`, `still`
 * @property {number[]} steps
 * @property {{ point: Record<string, any>, value: number | string, cells: number }[]} ends
 */

export const [onTheWay, away, still] = [-1, -2, -3];

/** @param {any} answer @returns {Cells} */
export function cellsOf({ axes, end, steps, reason, reasons, ends }) {
  const kind = Int16Array.from(end, (/** @type {number} */ each, /** @type {number} */ i) => {
    if (each >= 0) return each;
    const why = reasons[reason[i]];
    return why === "diverged" ? away : why === "steps" || why === "budget" ? onTheWay : still;
  });
  return { axes: axes.map((/** @type {any} */ axis) => axis.name), x: axes[0].values, y: axes[1].values, kind, steps, ends };
}

/** The cell nearest to a place; -1 outside. @param {readonly number[]} values rising @param {number} value @param {boolean} log */
export function cellAt(values, value, log) {
  const at = log ? Math.log : (/** @type {number} */ each) => each;
  const [first, last] = [at(values[0]), at(values[values.length - 1])];
  const share = (at(value) - first) / (last - first);
  const half = 0.5 / (values.length - 1);
  if (!(share >= -half - 1e-9 && share <= 1 + half + 1e-9)) return -1;
  return Math.min(values.length - 1, Math.max(0, Math.round(share * (values.length - 1))));
}

/** The name of the style of a kind of cell. @param {number} kind */
export const styleOf = (kind) => (kind >= 0 ? `end-${Math.min(kind, endColours - 1) + 1}` : kind === away ? "end-away" : kind === still ? "end-still" : "end-way");

/** @param {Cells["ends"][number]} end */
const endSaid = ({ point, value }) => `(${Object.values(point).map((each) => (Array.isArray(each) ? "…" : format(toNumber(each), 3))).join(", ")}), value ${format(toNumber(value), 3)}`;

/** What a cell says. @param {Cells} cells @param {number} kind @param {number} steps */
export function cellSaid({ ends }, kind, steps) {
  const count = steps === 1 ? "1 step" : `${steps} steps`;
  if (kind >= 0) return `ends at ${endSaid(ends[kind])} after ${count}`;
  return kind === away ? `flies off after ${count}` : kind === still ? `comes to a standstill after ${count}, not at a minimum` : `is still on its way after ${count}`;
}

/** The legend: one entry for each colour, with how many cells have it. @param {Cells} cells */
export function legendOf({ kind, ends }) {
  const count = (/** @type {number} */ wanted) => kind.reduce((sum, each) => sum + (each === wanted ? 1 : 0), 0);
  const shares = (/** @type {number} */ cells) => `${format((100 * cells) / kind.length, 2)} %`;
  const entries = ends.slice(0, endColours).map((end, i) => ({ style: styleOf(i), words: `ends at ${endSaid(end)}`, share: shares(count(i)) }));
  if (ends.length > endColours) {
    const rest = ends.slice(endColours).reduce((sum, { cells }) => sum + cells, count(endColours - 1));
    entries[endColours - 1] = { style: styleOf(endColours), words: `ends at one of ${ends.length - endColours + 1} other places`, share: shares(rest) };
  }
  for (const [each, words] of /** @type {const} */ ([[away, "flies off"], [still, "stands still, not at a minimum"], [onTheWay, "is still on its way"]]))
    if (count(each) > 0) entries.push({ style: styleOf(each), words, share: shares(count(each)) });
  return entries;
}
