// Formulas, by KaTeX.
import { render, ParseError } from "../../lib/katex.js";
import { el, say } from "./elements.js";

/**
 * @param {HTMLElement} element @param {string} latex
 * @param {{ display?: boolean }} [options]
 */
export function typeset(element, latex, { display = false } = {}) {
  if (element.dataset.latex === latex) return;
  element.dataset.latex = latex;
  try {
    render(latex, element, { trust: false, strict: "ignore", displayMode: display, output: "htmlAndMathml", maxSize: 20, maxExpand: 1000 });
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    element.textContent = latex;
  }
}

/**
 * A formula that heads a row or a column. Its words stand beside it unseen: not every reader of a table speaks MathML.
 * @param {HTMLElement} head @param {string} latex @param {string} words
 */
export function typesetHead(head, latex, words) {
  if (head.childElementCount === 0) head.replaceChildren(el("span", { class: "hidden" }), el("span", { "aria-hidden": "true" }));
  const [spoken, shown] = head.children;
  say(spoken, words);
  typeset(/** @type {HTMLElement} */ (shown), latex);
}

const greek = new Set(
  ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega " +
    "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega").split(" "),
);

/** A name of the function language in LaTeX: one letter in italics, a Greek word as its letter, trailing digits below. @param {string} name */
export function nameLatex(name) {
  const [, stem, digits] = /^(.*?)_?(\d*)$/.exec(name) ?? ["", name, ""];
  const letter = greek.has(stem) ? `\\${stem}` : stem.length === 1 && stem !== "_" ? stem : `\\mathrm{${stem.replaceAll("_", "\\_")}}`;
  return digits === "" ? letter : `${letter}_{${digits}}`;
}
