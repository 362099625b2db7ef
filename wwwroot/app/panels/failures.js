// A gallery of failures: one click shows each, another cures it.
import { failures, stageOf } from "../math/failures.js";
import { initial } from "../state.js";
import { el, motionReduced, say } from "../view/elements.js";

/** The parts of other chapters that are looked at. @type {Record<string, string>} */
const places = { descent: '[data-panel="descent"]', numeric: '[data-panel="derivative"] [data-part="numeric"]', formula: '[data-panel="derivative"] [data-part="formula"]' };

/**
 * @param {HTMLElement} root
 * @param {{ store: import("../state.js").Store }} options
 */
export function mountFailures(root, { store }) {
  root.setAttribute("aria-labelledby", "failures-title");
  const items = failures.map((failure) => {
    const show = el("button", { type: "button", "data-part": "see", onclick: () => go({ ...initial, claims: store.state.claims, ...failure.state }, failure.look.seen) }, "See it");
    const cure = el("button", { type: "button", "data-part": "cure", onclick: () => go({ ...initial, claims: store.state.claims, ...failure.state, ...failure.cured }, failure.look.cured) }, "Cure it");
    const now = el("span", { class: "failure-now", role: "status" });
    return {
      failure, now,
      element: el("li", { class: "failure" }, el("h3", {}, failure.name), el("p", {}, failure.seen), el("p", { class: "quiet-words" }, failure.cure), el("p", { class: "failure-buttons" }, show, cure, now)),
    };
  });
  root.append(
    el("div", { class: "panel-head" }, el("h2", { id: "failures-title" }, "When it fails"), el("p", { class: "lede" }, "Six ways to fail, each one click from its cure.")),
    el("ul", { class: "failures" }, ...items.map(({ element }) => element)));

  /** @param {import("../state.js").State} state @param {string} place */
  function go(state, place) {
    store.set(state);
    look(places[place], 40);
  }

  /** Brings a place into sight once it is there. @param {string} place @param {number} patience in tenths of a second */
  function look(place, patience) {
    const element = /** @type {HTMLElement | null} */ (document.querySelector(place));
    if (element === null || element.offsetParent === null) {
      if (patience > 0) setTimeout(() => look(place, patience - 1), 100);
      return;
    }
    if (element instanceof HTMLDetailsElement) element.open = true;
    element.scrollIntoView({ block: "start", behavior: motionReduced() ? "auto" : "smooth" });
  }

  function mark() {
    for (const { failure, now, element } of items) {
      const stage = stageOf(failure, store.state);
      element.classList.toggle("current", stage !== null);
      say(now, stage === "seen" ? "shown above" : stage === "cured" ? "cured" : "");
    }
  }
  store.subscribe(mark);
  mark();

  return {
    /** @param {unknown} reading null for none to show */
    show(reading) {
      root.hidden = reading === null;
    },
  };
}
