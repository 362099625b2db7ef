// Every weight with its gradient and its last change: squares whose areas are sizes, filled where positive and hollow where negative.
import { entriesOf } from "../math/training-frames.js";
import { format, toNumber } from "../math/numbers.js";
import { el, say, set, svg } from "../view/elements.js";
import { table } from "../view/table.js";

/** @typedef {import("../math/training-frames.js").Frame} Frame */

/** Weights that are drawn; of more only the names are told. */
const most = 600;

/** Pixels of a square's place: where weights are few, there is room. @param {number} count */
const cellFor = (count) => (count <= 12 ? 24 : count <= 60 ? 16 : 13);

/** @type {{ of: "weights" | "gradient" | "change", title: string }[]} */
const kinds = [{ of: "weights", title: "Weights" }, { of: "gradient", title: "Gradient" }, { of: "change", title: "Change" }];

/** Rows of numbers. @param {any} value @returns {number[][]} */
const rowsOf = (value) => (!Array.isArray(value) ? [[toNumber(value)]] : Array.isArray(value[0]) ? value.map((row) => row.map(toNumber)) : [value.map(toNumber)]);

/** @param {HTMLElement} host */
export function createTrainingWeights(host) {
  const grid = el("div", { class: "hinton", role: "img", "aria-label": "Weights, gradient and last change, as squares" });
  const words = el("p", { class: "quiet-words" });
  const numbers = el("div");
  const details = el("details", { class: "numbers-behind", "data-part": "weights-numbers" }, el("summary", {}, "Every weight in numbers"), numbers);
  host.append(grid, words, details);
  let signature = "";
  /** @type {Frame | null} */
  let shown = null;
  /** @type {ReturnType<typeof setTimeout> | null} */
  let later = null;
  /** @type {Record<string, SVGRectElement[]>} */
  let squares = {};
  let cell = 13;
  /** Whether a person opened or closed the numbers; before that they are open where they are few. */
  let isChosen = false;

  /** @param {Frame} frame */
  function build(frame) {
    const all = entriesOf(frame.weights);
    squares = { weights: [], gradient: [], change: [] };
    cell = cellFor(all.length);
    if (!isChosen) details.open = all.length <= 8;
    if (all.length > most) return grid.replaceChildren(el("p", { class: "quiet-words" }, `There are ${all.length} weights, more than can be told apart in squares.`));
    grid.replaceChildren(el("div", { class: "hinton-row hinton-heads", "aria-hidden": "true" }, el("span"), ...kinds.map(({ title }) => el("span", {}, title))),
      ...Object.entries(frame.weights).map(([name, value]) => {
        const rows = rowsOf(value);
        return el("div", { class: "hinton-row" }, el("span", { class: "hinton-name" }, name), ...kinds.map(({ of }) => {
          const picture = svg("svg", { viewBox: `0 0 ${rows[0].length * cell} ${rows.length * cell}`, width: rows[0].length * cell, height: rows.length * cell });
          rows.forEach((row, i) => row.forEach((_, j) => {
            const square = svg("rect", { "data-x": (j + 0.5) * cell, "data-y": (i + 0.5) * cell });
            squares[of].push(square);
            picture.append(svg("rect", { class: "hinton-place", x: j * cell, y: i * cell, width: cell, height: cell }), square);
          }));
          return el("span", { class: "hinton-cells" }, picture);
        }));
      }));
  }

  /** @param {Frame} frame */
  function update(frame) {
    for (const { of } of kinds) {
      if (squares[of].length === 0) continue;
      const values = Object.values(frame[of]).flatMap((value) => rowsOf(value).flat());
      const largest = values.reduce((a, b) => Math.max(a, Math.abs(b) || 0), 0);
      values.forEach((value, i) => {
        const side = largest === 0 || !Number.isFinite(value) ? 0 : (cell - 3) * Math.sqrt(Math.abs(value) / largest);
        const square = squares[of][i];
        set(square, { class: value < 0 ? "minus" : "plus", x: (Number(square.dataset.x) - side / 2).toFixed(1), y: (Number(square.dataset.y) - side / 2).toFixed(1), width: side.toFixed(1), height: side.toFixed(1) });
      });
    }
  }

  function fill() {
    later = null;
    if (!details.open || shown === null) return;
    const { step, weights, gradient, change } = shown;
    const [g, c] = [entriesOf(gradient), entriesOf(change)];
    numbers.replaceChildren(table(`Weights after step ${step}`, ["weight", "value", "gradient", "change"],
      entriesOf(weights).slice(0, 400).map(({ name, value }, i) => [name, { shown: format(value, 5), value }, { shown: format(g[i].value, 4), value: g[i].value }, { shown: format(c[i].value, 4), value: c[i].value }])));
  }
  details.addEventListener("toggle", fill);
  details.querySelector("summary")?.addEventListener("click", () => (isChosen = true));

  return {
    /** @param {Frame | null} frame */
    show(frame) {
      shown = frame;
      host.hidden = frame === null;
      if (frame === null) return;
      const next = JSON.stringify(Object.entries(frame.weights).map(([name, value]) => [name, rowsOf(value).map((row) => row.length)]));
      if (next !== signature) {
        signature = next;
        build(frame);
      }
      update(frame);
      say(words, frame.step === 0
        ? "Before the first step: the gradient says how the loss would change with each weight."
        : `What step ${frame.step} went by, and what it changed. A larger square is a larger number; hollow squares are negative.`);
      later ??= setTimeout(fill, 200);
    },
  };
}
