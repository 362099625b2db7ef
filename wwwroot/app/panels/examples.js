// A gallery of functions worth seeing.
import { examples } from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { rounded } from "../math/numbers.js";
import { span } from "../math/windows.js";
import { initial } from "../state.js";
import { el } from "../view/elements.js";
import { typeset } from "../view/typeset.js";

/** @typedef {{ name: string, sentence: string, function: string, latex: string, window: Record<string, [number, number]>, request: { body: any } }} Example */
/** @typedef {import("../state.js").State} State */

/** @param {HTMLElement} host @param {import("../state.js").Store} store */
export async function mountExamples(host, store) {
  /** @type {Example[]} */
  let all;
  try {
    const { examples: own, problems } = await ask(examples);
    all = [...own, ...problems.filter((/** @type {Example} */ { window }) => Object.keys(window).length > 0)]; // those that can be drawn
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    host.hidden = true; // the field works without a gallery
    return;
  }
  const buttons = all.map((example) => {
    const formula = el("span", {});
    typeset(formula, example.latex);
    return el("button", { type: "button", title: example.sentence, onclick: () => store.set(stateOf(example)) }, el("small", {}, example.name), formula);
  });
  host.replaceChildren(...buttons);

  const mark = () => all.forEach((example, i) => buttons[i].setAttribute("aria-pressed", String(example.function === store.state.function)));
  store.subscribe((_, changed) => changed.has("function") && mark());
  mark();
}

/** What an example says about the page's state; the rest is as at first. @param {Example} example @returns {State} */
function stateOf({ function: definition, window, request: { body } }) {
  const [x = null, y = null] = Object.values(window);
  return {
    ...initial,
    function: definition,
    data: numbersOf(body.data),
    dataset: linesOf({ ...body.data, ...body.point }),
    x,
    y,
    points: x === null ? initial.points : pointsOf(x, body),
    at: numbersOf(body.point),
    start: body.start ?? null,
    optimizer: body.optimizer?.name ?? initial.optimizer,
    rate: body.optimizer?.lr ?? initial.rate,
    steps: body.steps ?? initial.steps,
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
function pointsOf(x, { from, to, point }) {
  if (typeof from === "number" && typeof to === "number") return [from, to];
  const p = typeof point === "number" ? point : rounded(x[0] + 0.6 * span(x), span(x) / 10);
  return [p, rounded(p + 0.2 * span(x), span(x) / 10)];
}
