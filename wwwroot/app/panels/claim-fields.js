// A field for each derivative that a learner can claim, with a mark and words beside it.
import { nameLatex } from "../math/names.js";
import { markOf } from "../math/verdicts.js";
import { el, part, say } from "../view/elements.js";
import { typesetHead } from "../view/typeset.js";
import { claimSaid } from "./claim-said.js";

/**
 * @param {HTMLElement} list
 * @param {object} options
 * @param {(variable: string) => string} options.textOf what was typed for a variable
 * @param {(variable: string, text: string) => void} options.onInput
 */
export function createClaimFields(list, { textOf, onInput }) {
  /** What was typed when each claim was judged. @type {Map<string, string>} */
  const judged = new Map();
  const rows = () => /** @type {HTMLElement[]} */ ([...list.children]);

  /** @param {import("../api/calls.js").Reading} reading @param {string} variable @param {number} i */
  function row({ name, variables, values }, variable, i) {
    const id = `claim-${i}`;
    const label = el("label", { for: id });
    const [f, x] = [nameLatex(name), nameLatex(variable)];
    typesetHead(label, variables.length === 1 ? `${f}'(${x})` : `\\frac{\\partial ${f}}{\\partial ${x}}`, `Your derivative with respect to ${variable}`);
    const field = el("input", { id, "data-part": "claim", autocomplete: "off", spellcheck: "false", autocapitalize: "off", placeholder: Array.isArray(values?.[variable]) ? "a formula, or numbers such as [1, 2]" : "a formula or a number" });
    field.value = textOf(variable);
    field.addEventListener("input", () => onInput(variable, field.value));
    return el("li", { "data-variable": variable },
      label, field, el("span", { class: "mark", "data-part": "mark" }), el("div", { class: "said-of-claim", "data-part": "said" }));
  }

  return {
    /** Makes the fields of a function. @param {import("../api/calls.js").Reading} reading */
    build(reading) {
      list.replaceChildren(...reading.variables.map((variable, i) => row(reading, variable, i)));
    },
    /** Shows what was typed, except where someone is typing. */
    fill() {
      for (const each of rows()) {
        const field = part(each, "claim");
        if (document.activeElement !== field) field.value = textOf(each.dataset.variable ?? "");
      }
    },
    /** Marks each claim, and says what is wrong. @param {any[]} components those that were judged */
    judge(components) {
      for (const each of rows()) {
        const component = components.find(({ variable }) => variable === each.dataset.variable);
        judged.set(each.dataset.variable ?? "", part(each, "claim").value);
        const { word, kind } = markOf(component);
        part(each, "claim").setAttribute("aria-invalid", "false");
        const mark = part(each, "mark");
        say(mark, word);
        mark.className = `mark ${kind}`.trim();
        part(each, "said").replaceChildren(...(component === undefined ? [] : claimSaid(component)));
      }
    },
    /** Takes the marks away from claims that are others by now. */
    doubt() {
      for (const each of rows()) {
        const field = part(each, "claim");
        if (judged.get(each.dataset.variable ?? "") === field.value) continue;
        field.setAttribute("aria-invalid", "false");
        say(part(each, "mark"), "");
        part(each, "mark").className = "mark";
        part(each, "said").replaceChildren();
      }
    },
    /** Says that a claim can't be read. @param {string} variable @param {string} words @returns {boolean} whether it has a field */
    refuse(variable, words) {
      const each = rows().find(({ dataset }) => dataset.variable === variable);
      if (each === undefined) return false;
      part(each, "claim").setAttribute("aria-invalid", "true");
      part(each, "said").replaceChildren(el("p", { class: "refusal" }, words));
      return true;
    },
  };
}
