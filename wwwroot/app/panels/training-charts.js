// Loss and error against steps, of the examples that are learnt from and of new ones.
import { format } from "../math/numbers.js";
import { PathText } from "../plot/path.js";
import { seriesAxis, traceSeries } from "../plot/series.js";
import { el, say, set, svg } from "../view/elements.js";
import { createStage } from "../view/stage.js";
import { table } from "../view/table.js";

/** @typedef {import("../math/training-frames.js").Frame} Frame */
/** @typedef {import("../math/training-frames.js").Score} Score */

/** @param {HTMLElement} host @param {object} options @param {string} options.title @param {(score: Score) => string} options.titleOf @param {(score: Score) => number | null} options.of */
function createChart(host, { title, titleOf, of }) {
  /** @type {{ steps: number[], train: number[], test: number[] }} */
  let columns = { steps: [], train: [], test: [] };
  let at = 0;
  /** What the columns were made from. @type {Score | null} */
  let shownFirst = null;
  const stage = createStage(host, { kind: "series", label: `${title} against steps`, headed: true });
  const [ahead, train, test] = ["curve ahead", "curve train", "curve test"].map((name) => svg("path", { class: `training-${name}` }));
  const now = svg("line", { class: "training-now" });
  stage.marks.append(ahead, test, train, now);

  /** Draws up to the step that is shown; what comes after it is faint. */
  function move() {
    const { frame } = stage;
    if (frame === null) return;
    const path = (/** @type {number[]} */ column, /** @type {number} */ to) => {
      const pen = new PathText();
      traceSeries(pen, columns.steps.slice(0, to), column.slice(0, to), frame);
      return String(pen);
    };
    set(train, { d: path(columns.train, at + 1) });
    set(test, { d: columns.test.length > 0 ? path(columns.test, at + 1) : null });
    const x = frame.x(columns.steps[at] ?? 0);
    set(now, { x1: x, x2: x, y1: frame.top, y2: frame.bottom });
  }
  stage.onPaint((frame) => {
    const pen = new PathText();
    traceSeries(pen, columns.steps, columns.train, frame);
    set(ahead, { d: String(pen) });
    move();
  });

  return {
    /** @param {readonly Frame[]} frames @param {number} place @param {number} total */
    show(frames, place, total) {
      const known = frames.length > 0 && of(frames[0].train) !== null;
      host.hidden = !known;
      if (!known) return;
      at = place;
      say(stage.name, titleOf(frames[0].train));
      if (frames.length === columns.steps.length && frames[0].train === shownFirst) return move();
      shownFirst = frames[0].train;
      columns = {
        steps: frames.map(({ step }) => step),
        train: frames.map((frame) => of(frame.train) ?? NaN),
        test: frames[0].test === null ? [] : frames.map((frame) => (frame.test && of(frame.test)) ?? NaN),
      };
      const { log, y } = seriesAxis([...columns.train, ...columns.test]);
      stage.show({ x: [0, Math.max(1, total, columns.steps.at(-1) ?? 1)], y: log ? y : [Math.min(0, y[0]), y[1]], log }, { x: "steps", y: "" });
      const final = (/** @type {number[]} */ column) => format(column.at(-1) ?? NaN, 3);
      stage.describe(`${title} goes from ${format(columns.train[0], 3)} at step 0 to ${final(columns.train)} at step ${columns.steps.at(-1)}${columns.test.length > 0 ? `; on new examples it ends at ${final(columns.test)}` : ""}.`);
    },
  };
}


/** @param {HTMLElement} host */
export function createTrainingCharts(host) {
  const [lossHost, errorHost] = [el("div", { "data-part": "loss-chart" }), el("div", { "data-part": "error-chart" })];
  const legend = el("p", { class: "training-keys", "aria-hidden": "true" }, el("span", { class: "key train" }), "training examples", el("span", { class: "key test" }), "new examples");
  const numbers = el("div");
  const details = el("details", { class: "numbers-behind" }, el("summary", {}, "Losses and errors in numbers"), numbers);
  host.append(el("div", { class: "training-pair" }, lossHost, errorHost), legend, details);
  const loss = createChart(lossHost, { title: "Loss", titleOf: () => "Loss", of: (score) => score.loss });
  const error = createChart(errorHost, { title: "Error", titleOf: ({ error: percent }) => (percent === null ? "Error: root of the mean square" : "Error: percent of the examples"), of: (score) => score.error ?? score.deviation });
  /** @type {readonly Frame[]} */
  let shown = [];

  function fill() {
    if (!details.open) return;
    const [first] = shown;
    const stride = Math.max(1, Math.ceil(shown.length / 200));
    const picked = shown.filter((_, i) => i % stride === 0 || i === shown.length - 1);
    const number = (/** @type {number | null | undefined} */ value) => (value === null || value === undefined ? "" : { shown: format(value, 5), value });
    const what = first?.train.error !== null ? "wrong %" : "root of mean square";
    const heads = ["step", "loss", what, ...(first?.test ? ["loss, new", `${what}, new`] : []), "length of the gradient"];
    numbers.replaceChildren(table("Losses and errors", heads, picked.map(({ step, train, test, gradientNorm }) =>
      [String(step), number(train.loss), number(train.error ?? train.deviation), ...(test ? [number(test.loss), number(test.error ?? test.deviation)] : []), number(gradientNorm)])));
  }
  details.addEventListener("toggle", fill);

  return {
    /** @param {readonly Frame[]} frames @param {number} place @param {number} total */
    show(frames, place, total) {
      const grew = frames.length !== shown.length || frames[0] !== shown[0];
      shown = frames;
      legend.hidden = frames.length === 0 || frames[0].test === null;
      loss.show(frames, place, total);
      error.show(frames, place, total);
      if (grew) fill();
    },
  };
}
