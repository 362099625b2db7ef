// The discussion of a curve: roots, extrema, inflections and poles on the plot, and the table of signs.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { columnsOf, completeSaid, heightsOf, mostColumns, placesOf, placesSaid } from "../math/discussion.js";
import { toNumber } from "../math/numbers.js";
import { fitted } from "../math/windows.js";
import { createBusy } from "../view/busy.js";
import { el, say } from "../view/elements.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { card, createPanel } from "../view/panel.js";
import { whenSeen } from "../view/seen.js";
import { createWalk } from "../view/walk.js";
import { drawDiscussion } from "./critical-points-drawing.js";
import { signTable } from "./critical-points-table.js";
import { createCurvePlot, sampledFunction, windowOf } from "./curve-plot.js";
import { createUnfolded } from "./unfolded.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../math/windows.js").Segment} Segment */
/** @typedef {import("../math/discussion.js").Discussion} Discussion */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountCriticalPoints(root, { store, showRequest }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {{ x: [number, number], f: Segment[], discussion: Discussion, places: import("../math/discussion.js").Place[] } | null} */
  let found = null;

  const panel = createPanel(root, {
    title: "The curve discussed",
    lede: "Where it is zero, where it turns, where it changes its bend, and what its derivatives have to do with that.",
    onRequest: () => reading && showRequest("Discussion of the curve", [calls.discussion(reading, windowOf(store), true)]),
  });
  const plot = el("div");
  const signs = el("div", { class: "signs" });
  const steps = /** @type {HTMLDetailsElement} */ (el("details", { class: "unfold" }, el("summary", {}, "Show how they are found")));
  panel.plots.append(plot, signs);
  root.append(steps);
  const stage = createCurvePlot(plot, { store, label: "The curve with its special places" });
  const facts = el("dl", { class: "facts" });
  const complete = el("p", { class: "quiet-words small" });
  panel.rail.append(card("Special places", facts, complete), panel.notes);

  const walk = createWalk({ label: "How the special places are found", from: "last" });
  const unfolded = createUnfolded(steps, {
    what: "Finding the steps…",
    call: () => reading && calls.discussion(reading, windowOf(store), true),
    body: walk.element,
    onAnswer: (answer) => walk.show(answer.steps ?? []),
  });

  const latest = createLatest({ onSlow: createBusy(panel.busy, "Looking for the special places…", () => latest.cancel()) });

  function follow() {
    if (reading === null || root.hidden) return;
    const [about, x] = [reading, windowOf(store)];
    latest.run(
      async (signal) => {
        const [f, discussion] = await Promise.all([sampledFunction(about, x, signal), ask(calls.discussion(about, x), signal)]);
        const places = placesOf(discussion, x);
        const at = places.map((place) => place.x);
        const few = at.length > 0 && 2 * at.length + 1 <= mostColumns;
        const [first, second] = few ? await Promise.all([1, 2].map((order) => ask(calls.derivativeOf(about, order, at), signal))) : [null, null];
        return { x, f, discussion, places, few: few || at.length === 0, numbers: numbersOf(first, second) };
      },
      ({ few, numbers, ...result }) => {
        found = result;
        root.classList.remove("waiting");
        showNotes(panel.notes, beyondReading(/** @type {any} */ (result.discussion).notes ?? []));
        facts.replaceChildren(...placesSaid(result.places).map(({ what, where }) => el("div", {}, el("dt", {}, what), el("dd", {}, where))));
        say(complete, completeSaid(result.discussion, result.x));
        signs.replaceChildren(few ? signTable(about, columnsOf(result.discussion, result.x, result.places, numbers)) : el("p", {}, "There are too many special places here for a table. Zoom in to see one."));
        stage.describe(`The curve with its special places. ${placesSaid(result.places).map(({ what, where }) => `${what}: ${where}.`).join(" ")}`);
        paint();
      },
      (refused) => {
        if (!(refused instanceof ApiProblem)) throw refused;
        found = null;
        root.classList.remove("waiting");
        facts.replaceChildren();
        signs.replaceChildren();
        say(complete, "");
        showNotes(panel.notes, [], [refused]);
        paint();
      },
    );
  }
  const wanted = whenSeen(root, follow);
  const wantedSoon = debounce(150, wanted);

  function paint() {
    if (reading === null) return;
    const x = windowOf(store);
    stage.show({ x, y: store.state.y ?? (found ? roomy(heightsOf(found.places, fitted(found.f, x))) : [-1, 1]) }, { x: reading.variables[0], y: "" });
    stage.vacant(found === null || found.f.length > 0 ? null : "Nothing to draw: the function has no value here.");
  }
  stage.onPaint((frame) => drawDiscussion(stage, found, frame));

  store.subscribe((_, changed) => {
    if (reading === null) return;
    if (changed.has("x")) {
      root.classList.add("waiting");
      wantedSoon();
      unfolded.follow();
    }
    if (changed.has("x") || changed.has("y")) paint();
  });

  return {
    /** @param {Reading | null} next a function of one number, or null for none to show */
    show(next) {
      root.hidden = next === null;
      reading = next;
      latest.cancel();
      walk.stop();
      unfolded.follow();
      if (next === null) return;
      root.classList.add("waiting");
      wanted();
    },
  };
}

/** Room for the strip below and for words at the lowest and highest places. @param {[number, number]} heights @returns {[number, number]} */
const roomy = ([low, high]) => [low - 0.16 * (high - low), high + 0.06 * (high - low)];

/** @param {any} first @param {any} second answers about the same points; null where there are none @returns {import("../math/discussion.js").Numbers[]} */
const numbersOf = (first, second) =>
  (first?.values ?? []).map((/** @type {any} */ slope, /** @type {number} */ i) => ({ value: toNumber(first.functionValues[i]), first: toNumber(slope), second: toNumber(second.values[i]) }));
