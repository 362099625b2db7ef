// Slope and derivative of a function of one variable: a curve with two points, and the curve of its derivative below.
import * as calls from "../api/calls.js";
import { ask } from "../api/client.js";
import { createFollower, createLatest, debounce } from "../api/latest.js";
import { format, rounded, toNumber } from "../math/numbers.js";
import { fitted, heightAt } from "../math/windows.js";
import { createBusy } from "../view/busy.js";
import { part } from "../view/elements.js";
import { createHandle } from "../view/handle.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { createStage } from "../view/stage.js";
import { nameLatex, typeset } from "../view/typeset.js";
import { drawCurve, drawCursor, drawSlope } from "./curve-drawing.js";
import { readOut } from "./curve-readout.js";
import { mountDistance } from "./slope.js";
import { mountCurveTable } from "./curve-table.js";
import { mountNumeric } from "./numeric.js";
import { mountDerivativeLimit } from "./derivative-limit.js";
import { mountDerivativeSteps } from "./derivative-steps.js";

/** @typedef {import("../state.js").Interval} Interval */
/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("./curve-readout.js").Measured} Measured */
/** @typedef {import("../math/windows.js").Segment} Segment */
/** @typedef {import("../api/client.js").Call} Call */

const usualX = /** @type {Interval} */ ([-5, 5]);

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: Call[]) => void} options.showRequest
 */
