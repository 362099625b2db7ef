// The parameters of an update rule beside its rate: a field for each, with what it does.
import { knobsOf, typed, untyped } from "../math/optimizers.js";
import { el } from "../view/elements.js";

/** @typedef {import("../math/optimizers.js").Optimizer} Optimizer */

/**
 * @param {object} options
 * @param {string} options.id what the names of the fields begin with
 * @param {() => Record<string, string>} options.read the parameters that were changed, as typed
 * @param {(name: string, text: string | null) => void} options.write told of each change; null is the usual value
 */
export function createKnobs({ id, read, write }) {
  /** The optimizer whose fields are shown. */
  let drawnFor = "";
  const fields = el("div", { class: "knobs", "data-part": "knobs" });
  const element = el("details", { class: "numbers-behind" }, el("summary", {}, "All parameters"), fields);

  /** A field for a parameter. @param {ReturnType<typeof knobsOf>[number]} parameter */
  function field({ name, default: usual, range = "", sentence: says = "" }) {
    const about = `${id}-${name}-about`;
    const isFlag = typeof usual === "boolean";
    const now = read()[name] ?? typed(usual);
    const input = el("input", { id: `${id}-knob-${name}`, "data-knob": name, "aria-describedby": about, autocomplete: "off", ...(isFlag ? { type: "checkbox" } : { inputmode: "decimal", value: now }) });
    if (isFlag) input.checked = now === "true";
    input.addEventListener(isFlag ? "change" : "input", () => {
      const text = isFlag ? String(input.checked) : input.value;
      input.setAttribute("aria-invalid", String(untyped(usual, text) === null));
      write(name, text === typed(usual) ? null : text);
    });
    return el("div", { class: "knob" }, el("label", { for: input.id }, el("code", {}, name)), input, el("p", { class: "quiet-words", id: about }, `${says} ${isFlag || range === "" ? "" : `Takes ${range}.`}`.trim()));
  }

  return {
    element,
    /** @param {Optimizer | null} optimizer @param {boolean} [another] whether it is another runner's than before */
    draw(optimizer, another = false) {
      element.hidden = optimizer === null || knobsOf(optimizer).length === 0;
      if (optimizer === null) return;
      if (optimizer.name !== drawnFor || another) fields.replaceChildren(...knobsOf(optimizer).map(field));
      drawnFor = optimizer.name;
      for (const input of fields.querySelectorAll("input")) {
        const { name = "", default: usual } = knobsOf(optimizer).find((each) => each.name === input.dataset.knob) ?? {};
        const text = read()[name] ?? typed(usual);
        if (document.activeElement === input) continue;
        if (input.type === "checkbox") input.checked = text === "true";
        else input.value = text;
      }
    },
  };
}
