// Where the race is run: over the landscape of two variables, on the curve of one. A click, or the handle, sets the start.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest } from "../api/latest.js";
import { windowOf } from "../math/descent-window.js";
import { near } from "../math/descent-words.js";
import { nudged } from "../math/landscape.js";
import { segmentOf } from "../math/measured.js";
import { stride } from "../math/moves.js";
import { format, rounded, toNumber } from "../math/numbers.js";
import { fitted, heightAt, span } from "../math/windows.js";
import { traceCurve } from "../plot/curve.js";
import { PathText } from "../plot/path.js";
import { wayOf } from "../plot/ways.js";
import { svg } from "../view/elements.js";
import { createHandle } from "../view/handle.js";
import { createStage } from "../view/stage.js";
import { createWays } from "../view/ways.js";
import { createLandscape } from "./landscape.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../math/race.js").Run} Run */
/** @typedef {import("../state.js").Interval} Interval */
/** @typedef {{ reading: Reading, runs: readonly Run[] }} Shown */

/**
 * The race of a function of two variables.
 * @param {HTMLElement} host
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(busy: boolean) => void} options.busy
 * @param {() => void} options.onChange told when the landscape, or its refusal, has come
 * @param {(start: number[]) => void} options.onStart
 */
export function createRaceLandscape(host, { store, busy, onChange, onStart }) {
  /** @type {Shown | null} */
  let shown = null;
  const landscape = createLandscape(host, { store, label: "The race over the landscape of the function", onSlow: busy, onChange });
  const { stage } = landscape;
  const start = () => {
    const at = store.state.start;
    return shown === null || at === null ? null : shown.reading.variables.map((name) => at[name]);
  };
  const handle = createHandle(stage.handles, {
    label: "Start of the descents",
    letter: "start",
    kind: "path",
    onMove: ({ x, y }) => stage.frame && onStart([near(stage.frame.xAt(x), stage.frame.pixel.x), near(stage.frame.yAt(y), stage.frame.pixel.y)]),
    onNudge: (strokes) => {
      const at = start();
      if (stage.frame && at) onStart(nudged(at, strokes, stage.frame.pixel.x));
    },
  });
  const ways = createWays(stage, {
    waysIn: (frame) => (shown === null ? [] : shown.runs.map((run) => {
      const [x, y] = /** @type {Shown} */ (shown).reading.variables;
      return run && wayOf(run.step, run.points[x].map(toNumber), run.points[y].map(toNumber), frame);
    })),
  });
  stage.onPaint((frame) => {
    const at = start();
    if (at === null || at.some((each) => each === undefined)) return handle.put({ x: 0, y: 0, shown: false });
    const [x, y] = [frame.x(at[0]), frame.y(at[1])];
    handle.put({ x, y, shown: x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom });
    const [min, max] = frame.domain.x;
    handle.tell({ now: at[0], min, max, text: at.map((each, i) => `${/** @type {Shown} */ (shown).reading.variables[i]} ${format(each)}`).join(", ") });
  });
  stage.picture.addEventListener("click", (event) => {
    const { frame } = stage;
    if (frame === null || event.target !== stage.ground) return;
    const box = stage.picture.getBoundingClientRect();
    onStart([near(frame.xAt(event.clientX - box.left), frame.pixel.x), near(frame.yAt(event.clientY - box.top), frame.pixel.y)]);
  });
  return {
    landscape,
    /** @param {Reading | null} reading of two variables @param {readonly Run[]} runs @param {string} words */
    show(reading, runs, words) {
      const others = reading !== shown?.reading;
      shown = reading === null ? null : { reading, runs };
      if (others) landscape.about(reading);
      if (reading === null) return;
      stage.describe(words);
      stage.repaint();
    },
    time: ways.show,
  };
}

/**
 * The race of a function of one variable.
 * @param {HTMLElement} host
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(start: number[]) => void} options.onStart
 */
