// Guided tours: a card that sets the page's state step by step, says one thing and asks one question. The page stays as free as ever.
import { placeIn, tours, written } from "../tours/index.js";
import { el, motionReduced, say, set } from "../view/elements.js";

/** @typedef {import("../tours/index.js").Tour} Tour */

/**
 * @param {HTMLElement} host behind which the card stands
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {HTMLButtonElement} options.entry the button that opens it
 * @param {Record<string, any>} options.first the page's state before anything was changed
 */
export function mountTours(host, { store, entry, first }) {
  /** Where the last tour was left, to go on there. */
  let left = "";
  let isList = false;
  const title = el("h2", { id: "tour-title", tabindex: -1 });
  const counter = el("p", { class: "counter" });
  const fold = el("button", { type: "button", class: "quiet", "aria-expanded": "true", onclick: () => folded(!card.classList.contains("folded")) }, "Fold");
  const close = el("button", { type: "button", class: "quiet", "data-part": "leave-tour", onclick: leave }, "Leave");
  const said = el("p", { class: "tour-said" });
  const asked = el("p", { class: "tour-asked" });
  const answer = el("p", { class: "tour-answer", hidden: true });
  const reveal = el("button", { type: "button", "data-part": "answer", onclick: () => answered(true) }, "Answer");
  const back = el("button", { type: "button", "data-part": "tour-back", onclick: () => move(-1) }, "Back");
  const next = el("button", { type: "button", "data-part": "tour-next", onclick: () => move(1) }, "Next");
  const step = el("div", { class: "tour-step" }, el("div", { "aria-live": "polite" }, said, asked, answer), el("div", { class: "tour-buttons" }, reveal, el("span", { class: "tour-moves" }, back, next)));
  const list = el("ol", { class: "tour-list" }, ...tours.map((tour) => el("li", {}, el("button", { type: "button", class: "quiet", "data-tour": tour.name, onclick: () => to(tour, 0) }, tour.title))));
  const card = el("aside", { class: "tour", "aria-labelledby": "tour-title", hidden: true, "data-part": "tour" }, el("div", { class: "tour-head" }, title, counter, fold, close), el("div", { class: "tour-body" }, list, step));
  host.after(card);

  const current = () => placeIn(store.state.tour);

  /** @param {boolean} is */
  function folded(is) {
    card.classList.toggle("folded", is);
    say(fold, is ? "Unfold" : "Fold");
    set(fold, { "aria-expanded": String(!is) });
  }

  /** @param {boolean} is */
  function answered(is) {
    answer.hidden = !is;
    reveal.hidden = is;
    if (is) next.focus();
  }

  /** Sets the page's state for a step; what the step does not speak of is as at first. @param {Tour} tour @param {number} at */
  function to(tour, at) {
    isList = false;
    const { chapter: _, tour: __, ...rest } = first;
    store.set({ ...rest, ...tour.steps[at].state, tour: written(tour, at) });
    title.focus({ preventScroll: true });
    const { look } = tour.steps[at];
    const isNarrow = matchMedia("(max-width: 62rem)").matches; // there the card covers the lower half
    const behavior = motionReduced() ? "auto" : "smooth";
    if (look || isNarrow)
      setTimeout(() => document.querySelector(look ?? "main > .panel:not([hidden])")?.scrollIntoView({ block: look && !isNarrow ? "center" : "start", behavior }), 900); // once the chapter is drawn
  }

  /** @param {number} by */
  function move(by) {
    const place = current();
    if (place === null) return;
    const at = place.at + by;
    if (at >= place.tour.steps.length) {
      const after = tours[tours.indexOf(place.tour) + 1];
      return after ? to(after, 0) : leave();
    }
    if (at >= 0) to(place.tour, at);
  }

  function leave() {
    left = store.state.tour;
    isList = false;
    store.set({ tour: "" });
    draw();
    entry.focus();
  }

  function open() {
    if (!card.hidden) return leave();
    const place = placeIn(left);
    if (place !== null) return to(place.tour, place.at);
    isList = true;
    draw();
    title.focus({ preventScroll: true });
  }

  function draw() {
    const place = current();
    card.hidden = place === null && !isList;
    document.documentElement.classList.toggle("touring", !card.hidden);
    set(entry, { "aria-expanded": String(!card.hidden) });
    say(entry, !card.hidden ? "Leave the tour" : placeIn(left) ? "Go on with the tour" : "Guided tours");
    list.hidden = place !== null;
    step.hidden = place === null;
    fold.hidden = place === null;
    if (place === null) {
      say(title, "Guided tours");
      say(counter, "");
      folded(false);
      return;
    }
    const { tour, at } = place;
    say(title, tour.title);
    say(counter, `${at + 1} of ${tour.steps.length}`);
    say(said, tour.steps[at].say);
    say(asked, tour.steps[at].ask);
    say(answer, tour.steps[at].answer);
    answered(false);
    back.hidden = at === 0;
    say(next, at < tour.steps.length - 1 ? "Next" : tours.indexOf(tour) < tours.length - 1 ? "Next tour" : "End");
  }

  entry.addEventListener("click", open);
  card.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const act = { Escape: leave, ArrowRight: () => move(1), ArrowLeft: () => move(-1) }[event.key];
    if (act === undefined || (current() === null && event.key !== "Escape")) return;
    event.preventDefault();
    act();
  });
  const all = el("button", { type: "button", class: "quiet", onclick: () => {
    isList = true;
    left = "";
    store.set({ tour: "" });
    draw();
    title.focus({ preventScroll: true });
  } }, "All tours");
  step.querySelector(".tour-buttons")?.append(all);
  store.subscribe((_, changed) => changed.has("tour") && draw());
  draw();
  const linked = current();
  const isBare = Object.keys(first).every((member) => member === "tour" || JSON.stringify(first[member]) === JSON.stringify(/** @type {Record<string, any>} */ (store.state)[member]));
  if (linked !== null && isBare) to(linked.tour, linked.at); // a link that names the step and nothing else
  return { open };
}
