// The table of signs: special places and the stretches between them, in columns.
import { nameLatex } from "../math/names.js";
import { el, svg } from "../view/elements.js";
import { scrolls } from "../view/scrolling.js";
import { typesetHead } from "../view/typeset.js";

/** @typedef {import("../math/discussion.js").Column} Column */

/** How a stretch of the curve looks, by its direction and its bend. */
const strokes = {
  "increasing convex": "M3 17C15 16 22 11 25 3",
  "increasing concave": "M3 17C6 9 13 4 25 3",
  "decreasing convex": "M3 3C6 11 13 16 25 17",
  "decreasing concave": "M3 3C15 4 22 9 25 17",
  "increasing linear": "M3 17L25 3",
  "decreasing linear": "M3 3L25 17",
  "increasing": "M3 17L25 3",
  "decreasing": "M3 3L25 17",
};
const said = { increasing: "rises", decreasing: "falls", constant: "flat", convex: "bends up", concave: "bends down", linear: "straight" };

/** @param {import("../api/calls.js").Reading} reading @param {Column[]} columns */
export function signTable({ name, variables: [variable] }, columns) {
  const [f, x] = [nameLatex(name), nameLatex(variable)];
  const head = (/** @type {string} */ latex, /** @type {string} */ words) => {
    const cell = el("th", { scope: "row" });
    typesetHead(cell, latex, words);
    return cell;
  };
  const row = (/** @type {HTMLElement} */ first, /** @type {(column: Column) => Node | string} */ cell, /** @type {string} */ kind) =>
    el("tr", { class: kind }, first, ...columns.map((column) => el("td", { class: column.place ? "place" : "stretch-between" }, cell(column))));
  return scrolls(el("div", { class: "scroll-across", role: "region", "aria-label": "Table of signs" },
    el("table", { class: "sign-table" },
      el("caption", { class: "hidden" }, "Signs of the derivatives at the special places and between them"),
      el("tbody", {},
        row(head(x, variable), (column) => column.head, "heads"),
        row(head(`${f}'(${x})`, `${name}′(${variable})`), (column) => column.first, "first"),
        row(head(`${f}''(${x})`, `${name}″(${variable})`), (column) => column.second, "second"),
        row(head(`${f}(${x})`, `${name}(${variable})`), (column) => (column.place ? column.f : shape(column.shape)), "values"),
        row(el("th", { scope: "row" }, el("span", { class: "hidden" }, "What it is")), (column) => (column.place ? column.shape : ""), "kinds")))));
}

/** @param {string} shape */
function shape(shape) {
  if (shape === "") return "";
  const words = shape.split(" ").map((word) => /** @type {Record<string, string>} */ (said)[word] ?? word).join(", ");
  const d = /** @type {Record<string, string>} */ (strokes)[shape] ?? "M3 10H25";
  return svg("svg", { class: "shape", viewBox: "0 0 28 20", role: "img", "aria-label": words }, svg("path", { d }));
}
