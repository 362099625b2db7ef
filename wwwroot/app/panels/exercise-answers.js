// The answers of a sheet, for paper alone: they begin a page of their own.
import { el } from "../view/elements.js";
import { typeset } from "../view/typeset.js";

/** @typedef {import("../math/exercises.js").Exercise} Exercise */

export function createAnswerPage() {
  const list = el("ol", {});
  const element = el("section", { class: "answer-page", "aria-label": "Answers", "data-part": "answer-page", hidden: true }, el("h2", {}, "Answers"), list);

  /** @param {string} latex */
  function formula(latex) {
    const each = el("span", { class: "formula-piece" });
    typeset(each, latex);
    return each;
  }

  return {
    element,
    /** @param {Exercise[]} exercises with their answers */
    show(exercises) {
      element.hidden = false;
      list.replaceChildren(...exercises.map(({ parts, answers = [] }) => el("li", {}, ...parts.flatMap(({ latex }, i) => [...(i > 0 ? [", "] : []), formula(`${latex} = ${answers[i].latex}`)]))));
    },
    clear() {
      element.hidden = true;
      list.replaceChildren();
    },
  };
}
