// Formulas, by KaTeX.
import { render, ParseError } from "../../lib/katex.js";
import { el, say } from "./elements.js";

/**
 * A formula. Between the terms of a sum and after signs of relation it may go on in another line.
 * @param {HTMLElement} element @param {string} latex
 * @param {{ display?: boolean }} [options] display: with fractions and sums at their full size
 */
export function typeset(element, latex, { display = false } = {}) {
  if (element.dataset.latex === latex) return;
  element.dataset.latex = latex;
  try {
    render(display ? `\\displaystyle ${latex}` : latex, element, { trust: false, strict: "ignore", output: "htmlAndMathml", maxSize: 20, maxExpand: 1000 });
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