export function createRaceCurve(host, { store, onStart }) {
  /** @type {Shown | null} */
  let shown = null;
  /** @type {import("../math/windows.js").Segment[]} */
  let segments = [];
  /** @type {Interval} */
  let x = [-3, 3];
  const latest = createLatest();
  const stage = createStage(host, {
    kind: "course", label: "The race on the curve of the function",
    onView: (view) => store.set({ x: view.x }),
    onReset: () => store.set({ x: null }),
  });
  const start = () => (shown === null ? undefined : store.state.start?.[shown.reading.variables[0]]);
  const handle = createHandle(stage.handles, {
    label: "Start of the descents",
    letter: "start",
    kind: "path",
    onMove: (spot) => stage.frame && onStart([rounded(stage.frame.xAt(spot.x), stage.frame.pixel.x)]),
    onNudge: (strokes) => {
      const at = start();
      if (stage.frame && at !== undefined) onStart([rounded(at + (strokes.x + strokes.y) * stride(stage.frame.pixel.x), stage.frame.pixel.x)]);
    },
  });
  stage.onPaint((frame) => {
    const pen = new PathText();
    traceCurve(pen, segments, frame);
    stage.under.replaceChildren(svg("path", { class: "curve function", d: String(pen) }));
    const at = start();
    const height = at === undefined ? null : heightAt(segments, at);
    if (at === undefined || height === null) return handle.put({ x: 0, y: 0, shown: false });
    const spot = { x: frame.x(at), y: Math.min(frame.bottom, Math.max(frame.top, frame.y(height))) };
    handle.put({ ...spot, shown: spot.x >= frame.left && spot.x <= frame.right, below: spot.y < frame.top + 30 });
    handle.tell({ now: at, min: frame.domain.x[0], max: frame.domain.x[1], text: `${/** @type {Shown} */ (shown).reading.variables[0]} ${format(at)}` });
  });
  const ways = createWays(stage, {
    waysIn: (frame) => (shown === null ? [] : shown.runs.map((run) => run && wayOf(run.step, run.points[/** @type {Shown} */ (shown).reading.variables[0]].map(toNumber), run.value.map(toNumber), frame))),
  });
  stage.picture.addEventListener("click", (event) => {
    const { frame } = stage;
    if (frame !== null && event.target === stage.ground) onStart([rounded(frame.xAt(event.clientX - stage.picture.getBoundingClientRect().left), frame.pixel.x)]);
  });
  store.subscribe((_, changed) => changed.has("x") && shown !== null && sample());

  /** What is shown of the axis: what was chosen, else where the runs are; it stays as long as it shows them well. @returns {Interval} */
  function windowNow() {
    if (store.state.x !== null || shown === null) return store.state.x ?? x;
    const [name] = shown.reading.variables;
    const windows = shown.runs.flatMap((run) => (run ? [windowOf(run.points[name].map(toNumber), toNumber(run.best.point[name]))] : []));
    if (windows.length === 0) return x;
    const wanted = /** @type {Interval} */ ([Math.min(...windows.map(([low]) => low)), Math.max(...windows.map(([, high]) => high))]);
    const stays = wanted[0] >= x[0] - 0.1 * span(x) && wanted[1] <= x[1] + 0.1 * span(x) && span(wanted) > span(x) / 3;
    return stays ? x : wanted;
  }

  function sample() {
    if (shown === null) return;
    const { reading } = shown;
    x = windowNow();
    const part = x;
    latest.run(
      (signal) => ask(calls.curve(reading, part, "value"), signal),
      (answer) => {
        segments = answer.segments.map(segmentOf);
        stage.vacant(segments.length === 0 ? "Nothing to draw: the function has no value here." : null);
        stage.show({ x: part, y: fitted(segments, part) }, { x: reading.variables[0], y: reading.name });
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        segments = [];
        stage.vacant(error.message);
        stage.repaint();
      },
    );
  }

  return {
    /** @param {Reading | null} reading of one variable @param {readonly Run[]} runs @param {string} words */
    show(reading, runs, words) {
      if (reading !== null && reading !== shown?.reading) x = [-3, 3];
      host.hidden = reading === null;
      shown = reading === null ? null : { reading, runs };
      if (reading === null) return latest.cancel();
      stage.describe(words);
      sample();
    },
    time: ways.show,
  };
}
