// What there is to say of a claimed derivative.
import { entriesOf } from "../math/claims.js";
import { numbersSaid, slipsSaid } from "../math/verdicts.js";
import { format, readable } from "../math/numbers.js";
import { el } from "../view/elements.js";
import { table } from "../view/table.js";
import { typeset } from "../view/typeset.js";

/** So many entries of a wrong vector or matrix stand in its table. */
const mostEntries = 12;

/** @param {any} component as the service answers it @returns {Node[]} */
export function claimSaid(component) {
  const { exact, exactFormula, correct, remark } = component;
  const said = remark ? [el("p", {}, readable(remark))] : [];
  if (correct !== false) return said;
  const formula = el("div", { class: "formula", role: "region", "aria-label": "The right derivative, typeset", tabindex: 0 });
  typeset(formula, exactFormula.latex, { display: true });
  return [
    ...said,
    ...slipsSaid(component).map(({ head, explanation }) => el("p", {}, el("strong", {}, head), readable(explanation))),
    el("p", { class: "quiet-words" }, numbersSaid(component)),
    ...(Array.isArray(exact) ? entries(component) : []),
    el("details", { class: "numbers-behind" }, el("summary", {}, "Show the right formula"), formula),
  ];
}

/** Where a vector or a matrix is wrong, in words and in a table. @param {any} component @returns {Node[]} */
function entries(component) {
  const rows = entriesOf(component, mostEntries);
  if (rows.length === 0) return [];
  const { variable, worstEntry } = component;
  return [
    ...(worstEntry ? [el("p", {}, `The largest difference is in entry ${worstEntry.join(", ")}.`)] : []),
    table(`Your derivative with respect to ${variable} and the right one, the largest differences first`, ["Entry", "Yours", "Right", "Measured"],
      rows.map(({ place: where, claimed, exact, numeric }) => [where, format(claimed), format(exact), numeric === null ? "" : format(numeric)])),
  ];
}