export function mountDerivative(root, { store, showRequest }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {{ f: Segment[], d: Segment[] } | null} */
  let curves = null;
  /** @type {Measured | null} */
  let answer = null;
  /** @type {{ x: number, value?: number, slope?: number } | null} */
  let cursor = null;
  /** @type {{ curve: unknown[], points: unknown[] }} */
  const errors = { curve: [], points: [] };
  /** @type {{ curve: any[], points: any[] }} */
  const notes = { curve: [], points: [] };

  const window = () => store.state.x ?? usualX;
  const zooming = {
    onView: (/** @type {{ x: Interval, y: Interval }} */ { x, y }) => store.set({ x, y }),
    onReset: () => store.set({ x: null, y: null }),
  };
  const above = createStage(part(root, "function-plot"), { kind: "function", label: "Curve of the function", ...zooming });
  const below = createStage(part(root, "derivative-plot"), { kind: "derivative", label: "Curve of the derivative" });

  const sampled = createLatest({ onSlow: createBusy(part(root, "busy"), "Sampling the curve…", () => sampled.cancel()) });
  const sample = () => {
    if (reading === null) return;
    const asked = sampleCalls(reading, window());
    sampled.run(
      (signal) => Promise.all(asked.map((call) => ask(call, signal))),
      ([f, d]) => {
        curves = { f: f.segments.map(segment), d: d.segments.map(segment) };
        errors.curve = [];
        notes.curve = [...(f.notes ?? []), ...(d.notes ?? [])];
        paint();
      },
      (error) => {
        curves = { f: [], d: [] };
        errors.curve = [error];
        paint();
      },
    );
  };
  const sampleSoon = debounce(50, sample);

  const points = createFollower(
    (/** @type {{ reading: Reading, points: Interval }} */ input, signal) => measure(input.reading, input.points, signal),
    (result) => {
      answer = result;
      errors.points = [];
      notes.points = result.notes;
      paint();
    },
    (error) => {
      answer = null;
      errors.points = [error];
      paint();
    },
  );
  const measurePoints = () => reading && points.follow({ reading, points: store.state.points });

  const pointer = createFollower(
    (/** @type {{ reading: Reading, x: number }} */ input, signal) => ask(calls.derivative(input.reading, input.x), signal),
    (result, { x }) => {
      if (cursor === null) return;
      cursor = { x, value: toNumber(result.functionValue), slope: toNumber(result.value) };
      repaintCursor();
    },
    () => repaintCursor(), // the hairline stays without numbers; the panel's own requests say what is wrong
  );

  const move = (/** @type {0 | 1} */ which, /** @type {number} */ x) => {
    const next = /** @type {Interval} */ ([...store.state.points]);
    const together = next[0] === next[1];
    next[which] = x;
    if (together && which === 0) next[1] = x; // at h = 0 the tangent slides along the curve
    store.set({ points: next });
  };
  const handles = /** @type {const} */ ([0, 1]).map((which) =>
    createHandle(above.handles, {
      label: which === 0 ? "Point P" : "Point Q",
      letter: which === 0 ? "P" : "Q",
      onMove: ({ x }) => above.frame && move(which, rounded(above.frame.xAt(x), above.frame.pixel.x)),
      onNudge: ({ x, y }) => above.frame && move(which, rounded(store.state.points[which] + (x || y) * nudge(above.frame.pixel.x), above.frame.pixel.x)),
    }),
  );

  mountDistance(root, store, window);
  const steps = mountDerivativeSteps(part(root, "steps"), () => reading);
  const limit = mountDerivativeLimit(part(root, "first-principles"), { reading: () => reading, point: () => store.state.points[0], onRules: steps.open });
  const limitSoon = debounce(120, limit.follow);
  const tableShown = mountCurveTable(root, () => reading && { reading, x: window() });
  const errorsShown = mountNumeric(root, () => reading && { reading, point: store.state.points[0] });

  above.onPaint((frame) => {
    const { f } = curves ?? { f: [] };
    drawCurve(above, f, "function", frame);
    drawSlope(above, answer, frame);
    drawCursor(above, frame, cursor, f, "function", true);
    const [p, q] = store.state.points;
    const uphill = answer?.secant ? Math.sign(answer.secant.slope) || 0 : 0;
    handles.forEach((handle, which) => {
      const x = store.state.points[which];
      const known = answer?.points[which] === x ? answer[which === 0 ? "p" : "q"].value : heightAt(f, x);
      const off = known === null || !Number.isFinite(known);
      const y = off ? frame.y(0) : frame.y(known);
      // Above and to the left of a rising secant there is room, and below or to the right of a falling one.
      const below = y < frame.top + 30 || (which === 1 && !off && uphill < 0);
      handle.put({
        x: frame.x(x),
        y: Math.min(frame.bottom, Math.max(frame.top, y)),
        off,
        shown: x >= frame.domain.x[0] && x <= frame.domain.x[1] && !(which === 1 && p === q),
        letter: which === 0 ? (p === q ? "P = Q" : "P") : "Q",
        below,
        lean: (below ? 1 : -1) * uphill,
      });
      handle.tell({ now: x, min: frame.domain.x[0], max: frame.domain.x[1], text: off ? `x ${format(x)}, not defined` : `x ${format(x)}, value ${format(known)}` });
    });
  });
  below.onPaint((frame) => {
    const { d } = curves ?? { d: [] };
    drawCurve(below, d, "derivative", frame);
    drawCursor(below, frame, cursor ?? (answer && { x: answer.points[0], slope: answer.p.slope }), d, "derivative", cursor !== null);
  });

  for (const stage of [above, below]) {
    stage.picture.addEventListener("pointermove", (event) => {
      const { frame } = stage;
      if (event.pointerType === "touch" || event.buttons !== 0 || frame === null || reading === null) return;
      const x = frame.xAt(event.clientX - stage.picture.getBoundingClientRect().left);
      const inside = x >= frame.domain.x[0] && x <= frame.domain.x[1];
      cursor = inside ? { ...cursor, x: rounded(x, frame.pixel.x) } : null;
      if (cursor !== null) pointer.follow({ reading, x: cursor.x });
      repaintCursor();
    });
    stage.picture.addEventListener("pointerleave", () => {
      cursor = null;
      pointer.stop();
      repaintCursor();
    });
  }

  function repaintCursor() {
    above.repaint();
    below.repaint();
  }

  function paint() {
    if (reading === null) return;
    const { name, variables: [variable] } = reading;
    const x = window();
    const f = curves?.f ?? [];
    const d = curves?.d ?? [];
    above.show({ x, y: store.state.y ?? fitted(f, x) }, { x: variable, y: "" });
    below.show({ x, y: fitted(d, x) }, { x: variable, y: "" });
    const failed = errors.curve.length > 0;
    above.vacant(failed ? "The curve can't be drawn." : curves !== null && f.length === 0 ? `Nothing to draw: between ${format(x[0])} and ${format(x[1])} the function has no value.` : null);
    below.vacant(curves !== null && f.length > 0 && d.length === 0 ? "Nothing to draw: there is no derivative here." : null);
    typeset(above.name, `${nameLatex(name)}(${nameLatex(variable)})`);
    typeset(below.name, `${nameLatex(name)}'(${nameLatex(variable)})`);
    describe(x, f, d);
    readOut(root, reading, store.state.points, answer);
    showNotes(part(root, "notes"), beyondReading([...notes.points, ...notes.curve]), [...errors.points, ...errors.curve]);
  }

  /** @param {Interval} x @param {Segment[]} f @param {Segment[]} d */
  function describe(x, f, d) {
    const part = `for ${reading?.variables[0]} from ${format(x[0])} to ${format(x[1])}`;
    const pieces = (/** @type {Segment[]} */ curve) => (curve.length === 1 ? "in one piece" : `in ${curve.length} pieces`);
    const where = answer ? ` P is at ${format(answer.p.x)}, value ${format(answer.p.value)}; Q at ${format(answer.q.x)}, value ${format(answer.q.value)}.` : "";
    above.describe(`The curve of the function ${part}, ${pieces(f)}.${where}`);
    below.describe(`The curve of the derivative ${part}, ${pieces(d)}.`);
  }

  store.subscribe((_, changed) => {
    if (reading === null || root.hidden) return;
    if (changed.has("points")) {
      measurePoints();
      errorsShown();
      limitSoon();
    }
    if (changed.has("x")) {
      sampleSoon();
      tableShown();
    }
    if (changed.has("x") || changed.has("y") || changed.has("points")) paint();
  });

  part(root, "request").addEventListener("click", () => {
    if (reading === null) return;
    showRequest("Slope and derivative", [...measureCalls(reading, store.state.points), ...explainCalls(reading, store.state.points), ...sampleCalls(reading, window())]);
  });

  return {
    /** @param {Reading | null} next a function of one variable, or null for none to show */
    show(next) {
      root.hidden = next === null;
      reading = next;
      answer = null;
      cursor = null;
      sampled.cancel();
      points.stop();
      pointer.stop();
      steps.follow();
      limit.follow();
      if (next === null) return;
      sample();
      measurePoints();
      tableShown();
      errorsShown();
    },
  };
}

