// The slope at P from values alone: the error of six methods against their step h, when it is asked for.
import { numericDerivative } from "../api/calls.js";
import { ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { format, readable, toNumber } from "../math/numbers.js";
import { errorAxis, errorLine } from "../plot/errors.js";
import { PathText } from "../plot/path.js";
import { traceSeries } from "../plot/series.js";
import { el, part, svg } from "../view/elements.js";
import { showNotes } from "../view/notes.js";
import { createStage, word } from "../view/stage.js";
import { table } from "../view/table.js";
import { mountGetDeriv } from "./get-deriv.js";

/** @typedef {{ method: string, h: number[], error: number[], bestH?: number, bestError: number, why: string }} Sweep */

/** @type {Record<string, string>} */
const names = {
  forward: "Forward", backward: "Backward", central: "Central", five_point: "Five points", richardson: "Richardson", complex_step: "Complex step",
};

/**
 * @param {HTMLElement} root
 * @param {() => { reading: import("../api/calls.js").Reading, point: number } | null} current
 * @returns {() => void} to be called when what is shown changes
 */
export function mountNumeric(root, current) {
  const details = /** @type {HTMLDetailsElement} */ (part(root, "numeric"));
  const stage = createStage(part(root, "errors"), { kind: "errors", label: "Error of the slope against the step h", headed: false });
  const methods = part(root, "methods");
  const behind = part(root, "errors-table");
  const problems = part(root, "numeric-notes");
  const program = mountGetDeriv(part(root, "get-deriv"));
  const latest = createLatest();
  /** @type {Sweep[]} */
  let sweeps = [];

  stage.onPaint((frame) => {
    const { floor } = errorAxis(sweeps);
    stage.marks.replaceChildren(...sweeps.flatMap((sweep) => {
      const line = errorLine(sweep, floor);
      const pen = new PathText();
      traceSeries(pen, line.x, line.y, frame);
      const best = sweep.bestH === undefined ? -1 : sweep.h.indexOf(sweep.bestH);
      return [
        svg("path", { class: `method ${sweep.method}`, d: String(pen) }),
        ...(best < 0 ? [] : [svg("circle", { class: `best ${sweep.method}`, cx: frame.x(line.x[best]), cy: frame.y(line.y[best]), r: 4.5 })]),
      ];
    }));
    stage.labels.replaceChildren(...(sweeps.length === 0 ? [] : [
      word("← rounding", { class: "leg-label", x: frame.left + 10, y: frame.top + 18 }),
      word("truncation →", { class: "leg-label", x: frame.right - 46, y: frame.top + 18, "text-anchor": "end" }),
    ]));
  });

  /** @param {any} answer @param {string} at the point in words */
  function show(answer, at) {
    sweeps = answer.sweep.map((/** @type {any} */ sweep) => ({ ...sweep, error: sweep.error.map(toNumber), bestError: toNumber(sweep.bestError) }));
    const { y } = errorAxis(sweeps);
    stage.show({ x: [-16.5, -0.5], y, log: true }, { x: "log₁₀ h", y: "" });
    const drawn = sweeps.some(({ error }) => error.some(Number.isFinite));
    stage.vacant(drawn ? null : "Nothing to draw: no step has an error to show here.");
    stage.describe(`At ${at} the slope is ${format(toNumber(answer.exact))}. ${sweeps.filter(({ bestH }) => bestH !== undefined)
      .map(({ method, bestH, bestError }) => `${names[method]}: smallest error ${format(bestError, 2)} at h ${format(/** @type {number} */ (bestH), 1)}.`).join(" ")}`);
    methods.replaceChildren(...sweeps.map(row));
    behind.replaceChildren(table("Errors of the slope by step and method", ["h", ...sweeps.map(({ method }) => names[method])],
      sweeps[0].h.map((h, i) => [format(h, 1), ...sweeps.map(({ error }) => format(error[i], 2))])));
    showNotes(problems, [], []);
  }

  function fill() {
    const shown = details.open ? current() : null;
    if (shown === null) return;
    const { reading, point } = shown;
    latest.run(
      (signal) => ask(numericDerivative(reading, point), signal),
      (answer) => {
        show(answer, `${reading.variables[0]} = ${format(point)}`);
        program.show(reading, point, toNumber(answer.exact));
      },
      (error) => {
        sweeps = [];
        stage.vacant("The errors can't be drawn.");
        stage.repaint();
        methods.replaceChildren();
        behind.replaceChildren();
        showNotes(problems, [], [error]);
      },
    );
  }

  details.addEventListener("toggle", fill);
  return debounce(150, fill);
}

/** @param {Sweep} sweep */
function row({ method, bestH, bestError, why }) {
  return el("tr", {},
    el("th", { scope: "row" }, svg("svg", { class: "swatch", viewBox: "0 0 24 8", "aria-hidden": "true" }, svg("path", { class: `method ${method}`, d: "M0 4H24" })), names[method]),
    el("td", {}, bestH === undefined ? "none" : format(bestH, 1)),
    el("td", {}, bestH === undefined ? "none" : format(bestError, 2)),
    el("td", { class: "why" }, readable(why)));
}
