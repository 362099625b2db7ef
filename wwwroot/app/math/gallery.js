// The examples of the catalogue as the page shows them.
import { rounded } from "./numbers.js";
import { span } from "./windows.js";

/** @typedef {import("../state.js").State} State */
/**
 * @typedef {object} Example
 * @property {string} [idea] what it is an example of
 * @property {string} name
 * @property {string} sentence what to look for
 * @property {string} function the definition
 * @property {string} latex
 * @property {import("./chapters.js").Chapter} [chapter]
 * @property {Record<string, [number, number]>} view what to look at, by variable
 * @property {{ body: any }} request
 */

/**
 * Examples of one idea stand together. Problems that can be drawn come last.
 * @param {{ examples: Example[], problems: Example[] }} catalogue
 */
export function groupsOf({ examples, problems }) {
  /** @type {Map<string, Example[]>} */
  const groups = new Map();
  const drawable = problems.filter((each) => Object.keys(each.view).length > 0);
  const all = [...examples, ...drawable.map((each) => ({ ...each, idea: "Problems that optimizers are tested on", chapter: /** @type {const} */ ("descent") }))];
  for (const example of all) {
    const idea = example.idea ?? "";
    groups.set(idea, [...(groups.get(idea) ?? []), example]);
  }
  return [...groups].map(([idea, own]) => ({ idea, examples: own }));
}

/** What an example says about the page's state; the rest is as at first. @param {Example} example @param {State} initial @returns {State} */
export function stateOf({ function: definition, chapter = undefined, view, request: { body } }, initial) {
  const [x = null, y = null] = Object.values(view);
  return {
    ...initial,
    function: definition,
    data: numbersOf(body.data),
    dataset: linesOf({ ...body.data, ...body.point }),
    x,
    y,
    points: x === null ? initial.points : pointsOf(x, body),
    at: numbersOf(body.point),
    dir: numbersOf(body.direction),
    start: body.start ?? null,
    optimizer: body.optimizer?.name ?? initial.optimizer,
    rate: body.optimizer?.lr ?? initial.rate,
    steps: body.steps ?? initial.steps,
    chapter: chapter ?? initial.chapter,
  };
}

/** What of a point is numbers. @param {unknown} point @returns {import("../state.js").Point} */
const numbersOf = (point) => Object.fromEntries(Object.entries(point ?? {}).filter(([, value]) => typeof value === "number"));

/** Vectors and matrices as the field for data takes them. @param {Record<string, unknown>} values */
const linesOf = (values) =>
  Object.entries(values)
    .filter(([, value]) => Array.isArray(value))
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    .join("\n");

/** P where the example asks, and Q a fifth of the picture to its right. @param {[number, number]} x @param {any} body @returns {[number, number]} */
function pointsOf(x, { from, to, point, points }) {
  if (typeof from === "number" && typeof to === "number") return [from, to];
  const first = typeof point === "number" ? point : Array.isArray(points) ? points[0] : undefined;
  const p = typeof first === "number" ? first : rounded(x[0] + 0.6 * span(x), span(x) / 10);
  return [p, rounded(p + 0.2 * span(x), span(x) / 10)];
}
