// A descent over the landscape, started by a click.
import * as calls from "../api/calls.js";
import { ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { format, toNumber } from "../math/numbers.js";
import { beside } from "../plot/beside.js";
import { PathText } from "../plot/path.js";
import { seriesAxis, traceSeries } from "../plot/series.js";
import { spaced, traceTrajectory } from "../plot/trajectory.js";
import { optimizers, place } from "../state.js";
import { createBusy } from "../view/busy.js";
import { el, part, say, svg } from "../view/elements.js";
import { showNotes } from "../view/notes.js";
import { createStage, word } from "../view/stage.js";
import { table } from "../view/table.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../state.js").Point} Point */

const names = { sgd: "SGD", momentum: "Momentum", nesterov: "Nesterov", adam: "Adam" };
const rates = { low: 1e-5, high: 1 };
const lengths = { low: 1, high: 5000 };
const places = 1000;

/** A place of a slider on a logarithmic scale, and back. @param {{ low: number, high: number }} range */
const logSlide = ({ low, high }) => ({
  at: (/** @type {number} */ place) => Number((low * (high / low) ** (place / places)).toPrecision(2)),
  of: (/** @type {number} */ value) => Math.round((places * Math.log(value / low)) / Math.log(high / low)),
});

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 * @param {import("../view/stage.js").Stage} options.landscape the picture the way is drawn over
 * @param {HTMLElement} options.plots the column of pictures, where the chart stands
 */
export function mountDescent(root, { store, showRequest, landscape, plots }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {any} */
  let trajectory = null;
  const outcome = part(root, "outcome");
  const series = createStage(part(plots, "series"), { kind: "series", label: "Value against steps", headed: false });
  const latest = createLatest({ onSlow: createBusy(part(root, "busy"), "Descending…", () => latest.cancel()) });

  /** @param {Reading} asked @param {Point} start */
  const call = (asked, start) => calls.descent(asked, { ...store.state, start });

  function run() {
    const { start } = store.state;
    if (reading === null || start === null || !covers(reading, start)) return clear();
    const asked = call(reading, start);
    latest.run(
      (signal) => ask(asked, signal),
      (result) => {
        trajectory = result;
        tell();
        draw();
      },
      (error) => {
        trajectory = null;
        const list = el("ul", { class: "notes" });
        showNotes(list, [], [error]);
        outcome.replaceChildren(list);
        draw();
      },
    );
  }
  const runSoon = debounce(60, run);

  function clear() {
    latest.cancel();
    trajectory = null;
    outcome.replaceChildren(el("p", {}, "Click the landscape, or start from the point."));
    draw();
  }

  function tell() {
    if (reading === null) return;
    const { stop, diagnosis, value } = trajectory;
    const end = reading.variables.map((name) => format(toNumber(trajectory.points[name].at(-1)), 5)).join(", ");
    const suggested = diagnosis?.suggestedRate;
    outcome.replaceChildren(
      el("p", {}, el("strong", {}, headline(stop, diagnosis)), ` ${stop.message}`),
      el("p", {}, `After ${trajectory.step.at(-1)} steps: (${end}), value ${format(toNumber(value.at(-1)), 5)}.`),
      ...(diagnosis?.explanation ? [el("p", {}, diagnosis.explanation)] : []),
      ...(typeof suggested === "number" && suggested !== store.state.rate
        ? [el("p", {}, el("button", { type: "button", onclick: () => store.set({ rate: Number(suggested.toPrecision(3)) }) }, `Try the rate ${format(suggested, 3)}`))]
        : []),
    );
  }

  function draw() {
    const values = (trajectory?.value ?? []).map(toNumber);
    const host = part(plots, "series");
    host.hidden = trajectory === null;
    part(plots, "steps-behind").hidden = trajectory === null;
    if (trajectory !== null) {
      const { log, y } = seriesAxis(values);
      series.show({ x: [0, Math.max(1, trajectory.step.at(-1))], y, log }, { x: "steps", y: reading?.name ?? "" });
      series.describe(`The value falls or rises from ${format(values[0])} to ${format(values.at(-1))} over ${trajectory.step.at(-1)} steps${log ? ", on a logarithmic axis" : ""}.`);
      fillTable();
    }
    landscape.repaint();
  }

  series.onPaint((frame) => {
    const pen = new PathText();
    if (trajectory !== null) traceSeries(pen, trajectory.step, trajectory.value.map(toNumber), frame);
    series.marks.replaceChildren(svg("path", { class: "way", d: String(pen) }));
  });

  landscape.onPaint((frame) => {
    landscape.marks.replaceChildren();
    if (trajectory === null || reading === null) return;
    const [X, Y] = reading.variables.map((name) => trajectory.points[name].map(toNumber));
    const pen = new PathText();
    const spots = traceTrajectory(pen, X, Y, frame);
    if (spots.length === 0) return;
    const [start, end] = [spots[0], spots[spots.length - 1]];
    const at = place(reading.variables, store.state.at);
    const point = { x: frame.x(at[reading.variables[0]]), y: frame.y(at[reading.variables[1]]) };
    const clear = [point, ...spaced(spots, 20, 60)];
    const label = (/** @type {string} */ text, /** @type {{ x: number, y: number }} */ spot) => {
      const { x, y, anchor } = beside(spot, clear.filter((other) => other !== spot), frame, 32);
      return word(text, { class: "way-label", x, y, "text-anchor": anchor });
    };
    landscape.marks.replaceChildren(
      svg("path", { class: "way-under", d: String(pen) }),
      svg("path", { class: "way", d: String(pen) }),
      ...spaced(spots.slice(1, -1), 9, 300).map(({ x, y }) => svg("circle", { class: "way-step", cx: x, cy: y, r: 2.25 })),
      svg("circle", { class: "way-start", cx: start.x, cy: start.y, r: 5.5 }),
      svg("circle", { class: "way-end", cx: end.x, cy: end.y, r: 5.5 }),
      label("start", start),
      label("end", end),
    );
  });

  const details = /** @type {HTMLDetailsElement} */ (part(plots, "steps-behind"));
  function fillTable() {
    if (!details.open || trajectory === null || reading === null) return;
    const { step, points, value, gradientNorm } = trajectory;
    const stride = Math.ceil(step.length / 250);
    const shown = step.map((/** @type {number} */ _, /** @type {number} */ i) => i).filter((/** @type {number} */ i) => i % stride === 0 || i === step.length - 1);
    part(plots, "steps-table").replaceChildren(
      table("Steps of the descent", ["step", ...reading.variables, "value", "|gradient|"],
        shown.map((/** @type {number} */ i) => [String(step[i]), ...(reading?.variables ?? []).map((name) => format(toNumber(points[name][i]), 5)), format(toNumber(value[i]), 5), format(toNumber(gradientNorm[i]), 5)])),
    );
  }
  details.addEventListener("toggle", fillTable);

  settings(root, store);
  /** @param {number[]} coordinates */
  const startAt = (coordinates) => reading && store.set({ start: Object.fromEntries(reading.variables.map((name, i) => [name, coordinates[i]])) });
  landscape.picture.addEventListener("click", (event) => {
    const { frame } = landscape;
    if (reading === null || frame === null || event.target !== landscape.ground) return;
    const box = landscape.picture.getBoundingClientRect();
    const near = (/** @type {number} */ value, /** @type {number} */ pixel) => Number(value.toFixed(Math.max(0, Math.ceil(-Math.log10(pixel)))));
    startAt([near(frame.xAt(event.clientX - box.left), frame.pixel.x), near(frame.yAt(event.clientY - box.top), frame.pixel.y)]);
  });
  part(root, "here").addEventListener("click", () => reading && startAt(Object.values(place(reading.variables, store.state.at))));
  part(root, "request").addEventListener("click", () => {
    if (reading !== null) showRequest("Descent", [call(reading, store.state.start ?? place(reading.variables, store.state.at))]);
  });
  store.subscribe((_, changed) => {
    if (reading !== null && ["start", "optimizer", "rate", "steps"].some((member) => changed.has(/** @type {any} */ (member)))) runSoon();
  });

  return {
    /** @param {Reading | null} next a function of two variables, or null for none */
    show(next) {
      root.hidden = next === null;
      reading = next;
      run();
    },
  };
}

