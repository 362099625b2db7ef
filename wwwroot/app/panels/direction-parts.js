// What the panel of directions is made of, and the steps by which the slope comes about.
import { debounce } from "../api/latest.js";
import { el, part } from "../view/elements.js";
import { createWalk } from "../view/walk.js";
import { createUnfolded } from "./unfolded.js";

/** @returns {HTMLElement[]} */
export function markup() {
  const button = (/** @type {string} */ name, /** @type {string} */ words) => el("button", { type: "button", "data-part": name }, words);
  return [
    el("div", { class: "panel-head" },
      el("h2", { id: "direction-title" }, "Direction"),
      el("p", { class: "lede", "data-part": "lede" }),
      el("div", { class: "tools" }, el("button", { class: "quiet", type: "button", "data-part": "request" }, "Show the request"))),
    el("div", { class: "busy", "data-part": "busy" }),
    el("div", { class: "direction-body", "data-part": "body" },
      el("div", { class: "direction-map", "data-part": "landscape" }),
      el("div", { class: "direction-side", "data-part": "side" },
        el("div", { "data-part": "polar" }),
        el("section", { class: "card direction-slope", "aria-labelledby": "direction-slope-title" },
          el("h3", { id: "direction-slope-title" }, "Slope in this direction"),
          el("dl", { class: "facts" },
            el("div", {}, el("dt", {}, "For the steps as they are"), el("dd", { "data-part": "raw" })),
            el("div", {}, el("dt", {}, "For a step of length 1"), el("dd", { "data-part": "unit-slope" })),
            el("div", {}, el("dt", {}, "Angle to the gradient"), el("dd", { "data-part": "angle" })),
            el("div", {}, el("dt", {}, "Steepest slope, along the gradient"), el("dd", { "data-part": "steepest" }))),
          el("p", { class: "verdict", "data-part": "said", role: "status" }),
          el("div", { class: "direction-turns", role: "group", "aria-label": "Turn the arrow" },
            button("uphill", "Straight uphill"), button("level", "Along the level line"), button("downhill", "Straight downhill"), button("unit", "Make its length 1")),
          el("div", { "data-part": "kinks", hidden: true }),
          el("ul", { class: "notes", "data-part": "notes", hidden: true }))),
      el("section", { class: "direction-sum", "data-part": "sum", "aria-labelledby": "direction-sum-title" },
        el("h3", { id: "direction-sum-title" }, "Step by step along the axes"),
        el("p", { class: "walk-said", "data-part": "walk" }),
        el("div", { class: "wide" },
          el("table", { class: "terms" },
            el("thead", {}, el("tr", {},
              ...["variable", "at", "slope", "", "steps", "", "adds"].map((head) => (head === "" ? el("td", { class: "sign" }) : el("th", { scope: "col" }, head))),
              el("td", { class: "bar" }))),
            el("tbody", { "data-part": "terms" }))),
        el("p", { class: "quiet-words", "data-part": "length-said" }),
        el("details", { class: "unfold", "data-part": "steps" }, el("summary", {}, "Show the steps")))),
  ];
}

/** @param {HTMLElement} root @param {() => import("../api/client.js").Call | null} call */
export function createDirectionSteps(root, call) {
  const walk = createWalk({ label: "The slope in this direction, step by step", from: "last" });
  const { follow } = createUnfolded(part(root, "steps"), { what: "Finding the steps…", call, body: walk.element, onAnswer: ({ steps }) => walk.show(steps ?? []) });
  return { refresh: debounce(120, follow) };
}
