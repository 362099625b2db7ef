// The arrow field over a landscape, and the places at which the gradient is zero.
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { criticalPoints, gradients } from "../api/descent-calls.js";
import { isAt, placeSaid } from "../math/flat-places.js";
import { toNumber } from "../math/numbers.js";
import { fieldPath, fieldPlaces } from "../plot/field.js";
import { place } from "../state.js";
import { createBusy } from "../view/busy.js";
import { el, say, svg } from "../view/elements.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../math/flat-places.js").FlatPlace} FlatPlace */
/** @typedef {import("../state.js").Interval} Interval */

/** Of so many variables the service searches for flat places; of so many it does so unasked. */
const [most, unasked] = [8, 2];

/**
 * The arrow field.
 * @param {HTMLElement} host @param {{ store: import("../state.js").Store, stage: import("../view/stage.js").Stage }} options
 */
export function createField(host, { store, stage }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {any[]} */
  let answers = [];
  let known = "";
  const latest = createLatest();
  const toggle = el("input", { type: "checkbox", id: "gradient-field", "data-part": "field", onchange: () => store.set({ field: toggle.checked }) });
  host.append(el("p", { class: "choice" }, toggle, el("label", { for: toggle.id }, "Gradients everywhere: the arrow field")));

  const sample = debounce(90, () => {
    const { frame } = stage;
    if (reading === null || frame === null || !store.state.field) return;
    const [first, second] = reading.variables;
    const call = gradients(reading, fieldPlaces(frame).map(([u, v]) => ({ [first]: u, [second]: v })));
    const key = JSON.stringify(call);
    if (key === known) return;
    known = key;
    latest.run(
      (signal) => ask(call, signal),
      ({ at }) => {
        answers = at;
        stage.repaint();
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        answers = []; // the landscape itself says why
      },
    );
  });
  store.subscribe((_, changed) => {
    if (!changed.has("field")) return;
    toggle.checked = store.state.field;
    sample();
    stage.repaint();
  });

  return {
    /** @param {Reading | null} next of two variables */
    about(next) {
      host.hidden = next === null;
      reading = next;
      [answers, known] = [[], ""];
      latest.cancel();
      toggle.checked = store.state.field;
    },
    /** @param {import("../plot/frame.js").Frame} frame @returns {SVGElement[]} */
    drawn(frame) {
      if (reading === null || !store.state.field) return [];
      sample();
      const { shafts, heads } = fieldPath(answers, reading.variables, frame);
      return [svg("path", { class: "field-arrow", d: shafts }), svg("path", { class: "field-head", d: heads })];
    },
  };
}

/**
 * The places at which the gradient is zero.
 * @param {HTMLElement} host
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {() => Record<string, Interval>} options.box where to look
 * @param {() => void} options.onChange told when others are known
 */
export function createFlatPlaces(host, { store, box, onChange }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {FlatPlace[]} */
  let places = [];
  let known = "";
  const busy = el("div", { class: "busy" });
  const said = el("p", { class: "quiet-words", role: "status" });
  const list = el("ul", { class: "flat-places", "data-part": "flat-places" });
  const find = el("button", { type: "button", "data-part": "find-flat", onclick: () => search() }, "Find where the gradient is zero");
  const latest = createLatest({ onSlow: createBusy(busy, "Searching…", () => latest.cancel()) });
  host.append(el("h3", {}, "Where the gradient is zero"), find, busy, said, list);

  function search() {
    if (reading === null) return;
    const call = criticalPoints(reading, box());
    const key = JSON.stringify(call);
    if (key === known) return;
    known = key;
    latest.run(
      (signal) => ask(call, signal),
      (answer) => settle(answer.points, answer.points.length === 0 ? `No such point in this part of the plane${answer.complete ? ", and that is proven" : ""}.` : answer.complete ? "These are all of them here." : "There may be others."),
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        settle([], error.message);
      },
    );
  }
  const searchSoon = debounce(350, search);

  /** @param {FlatPlace[]} next @param {string} words */
  function settle(next, words) {
    places = next;
    say(said, words);
    list.replaceChildren(...places.slice(0, 24).map((each) => el("li", {},
      el("button", { class: `quiet flat-${each.kind}`, type: "button", onclick: () => store.set({ at: Object.fromEntries(Object.entries(each.point).map(([name, value]) => [name, toNumber(value)])) }) },
        svg("svg", { viewBox: "-8 -8 16 16", "aria-hidden": "true" }, svg("path", { d: signs[each.kind] ?? signs.degenerate })), placeSaid(each)))));
    onChange();
  }

  return {
    get places() {
      return places;
    },
    /** The place of the list that is the point; null where none is. */
    here: () => (reading === null ? null : (places.find((each) => isAt(each, place(/** @type {Reading} */ (reading).variables, store.state.at))) ?? null)),
    /** @param {Reading | null} next */
    about(next) {
      reading = next;
      known = "";
      latest.cancel();
      settle([], "");
      if (next === null) return;
      const count = next.variables.length;
      find.hidden = count <= unasked || count > most;
      if (count > most) say(said, `The search is made for up to ${most} variables; this function has ${count}.`);
    },
    /** The part of the plane that is searched may be another. */
    refresh: () => reading !== null && reading.variables.length <= unasked && searchSoon(),
    /** Their marks in a picture of two variables. @param {import("../plot/frame.js").Frame} frame @returns {SVGElement[]} */
    drawn(frame) {
      if (reading === null || reading.variables.length !== 2) return [];
      const [first, second] = reading.variables;
      return places.map(({ point, kind }) => svg("path", { class: `flat-mark flat-${kind}`, d: signs[kind] ?? signs.degenerate, transform: `translate(${frame.x(toNumber(point[first])).toFixed(2)},${frame.y(toNumber(point[second])).toFixed(2)})` }));
    },
  };
}

/** A valley, a peak, a crossing, a question. @type {Record<string, string>} */
const signs = { minimum: "M-6,-4L0,5L6,-4Z", maximum: "M-6,4L0,-5L6,4Z", saddle: "M-5,-5L5,5M-5,5L5,-5", degenerate: "M-5,0a5,5 0 1 0 10,0a5,5 0 1 0 -10,0" };
