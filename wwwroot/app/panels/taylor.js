// Taylor polynomials: drawn on the curve at P, with the band in which the function lies.
import * as calls from "../api/calls.js";
import { ApiProblem } from "../api/client.js";
import { createFollower, createLatest } from "../api/latest.js";
import { askOnce } from "../api/memory.js";
import { nameLatex } from "../math/names.js";
import { format, toNumber } from "../math/numbers.js";
import { bandOf, errorSaid, highestOrder, orderSaid } from "../math/taylor.js";
import { fitted, span } from "../math/windows.js";
import { createBusy, fading } from "../view/busy.js";
import { el, say, svg } from "../view/elements.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { card, createPanel, slider } from "../view/panel.js";
import { scrolls } from "../view/scrolling.js";
import { whenSeen } from "../view/seen.js";
import { table } from "../view/table.js";
import { typeset } from "../view/typeset.js";
import { createCurvePlot, createPoint, curvePath, sampled, sampledFunction, sampleOf, windowOf } from "./curve-plot.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../math/windows.js").Segment} Segment */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountTaylor(root, { store, showRequest }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {Segment[]} */
  let f = [];
  /** Whether it is known what there is to draw. */
  let isSampled = false;
  /** What was answered, and at which point and of which order. @type {{ answer: any, polynomial: Segment[], at: number, degree: number } | null} */
  let drawn = null;

  const panel = createPanel(root, {
    title: "Taylor polynomials",
    lede: "Value, slope, bend: a polynomial that shares them with the function at P follows it the further, the more of them it shares. Drag P, raise the order.",
    onRequest: () => reading && showRequest("Taylor polynomial", [call(reading), calls.curve(reading, windowOf(store), "value"), ...(drawn ? [sampleOf(reading, drawn.answer.polynomial.text, windowOf(store))] : [])]),
  });
  const plot = el("div");
  const terms = el("div");
  panel.plots.append(plot, el("details", { class: "numbers-behind" }, el("summary", {}, "The terms in numbers"), terms));
  const stage = createCurvePlot(plot, { store, label: "The function and its Taylor polynomial at P" });
  const point = createPoint(stage, store);

  const order = slider({ id: "taylor-order", label: "Order", min: 0, max: highestOrder, step: 1, onInput: (value) => store.set({ taylorOrder: value }) });
  const radius = slider({ id: "taylor-radius", label: "Distance from P", min: 0.1, max: 5, step: 0.1, onInput: (value) => store.set({ taylorRadius: value }) });
  const shares = el("p", { class: "quiet-words small" });
  const formula = scrolls(el("div", { class: "formula taylor-formula", role: "region", "aria-label": "The polynomial, typeset" }));
  const lagrange = scrolls(el("div", { class: "formula taylor-formula", role: "region", "aria-label": "Lagrange's remainder, typeset" }));
  const error = el("p", { class: "taylor-error" });
  panel.rail.append(
    card("The polynomial at P", order.element, shares, formula),
    card("What it leaves out", radius.element, error, lagrange),
    panel.notes,
  );

  /** @param {Reading} about */
  const call = (about) => calls.taylor(about, { point: store.state.points[0], order: store.state.taylorOrder, radius: store.state.taylorRadius });

  const curves = createLatest({ onSlow: createBusy(panel.busy, "Sampling the curve…", () => curves.cancel()) });
  const polynomials = createFollower(
    async (/** @type {{ about: Reading, call: import("../api/client.js").Call, x: import("../state.js").Interval, at: number, degree: number }} */ { about, call: asked, x, at, degree }, signal) => {
      const answer = await askOnce(asked, signal);
      return { answer, polynomial: await sampled(about, answer.polynomial.text, x, signal), at, degree };
    },
    (found) => {
      drawn = found;
      showNotes(panel.notes, beyondReading(found.answer.notes ?? []));
      readOut();
      paint();
    },
    (refused) => {
      if (!(refused instanceof ApiProblem)) throw refused;
      drawn = null;
      showNotes(panel.notes, [], [refused]);
      readOut();
      paint();
    },
    40,
    { onLate: fading(root) },
  );

  function follow() {
    if (reading === null || root.hidden) return;
    const [about, x] = [reading, windowOf(store)];
    curves.run(
      (signal) => sampledFunction(about, x, signal),
      (segments) => {
        f = segments;
        isSampled = true;
        paint();
      },
      (refused) => {
        if (!(refused instanceof ApiProblem)) throw refused;
        f = [];
        isSampled = true;
        showNotes(panel.notes, [], [refused]);
        paint();
      },
    );
    polynomials.follow({ about, call: call(about), x, at: store.state.points[0], degree: store.state.taylorOrder });
  }
  const wanted = whenSeen(root, follow);

  function readOut() {
    const { taylorOrder, taylorRadius } = store.state;
    const x = windowOf(store);
    order.put(taylorOrder, String(taylorOrder));
    radius.put(taylorRadius, format(taylorRadius, 3), { max: Math.max(1, Math.round(span(x) / 2)), min: 0.1 });
    say(shares, `${orderSaid(taylorOrder)}.`.replace(/^./, (first) => first.toUpperCase()));
    for (const each of [formula, lagrange, error, terms.parentElement]) if (each) each.hidden = drawn === null;
    if (drawn === null || reading === null) return;
    const { at, degree, answer: { polynomial, remainder, terms: rows } } = drawn;
    const variable = nameLatex(reading.variables[0]);
    typeset(formula, `T_{${degree}}(${variable}) = ${polynomial.latex}`, { display: true });
    lagrange.hidden = !remainder.lagrange;
    if (remainder.lagrange) typeset(lagrange, `R_{${degree}}(${variable}) = ${remainder.lagrange.latex}`, { display: true });
    say(error, errorSaid(remainder));
    terms.replaceChildren(table(`The terms of the Taylor polynomial at ${format(at)}`, ["Order", "Derivative at P", "Coefficient", "Term"],
      rows.map((/** @type {any} */ each) => [String(each.order), format(toNumber(each.derivative)), format(toNumber(each.coefficient)), each.term.text])));
    stage.describe(`The function in blue and the polynomial of order ${degree} at ${format(at)} over it. ${errorSaid(remainder)}`);
  }

  function paint() {
    if (reading === null) return;
    const x = windowOf(store);
    stage.show({ x, y: store.state.y ?? fitted(f, x) }, { x: reading.variables[0], y: "" });
    stage.vacant(isSampled && f.length === 0 && drawn === null ? "Nothing to draw here." : null);
  }

  stage.onPaint((frame) => {
    const band = drawn && bandOf(drawn.polynomial, drawn.answer.remainder);
    const edge = (/** @type {number[]} */ xs, /** @type {number[]} */ ys) => xs.map((x, i) => `${frame.x(x).toFixed(2)},${limit(frame.y(ys[i]), frame).toFixed(2)}`);
    stage.marks.replaceChildren(
      ...(band ? [svg("path", { class: "taylor-band", d: `M${[...edge(band.x, band.high), ...edge([...band.x].reverse(), [...band.low].reverse())].join("L")}Z` })] : []),
      ...(drawn ? [drawn.answer.remainder.from, drawn.answer.remainder.to].map((at) => svg("line", { class: "taylor-end", x1: frame.x(at), x2: frame.x(at), y1: frame.top, y2: frame.bottom })) : []),
      curvePath(f, "function", frame),
      ...(drawn ? [curvePath(drawn.polynomial, "derivative", frame)] : []),
    );
    point(f, frame);
  });

  store.subscribe((_, changed) => {
    if (reading === null) return;
    if (["points", "taylorOrder", "taylorRadius", "x"].some((member) => changed.has(/** @type {keyof import("../state.js").State} */ (member)))) {
      readOut();
      wanted();
    }
    if (changed.has("y") || changed.has("points")) paint();
  });

  return {
    /** @param {Reading | null} next a function of one number, or null for none to show */
    show(next) {
      root.hidden = next === null;
      reading = next;
      isSampled = false;
      curves.cancel();
      polynomials.stop();
      if (next === null) return;
      readOut();
      wanted();
    },
  };
}

/** A height that a screen can hold. @param {number} y @param {import("../plot/frame.js").Frame} frame */
const limit = (y, frame) => Math.min(frame.bottom + 2 * frame.height, Math.max(frame.top - 2 * frame.height, y));
