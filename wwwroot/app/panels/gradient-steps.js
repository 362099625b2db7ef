// The partial derivatives, and under each how it comes about: the other variables are held still, and let go again.
import { partialSteps } from "../api/calls.js";
import { nameLatex } from "../math/names.js";
import { el } from "../view/elements.js";
import { scrolls } from "../view/scrolling.js";
import { typeset } from "../view/typeset.js";
import { createWalk } from "../view/walk.js";
import { createUnfolded } from "./unfolded.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/** @param {HTMLElement} list */
export function mountPartials(list) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {{ variable: string, formula: HTMLElement, follow: () => void }[]} */
  let rows = [];

  /** @param {string} variable */
  function row(variable) {
    const formula = scrolls(el("div", { class: "formula", role: "group", "aria-label": `Partial derivative with respect to ${variable}, typeset` }));
    const details = el("details", { class: "unfold" }, el("summary", {}, "Show the steps", el("span", { class: "hidden" }, ` of the derivative with respect to ${variable}`)));
    const walk = createWalk({ label: `The derivative with respect to ${variable}, step by step`, from: "last" });
    const { follow } = createUnfolded(details, {
      what: "Finding the steps…",
      call: () => reading && partialSteps(reading, variable),
      body: walk.element,
      onAnswer: ({ steps }) => walk.show(steps.length === 1 ? (steps[0].steps ?? steps) : steps), // with data the steps stand side by side
    });
    list.append(el("li", {}, formula, details));
    return { variable, formula, follow };
  }

  return {
    /** @param {Reading | null} next */
    about(next) {
      const others = next?.variables.join() !== rows.map(({ variable }) => variable).join();
      reading = next;
      if (next !== null && others) {
        list.replaceChildren();
        rows = next.variables.map(row);
      }
      for (const { follow } of rows) follow();
    },
    /** @param {{ variable: string, derivative: { latex: string } }[]} gradient */
    show(gradient) {
      if (reading === null) return;
      const name = nameLatex(reading.name);
      gradient.forEach(({ variable, derivative }, i) =>
        typeset(rows[i].formula, `\\frac{\\partial ${name}}{\\partial ${nameLatex(variable)}} = ${derivative.latex}`, { display: true }));
    },
  };
}
