// The small sign at the end of a line that says whether the line holds.
import { proofOf } from "../math/residuals.js";
import { toNumber } from "../math/numbers.js";
import { el, svg } from "./elements.js";

/** What is drawn for each verdict, on a square of 16. */
const strokes = {
  proven: "M3 8.5 6.5 12 13 4.5",
  checked: "M3 8.5 6.5 12 13 4.5",
  doubtful: "M8 2 15 14H1ZM8 6.5V10M8 12V12.1",
  unchecked: "M8 2 15 14H1ZM8 6.5V10M8 12V12.1",
};

/** @param {number | string | null | undefined} residual as the service answers it @param {boolean} equal whether the line says that both sides are equal */
export function proofMark(residual, equal) {
  const { kind, words } = proofOf(toNumber(residual), equal);
  return el("span", { class: `mark ${kind}`, role: "img", "aria-label": words, title: words },
    svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: strokes[kind] })));
}
