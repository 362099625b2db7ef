// Names of functions offered while one is typed.
import { functions } from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { el, say } from "../view/elements.js";

/** @typedef {{ name: string, aliases?: string[], sentence: string }} Known */

/**
 * @param {HTMLElement} list @param {HTMLElement} told a live region: a field of several lines can't say itself that it has a list
 * @param {HTMLTextAreaElement} field @param {HTMLElement} mirror the same text behind the field
 * @param {() => void} onAccept
 */
export function createCompletion(list, told, field, mirror, onAccept) {
  /** @type {Known[]} */
  let known = [];
  /** @type {Known[]} */
  let offered = [];
  let chosen = 0;

  // The catalogue is long, and who only reads needs none of it.
  const learn = () => ask(functions).then(
    ({ functions: ofNumbers, arrayFunctions: ofArrays }) => {
      /** @type {Known[]} */
      const all = [...ofNumbers, ...ofArrays].flatMap((each) => [each.name, ...(each.aliases ?? [])].map((name) => ({ ...each, name })));
      known = all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i); // max is both
      if (document.activeElement === field) offer(); // what was typed before the catalogue came
    },
    (error) => {
      if (!(error instanceof ApiProblem)) throw error; // without the catalogue nothing is offered
    },
  );
  if (document.activeElement === field) void learn();
  else field.addEventListener("focus", () => void learn(), { once: true });

  /** The letters of a name before the caret. */
  function stem() {
    if (field.selectionStart !== field.selectionEnd) return "";
    return /(?<![\w\u0370-\u03ff])[A-Za-z][\w]*$/.exec(field.value.slice(0, field.selectionStart))?.[0] ?? "";
  }

  function offer() {
    const typed = stem();
    const after = field.value.slice(field.selectionStart, field.selectionStart + 1);
    const matches = typed.length < 2 || /\w/.test(after) ? [] : known.filter(({ name }) => name.startsWith(typed) && name !== typed);
    offered = matches;
    chosen = 0;
    draw(typed.length);
  }

  /** @param {number} typed */
  function draw(typed) {
    list.hidden = offered.length === 0;
    say(told, list.hidden ? "" : `${offered.length === 1 ? "One name" : `${offered.length} names`} to choose from with the arrow keys; Enter takes ${offered[chosen].name}.`);
    if (list.hidden) {
      field.removeAttribute("aria-activedescendant");
      field.removeAttribute("aria-controls");
      return;
    }
    list.replaceChildren(
      ...offered.map(({ name, sentence }, i) =>
        el("li", { id: `completion-${i}`, role: "option", "aria-selected": i === chosen ? "true" : "false",
          onmousedown: (event) => { event.preventDefault(); accept(i); } },
          el("code", {}, name), el("span", {}, sentence))),
    );
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-activedescendant", `completion-${chosen}`);
    list.children[chosen].scrollIntoView({ block: "nearest" });
    place(typed);
  }

  /** Under the first letter of the name. @param {number} typed */
  function place(typed) {
    const start = field.selectionStart - typed;
    const marker = el("span", {}, field.value.slice(start, field.selectionStart));
    mirror.replaceChildren(field.value.slice(0, start), marker, field.value.slice(field.selectionStart));
    const box = mirror.getBoundingClientRect();
    const { left, bottom } = marker.getBoundingClientRect();
    list.style.left = `${Math.max(0, Math.min(left - box.left, box.width - list.offsetWidth))}px`;
    list.style.top = `${bottom - box.top + 6}px`;
  }

  /** @param {number} i */
  function accept(i) {
    const { name } = offered[i];
    const bracket = field.value[field.selectionStart] === "(" ? "" : "(";
    field.setRangeText(name + bracket, field.selectionStart - stem().length, field.selectionStart, "end");
    close();
    onAccept();
  }

  function close() {
    offered = [];
    draw(0);
  }

  field.addEventListener("blur", close);
  return {
    offer,
    /** Takes the keys that belong to an open list. @param {KeyboardEvent} event @returns {boolean} whether it was one */
    handle(event) {
      if (offered.length === 0) return false;
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (move !== undefined) {
        chosen = (chosen + move + offered.length) % offered.length;
        draw(stem().length);
      } else if (event.key === "Enter" || event.key === "Tab") accept(chosen);
      else if (event.key === "Escape") close();
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