/** The stride of an arrow key: a short decimal near four pixels. @param {number} pixel */
function nudge(pixel) {
  const power = 10 ** Math.floor(Math.log10(pixel * 4));
  return ([1, 2, 5].find((digit) => digit * power >= pixel * 4) ?? 10) * power;
}

/** @param {{ x: (number | string)[], y: (number | string)[], startOpen?: boolean, endOpen?: boolean }} read @returns {Segment} */
const segment = (read) => ({ ...read, x: read.x.map(toNumber), y: read.y.map(toNumber) });

/** @param {Reading} reading @param {Interval} x */
const sampleCalls = (reading, x) => [calls.curve(reading, x, "value"), calls.curve(reading, x, "gradient")];

/** @param {Reading} reading @param {Interval} points */
const measureCalls = (reading, [p, q]) => [calls.derivative(reading, p), ...(p === q ? [] : [calls.derivative(reading, q), calls.slope(reading, [p, q])])];

/** @param {Reading} reading @param {Interval} points */
const explainCalls = (reading, [p]) => [calls.derivativeSteps(reading), calls.derivativeLimit(reading, p)];

/** @param {Reading} reading @param {Interval} points @param {AbortSignal} signal @returns {Promise<Measured>} */
async function measure(reading, points, signal) {
  const [atP, atQ = atP, secant = null] = await Promise.all(measureCalls(reading, points).map((call) => ask(call, signal)));
  const place = (/** @type {number} */ x, /** @type {any} */ at) => ({ x, value: toNumber(at.functionValue), slope: toNumber(at.value) });
  return {
    points,
    derivative: atP.derivative,
    p: place(points[0], atP),
    q: place(points[1], atQ),
    smooth: !atP.notes.some((/** @type {{ code: string }} */ note) => note.code === "not-differentiable"),
    secant: secant && { run: toNumber(secant.run), rise: toNumber(secant.rise), slope: toNumber(secant.slope) },
    verification: atP.verification,
    kinks: atP.kinks,
    notes: [atP, atQ, secant].flatMap((each) => each?.notes ?? []),
  };
}
