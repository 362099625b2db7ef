import { el } from "./elements.js";
import { exportableTable } from "./export.js";

/** @typedef {string | { shown: string, value: number }} Cell a text, or a number as it is shown and as it is */

/**
 * A table of numbers that scrolls within itself, and can be saved.
 * @param {string} caption @param {string[]} heads @param {Cell[][]} rows
 */
export function table(caption, heads, rows) {
  const body = el("table", {},
    el("caption", { class: "hidden" }, caption),
    el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map(cell)))));
  const scroll = el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": caption }, body);
  const whole = el("div", { class: "saved-table" }, scroll);
  exportableTable(whole, body, caption);
  return whole;
}

/** @param {Cell} each */
const cell = (each) => (typeof each === "string" ? el("td", {}, each) : el("td", { "data-value": each.value }, each.shown));
