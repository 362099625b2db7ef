// Letters of a formula as sliders: one click makes numbers of them.
import { freeLetters, lettersWithoutValue, listed, reachOf } from "../math/letters.js";
import { format } from "../math/numbers.js";
import { el } from "../view/elements.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/** The choice, where there is one. @param {HTMLElement} host @param {import("../state.js").Store} store */
export function mountLetters(host, store) {
  host.classList.add("letter-choice");
  return {
    /** @param {Reading} reading @param {any} answer in which a formula without a signature has no name, so that nobody said what varies */
    show({ variables, data, values = {} }, answer) {
      const missing = lettersWithoutValue(answer, variables, data);
      const letters = answer.name === null && Object.keys(values).length === 0 ? freeLetters(variables) : missing;
      host.hidden = letters.length === 0;
      host.replaceChildren(...(letters.length === 0 ? [] : [
        missing.length > 0 ? `${listed(letters)} ${letters.length === 1 ? "has no value" : "have no values"}. ` : `${listed(letters)} ${letters.length === 1 ? "varies" : "vary"} too. `,
        el("button", { type: "button", class: "quiet", onclick: () => store.set({ data: { ...store.state.data, ...Object.fromEntries(letters.map((name) => [name, 1])) } }) },
          `Let ${listed(letters)} be ${letters.length === 1 ? "a number with a slider" : "numbers with sliders"}`),
      ]));
    },
  };
}

/**
 * A slider for a constant. Its ends move only when nobody holds it.
 * @param {string} name @param {() => number} now @param {(value: number) => void} onValue
 */
export function letterRange(name, now, onValue) {
  let held = false;
  const range = el("input", { type: "range", class: "letter-range", "aria-label": `${name} by slider`, oninput: () => onValue(Number(Number(range.value).toPrecision(6))) });
  range.addEventListener("pointerdown", () => (held = true));
  range.addEventListener("pointerup", () => {
    held = false;
    refresh();
  });
  function refresh() {
    const value = now();
    if (!held) {
      const reach = reachOf(value);
      for (const [attribute, end] of /** @type {const} */ ([["min", -reach], ["max", reach], ["step", reach / 100]])) range.setAttribute(attribute, String(end));
    }
    if (Number(range.value) !== value) range.value = String(value);
    range.setAttribute("aria-valuetext", format(value, 4));
  }
  refresh();
  return { range, refresh };
}
