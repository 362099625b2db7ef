// The slope in a direction as a sum: the slope along each variable times the step along it, with a field for each step.
import { nameLatex } from "../math/names.js";
import { directionOf } from "../math/directions.js";
import { format, toNumber } from "../math/numbers.js";
import { waterfall } from "../plot/pointer.js";
import { place } from "../state.js";
import { el, part, say, set, svg } from "../view/elements.js";
import { typesetHead } from "../view/typeset.js";
import { numberField } from "./number-field.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/** @param {HTMLElement} root @param {{ store: import("../state.js").Store }} options */
export function createDirectionTerms(root, { store }) {
  const body = /** @type {HTMLTableSectionElement} */ (part(root, "terms"));
  /** @type {readonly string[]} */
  let variables = [];

  /** A field of a row. @param {string} name @param {"at" | "dir"} member @param {string} label */
  function field(name, member, label) {
    const input = el("input", { inputmode: "decimal", autocomplete: "off", "aria-label": `${label} ${name}`, "data-variable": name, "data-member": member });
    const now = () => (member === "at" ? place(variables, store.state.at) : directionOf(variables, store.state.dir));
    numberField(input, {
      now: () => now()[name],
      onValue(value) {
        const next = { ...now(), [name]: value };
        if (member === "dir" && variables.every((each) => next[each] === 0)) return "A direction has to point somewhere: one step at least must not be 0.";
        store.set({ [member]: next });
        return "";
      },
    });
    return input;
  }

  const bar = () => svg("svg", { class: "term-bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" });

  /** @param {string} name */
  function row(name) {
    const head = el("th", { scope: "row" });
    typesetHead(head, nameLatex(name), name);
    return el("tr", {}, head, el("td", {}, field(name, "at", "Value of")), el("td", { class: "term-slope" }), el("td", { class: "sign", "aria-hidden": "true" }, "×"),
      el("td", {}, field(name, "dir", "Steps along")), el("td", { class: "sign", "aria-hidden": "true" }, "="), el("td", { class: "term" }), el("td", { class: "bar" }, bar()));
  }
  // On a narrow screen the columns with the signs are left out.
  const narrow = matchMedia("(max-width: 40rem)");
  narrow.addEventListener("change", () => set(total.cells[0], { colspan: narrow.matches ? 4 : 6 }));
  const total = el("tr", { class: "total" }, el("th", { scope: "row", colspan: narrow.matches ? 4 : 6 }, "Sum: the slope for the steps as they are"), el("td", { class: "term" }), el("td", { class: "bar" }, bar()));

  /** @param {Element} host @param {{ from: number, to: number, rises: boolean }} where @param {number} zero */
  function drawBar(host, { from, to, rises }, zero) {
    host.replaceChildren(
      svg("line", { class: "term-zero", x1: zero, x2: zero, y1: 0, y2: 10, "vector-effect": "non-scaling-stroke" }),
      svg("rect", { class: rises ? "term-up" : "term-down", x: from, y: 1.5, width: Math.max(0.6, to - from), height: 7 }));
  }

  return {
    /** Turns to another function. @param {Reading | null} next */
    about(next) {
      if (next === null || next.variables.join() === variables.join()) return;
      variables = next.variables;
      body.replaceChildren(...variables.map(row), total);
    },
    /** @param {Reading} reading @param {Record<string, number>} at @param {Record<string, number>} direction @param {any} answer null while it is not known */
    show({ variables: names }, at, direction, answer) {
      for (const input of body.querySelectorAll("input")) {
        const name = input.dataset.variable ?? "";
        if (document.activeElement !== input) input.value = String((input.dataset.member === "at" ? at : direction)[name]);
      }
      if (answer === null) return;
      names.forEach((name, i) => say(body.rows[i].cells[2], format(toNumber(answer.gradient[name]), 5)));
      const fact = (/** @type {string} */ name, /** @type {string} */ words) => say(part(root, name), words);
      fact("raw", format(toNumber(answer.raw), 6));
      fact("unit-slope", format(toNumber(answer.unit), 6));
      fact("steepest", format(toNumber(answer.there.norm), 6));
      fact("angle", answer.angle === null ? "—" : `${format((toNumber(answer.angle) * 180) / Math.PI, 4)}°`);
    },
    /** @param {any} answer @param {readonly number[] | null} terms one for each variable; null where they are not finite */
    showTerms(answer, terms) {
      const sum = toNumber(answer.raw);
      const { zero, bars, total: whole } = waterfall(terms ?? [], sum);
      variables.forEach((_, i) => {
        const { cells } = body.rows[i];
        say(cells[6], terms === null ? "—" : format(terms[i], 5));
        set(cells[7], { hidden: terms === null });
        if (terms !== null) drawBar(/** @type {Element} */ (cells[7].firstElementChild), bars[i], zero);
      });
      const cells = total.cells;
      say(cells[1], format(sum, 6));
      set(cells[2], { hidden: terms === null });
      if (terms !== null) drawBar(/** @type {Element} */ (cells[2].firstElementChild), whole, zero);
      say(part(root, "length-said"), terms === null ? "" : `Divided by the length of the way, that is the slope for a step of length 1: ${format(toNumber(answer.unit), 6)}.`);
    },
  };
}
