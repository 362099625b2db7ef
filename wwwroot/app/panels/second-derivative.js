// The second derivative: its formula, its curve, and what it says of the bend at P.
import { derivativeOf } from "../api/calls.js";
import { ApiProblem } from "../api/client.js";
import { createFollower } from "../api/latest.js";
import { askOnce } from "../api/memory.js";
import { nameLatex } from "../math/names.js";
import { format, toNumber } from "../math/numbers.js";
import { fitted, heightAt } from "../math/windows.js";
import { fading } from "../view/busy.js";
import { el, say, svg } from "../view/elements.js";
import { scrolls } from "../view/scrolling.js";
import { createStage } from "../view/stage.js";
import { typeset } from "../view/typeset.js";
import { curvePath, sampled } from "./curve-plot.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../state.js").Interval} Interval */

/**
 * @param {{ controls: HTMLElement, plot: HTMLElement }} hosts
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {() => Reading | null} options.reading
 * @param {() => Interval} options.window
 */
export function mountSecondDerivative({ controls, plot }, { store, reading, window }) {
  /** @type {{ answer: any, segments: import("../math/windows.js").Segment[], p: number } | null} */
  let found = null;
  const box = el("input", { type: "checkbox", onchange: () => store.set({ second: box.checked }) });
  const formula = scrolls(el("div", { class: "formula", role: "region", "aria-label": "Second derivative, typeset" }));
  const bend = el("p", { class: "quiet-words", role: "status" });
  controls.append(el("label", { class: "choice" }, box, " Second derivative"), formula, bend);
  const stage = createStage(plot, { kind: "second", label: "Curve of the second derivative" });

  const follower = createFollower(
    async (/** @type {{ about: Reading, p: number, x: Interval }} */ { about, p, x }, signal) => {
      const answer = await askOnce(derivativeOf(about, 2, [p]), signal);
      return { answer, segments: await sampled(about, answer.derivative.text, x, signal), p };
    },
    (result, { about }) => {
      found = result;
      show(about);
    },
    (error, { about }) => {
      if (!(error instanceof ApiProblem)) throw error;
      found = null;
      show(about);
      say(bend, error.message);
    },
    40,
    { onLate: fading(controls) },
  );

  function follow() {
    const about = reading();
    const { second, points: [p] } = store.state;
    box.checked = second;
    for (const each of [plot, formula, bend]) each.hidden = !second;
    if (about === null || !second) follower.stop();
    else follower.follow({ about, p, x: window() });
  }

  /** @param {Reading} about */
  function show({ name, variables: [variable] }) {
    const [f, x] = [nameLatex(name), nameLatex(variable)];
    typeset(stage.name, `${f}''(${x})`);
    stage.show({ x: window(), y: fitted(found?.segments ?? [], window()) }, { x: variable, y: "" });
    stage.vacant(found !== null && found.segments.length > 0 ? null : "There is no second derivative to draw here.");
    if (found === null) {
      delete formula.dataset.latex;
      return formula.replaceChildren();
    }
    const value = toNumber(found.answer.values[0]);
    typeset(formula, `${f}''(${x}) = ${found.answer.derivative.latex}`, { display: true });
    say(bend, `At P it is ${format(value, 5)}${value > 0 ? ": the slope grows here, the curve bends up." : value < 0 ? ": the slope falls here, the curve bends down." : "."}`);
    stage.describe(`The curve of the second derivative. At ${variable} = ${format(found.p)} it is ${format(value)}.`);
  }

  stage.onPaint((frame) => {
    if (found === null) return stage.marks.replaceChildren();
    const [height, at] = [heightAt(found.segments, found.p), frame.x(found.p)];
    stage.marks.replaceChildren(
      ...(at > frame.left && at < frame.right ? [svg("line", { class: "cursor-line", x1: at, x2: at, y1: frame.top, y2: frame.bottom })] : []),
      curvePath(found.segments, "derivative", frame),
      ...(height === null ? [] : [svg("circle", { class: "cursor-dot derivative", cx: at, cy: frame.y(height), r: 4.5 })]));
  });

  store.subscribe((_, changed) => (changed.has("second") || changed.has("points") || changed.has("x")) && follow());
  return { follow };
}
