// Numbers that belong to the function but are not varied: its constants, and the parameters of a model that are numbers.
import { mostLetters } from "../math/letters.js";
import { nameLatex } from "../math/names.js";
import { place } from "../state.js";
import { el } from "../view/elements.js";
import { typeset } from "../view/typeset.js";
import { letterRange } from "./letters.js";
import { numberField } from "./number-field.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/** @param {HTMLElement} host @param {import("../state.js").Store} store */
export function mountChips(host, store) {
  let drawn = "";
  /** @type {(() => void)[]} */
  let refreshed = [];

  /** @param {string} name @param {() => number} now @param {(value: number) => void} onValue @param {(() => void) | null} onRemove */
  function chip(name, now, onValue, onRemove) {
    const letter = el("span", { "aria-hidden": "true" });
    typeset(letter, `${nameLatex(name)} =`);
    const field = el("input", { inputmode: "decimal", autocomplete: "off", "aria-label": `Value of ${name}`, "data-chip": name, size: 6 });
    field.value = String(now());
    numberField(field, { now, stamp: () => (onRemove ? store.state.data : store.state.at)[name], onValue });
    refreshed.push(() => document.activeElement !== field && (field.value = String(now())));
    const slider = onRemove && Object.keys(store.state.data).length <= mostLetters ? letterRange(name, now, onValue) : null;
    if (slider) refreshed.push(slider.refresh);
    return el("span", { class: "chip" }, letter, field,
      ...(slider ? [slider.range] : []),
      ...(onRemove ? [el("button", { type: "button", "aria-label": `Let ${name} vary`, title: `Let ${name} vary`, onclick: onRemove }, "×")] : []));
  }

  store.subscribe(() => {
    for (const refresh of refreshed) refresh();
  });

  return {
    /** @param {Reading} reading */
    show({ variables, values = {} }) {
      const constants = Object.keys(store.state.data);
      const numbers = Object.keys(values).length > 0 ? variables.filter((name) => !(name in values)) : [];
      const wanted = JSON.stringify([constants, numbers]);
      host.hidden = constants.length + numbers.length === 0;
      if (wanted === drawn) return;
      drawn = wanted;
      refreshed = [];
      host.replaceChildren(
        ...constants.map((name) => {
          const put = (/** @type {number} */ value) => store.set({ data: { ...store.state.data, [name]: value } });
          const remove = () => store.set({ data: Object.fromEntries(Object.entries(store.state.data).filter(([each]) => each !== name)) });
          return chip(name, () => store.state.data[name] ?? 0, put, remove);
        }),
        ...numbers.map((name) => {
          const at = () => place(numbers, store.state.at);
          return chip(name, () => at()[name], (value) => store.set({ at: { ...store.state.at, ...at(), [name]: value } }), null);
        }),
      );
    },
  };
}