/** Whether a start has a coordinate for each variable: an example sets both before its function has been read. @param {Reading} reading @param {Point} start */
const covers = ({ variables }, start) => variables.every((name) => name in start);

/** @param {{ reason: string }} stop @param {{ verdict: string } | undefined} diagnosis */
function headline({ reason }, diagnosis) {
  const word = diagnosis?.verdict ?? reason;
  return `${word[0].toUpperCase()}${word.slice(1)}.`;
}

/** @param {HTMLElement} root @param {import("../state.js").Store} store */
function settings(root, store) {
  const choice = part(root, "optimizers");
  for (const name of optimizers) {
    const input = el("input", { type: "radio", name: "optimizer", value: name, onchange: () => store.set({ optimizer: name }) });
    choice.append(el("label", {}, input, names[name]));
  }
  const [rate, steps] = [logSlide(rates), logSlide(lengths)];
  const [rateSlider, stepsSlider] = [part(root, "rate"), part(root, "steps")];
  rateSlider.addEventListener("input", () => store.set({ rate: rate.at(Number(rateSlider.value)) }));
  stepsSlider.addEventListener("input", () => store.set({ steps: Math.round(steps.at(Number(stepsSlider.value))) }));
  part(root, "settings").addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());

  function draw() {
    const { state } = store;
    for (const input of choice.querySelectorAll("input")) input.checked = input.value === state.optimizer;
    if (document.activeElement !== rateSlider) rateSlider.value = String(rate.of(state.rate));
    if (document.activeElement !== stepsSlider) stepsSlider.value = String(steps.of(state.steps));
    say(part(root, "rate-value"), format(state.rate, 3));
    say(part(root, "steps-value"), String(state.steps));
    rateSlider.setAttribute("aria-valuetext", format(state.rate, 3));
    stepsSlider.setAttribute("aria-valuetext", String(state.steps));
  }
  store.subscribe(draw);
  draw();
}
