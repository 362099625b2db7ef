// Formulas, by KaTeX, which comes along once the page stands: what is to be typeset before, waits for it.
import { breakable } from "../math/latex-lines.js";
import { el, say } from "./elements.js";

/** @typedef {{ latex: string, display: boolean }} Formula */

/** @type {typeof import("../../lib/katex.js") | null} */
let katex = null;
/** @type {Promise<void> | null} */
let coming = null;
/** @type {Map<HTMLElement, Formula>} */
const waiting = new Map();

/** Formulas can be typeset at once when this is done. @returns {Promise<void>} a `TypeError` where the library can't be fetched; asked again, it is fetched again */
export function typesetting() {
  coming ??= import("../../lib/katex.js").then(
    (library) => {
      katex = library;
      for (const [element, formula] of waiting) write(element, formula);
      waiting.clear();
    },
    (error) => {
      coming = null;
      throw error;
    },
  );
  return coming;
}

/**
 * A formula. Between the terms of a sum, after signs of relation and between bracketed factors it may go on in another line.
 * @param {HTMLElement} element @param {string} latex
 * @param {{ display?: boolean }} [options] display: with fractions and sums at their full size
 */
export function typeset(element, latex, { display = false } = {}) {
  if (element.dataset.latex === latex) return;
  element.dataset.latex = latex;
  if (katex !== null) write(element, { latex, display });
  else waiting.set(element, { latex, display });
}

/** @param {HTMLElement} element @param {Formula} formula */
function write(element, { latex, display }) {
  if (element.dataset.latex !== latex) return; // emptied meanwhile
  const { render, ParseError } = /** @type {typeof import("../../lib/katex.js")} */ (katex);
  try {
    render(breakable(display ? `\\displaystyle ${latex}` : latex), element, { trust: false, strict: "ignore", output: "htmlAndMathml", maxSize: 20, maxExpand: 1000 });
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
