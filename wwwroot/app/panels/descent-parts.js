// What the panel of descents is made of.
import { el } from "../view/elements.js";

/** @returns {HTMLElement[]} */
export function markup() {
  const place = (/** @type {string} */ name, attributes = {}) => el("div", { "data-part": name, ...attributes });
  const steps = el("input", { id: "descent-steps", "data-part": "steps", type: "range", min: 0, max: 1000, step: 1 });
  return [
    el("div", { class: "panel-head" },
      el("h2", { id: "descent-title" }, "Descent"),
      el("p", { class: "lede", "data-part": "lede" }),
      el("div", { class: "tools" }, el("button", { class: "quiet", type: "button", "data-part": "request" }, "Show the request"))),
    place("busy", { class: "busy" }),
    el("div", { class: "panel-body" },
      el("div", { class: "plots race" },
        place("landscape", { hidden: true }), place("curve", { hidden: true }), place("timeline"),
        el("div", { class: "race-charts", "data-part": "charts", hidden: true }, place("series"), place("gradient-series")),
        place("finish", { hidden: true }),
        el("details", { class: "numbers-behind", "data-part": "steps-behind", hidden: true }, el("summary", {}, "The steps in numbers"), place("steps-table"))),
      el("div", { class: "rail descent" },
        el("p", { class: "race-summary", "data-part": "summary", role: "status" }),
        el("ul", { class: "notes", "data-part": "notes", hidden: true }),
        el("button", { type: "button", "data-part": "here" }, "Start from the point"),
        place("runner-list"),
        el("div", { class: "slide" }, el("label", { for: steps.id }, "Steps"), el("output", { for: steps.id, "data-part": "steps-value" }), steps))),
  ];
}
