// The derivative, the points and the slopes in formulas and numbers.
import { lineLatex } from "../math/lines.js";
import { nameLatex } from "../math/names.js";
import { format, formatLatex } from "../math/numbers.js";
import { part, say } from "../view/elements.js";
import { showKinks } from "../view/kinks.js";
import { typeset, typesetHead } from "../view/typeset.js";
import { showVerification } from "../view/verification.js";

/** @typedef {import("../math/measured.js").Measured} Measured */

/** @param {HTMLElement} root @param {import("../api/calls.js").Reading} reading @param {[number, number]} points @param {Measured | null} measured @param {boolean} [failed] whether there will be no numbers, so that those of before must go */
export function readOut(root, { name, variables: [variable] }, points, measured, failed = false) {
  const [f, x] = [nameLatex(name), nameLatex(variable)];
  typesetHead(part(root, "head-x"), x, variable);
  typesetHead(part(root, "head-f"), `${f}(${x})`, `${name}(${variable})`);
  typesetHead(part(root, "head-d"), `${f}'(${x})`, `${name}′(${variable})`);
  for (const [which, letter] of /** @type {const} */ ([[0, "p"], [1, "q"]])) {
    const field = part(root, letter);
    if (document.activeElement !== field) field.value = String(points[which]);
    field.setAttribute("aria-label", `${variable} of ${letter.toUpperCase()}`);
    say(part(root, `${letter}-f`), measured ? format(measured[letter].value) : "");
    say(part(root, `${letter}-d`), measured ? format(measured[letter].slope) : "");
  }
  showKinks(part(root, "kinks"), measured?.kinks);
  if (measured === null) {
    if (!failed) return;
    for (const each of ["secant", "tangent", "tangent-line"]) put(part(root, each), null, "—");
    put(part(root, "formula"), null, "");
    return say(part(root, "verification"), "");
  }
  showVerification(part(root, "verification"), measured.verification);
  const { secant, p, smooth, derivative } = measured;
  typeset(part(root, "formula"), `${f}'(${x}) = ${derivative.latex}`, { display: true });
  const rises = secant !== null && Number.isFinite(secant.rise);
  put(part(root, "secant"), rises ? `\\frac{${formatLatex(secant.rise)}}{${formatLatex(secant.run)}} = ${formatLatex(secant.slope)}` : null, secant === null ? "P and Q coincide" : "none");
  put(part(root, "tangent"), smooth && !Number.isNaN(p.slope) ? `${f}'(${formatLatex(p.x)}) = ${formatLatex(p.slope)}` : null, "none");
  put(part(root, "tangent-line"), smooth && Number.isFinite(p.slope) && Number.isFinite(p.value) ? lineLatex(p, x) : null, "none");
}

/** A formula, or words in its place. @param {HTMLElement} element @param {string | null} latex @param {string} words */
function put(element, latex, words) {
  if (latex !== null) return typeset(element, latex);
  delete element.dataset.latex;
  say(element, words);
}
