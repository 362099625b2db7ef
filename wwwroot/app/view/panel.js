// The frame of a panel that makes its own markup: its head, a line for what is under way, its plots and what stands beside them.
import { el } from "./elements.js";

/**
 * @param {HTMLElement} root the section
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.lede one sentence on what to do or what to see
 * @param {() => void} options.onRequest asked to show the request
 */
export function createPanel(root, { title, lede, onRequest }) {
  const name = root.dataset.panel ?? "panel";
  const heading = el("h2", { id: `${name}-title` }, title);
  const words = el("p", { class: "lede" }, lede);
  const busy = el("div", { class: "busy" });
  const plots = el("div", { class: "plots" });
  const notes = el("ul", { class: "notes", hidden: true });
  const rail = el("div", { class: "rail" });
  root.setAttribute("aria-labelledby", heading.id);
  root.replaceChildren(
    el("div", { class: "panel-head" }, heading, words,
      el("div", { class: "tools" }, el("button", { class: "quiet", type: "button", "data-part": "request", onclick: onRequest }, "Show the request"))),
    busy,
    el("div", { class: "panel-body" }, plots, rail),
  );
  return { heading, lede: words, busy, plots, rail, notes };
}

/**
 * A part of the rail with a heading of its own.
 * @param {string} title @param {...(Node | string)} children
 */
export function card(title, ...children) {
  const section = el("section", { class: "card", "aria-label": title }, el("h3", {}, title), ...children);
  return section;
}

/**
 * A range with its name and its value.
 * @param {object} options
 * @param {string} options.id @param {string | Node} options.label @param {number} options.min @param {number} options.max @param {number} options.step
 * @param {(value: number) => void} options.onInput
 */
export function slider({ id, label, min, max, step, onInput }) {
  const value = el("output", { for: id });
  const range = el("input", { id, type: "range", min, max, step, oninput: () => onInput(Number(range.value)) });
  return {
    element: el("div", { class: "slide" }, el("label", { for: id }, label), value, range),
    /** @param {number} at @param {string} text @param {{ min?: number, max?: number, step?: number }} [ends] */
    put(at, text, ends = {}) {
      for (const [name, end] of Object.entries(ends)) range.setAttribute(name, String(end));
      if (Number(range.value) !== at) range.value = String(at);
      range.setAttribute("aria-valuetext", text);
      if (value.textContent !== text) value.textContent = text;
    },
  };
}
