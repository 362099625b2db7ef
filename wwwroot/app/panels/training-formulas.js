// What is made small and its slopes as formulas, each checked.
import { nameLatex } from "../math/names.js";
import { el } from "../view/elements.js";
import { scrolls } from "../view/scrolling.js";
import { typeset } from "../view/typeset.js";
import { showVerification } from "../view/verification.js";

/** A details element that is filled when it is opened. */
export function createTrainingFormulas() {
  const body = el("div", { class: "training-formulas" });
  const verification = el("p", { class: "verification" });
  const element = el("details", { class: "unfold", "data-part": "formulas", hidden: true }, el("summary", {}, "The loss and its gradient as formulas"), body, verification);
  /** @type {any} */
  let formulas = null;
  let written = "";

  function fill() {
    if (!element.open || formulas === null) return;
    const { loss, gradient } = formulas;
    const now = JSON.stringify([loss.latex, gradient]);
    if (now === written) return;
    written = now;
    const line = (/** @type {string} */ label, /** @type {string} */ latex) => {
      const place = scrolls(el("div", { class: "formula", role: "group", "aria-label": label }));
      typeset(place, latex, { display: true });
      return place;
    };
    body.replaceChildren(line("The loss, typeset", `L = ${loss.latex}`),
      ...gradient.map((/** @type {any} */ { variable, derivative }) => line(`Derivative with respect to ${variable}, typeset`, `\\frac{\\partial L}{\\partial ${nameLatex(variable)}} = ${derivative.latex}`)));
    showVerification(verification, formulas.verification);
  }
  element.addEventListener("toggle", fill);

  return {
    element,
    /** @param {any} answer the trained model; null for none */
    show(answer) {
      formulas = answer?.formulas ?? null;
      element.hidden = formulas === null;
      fill();
    },
  };
}
