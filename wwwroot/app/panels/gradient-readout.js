// The gradient in formulas and in numbers at a point, whose coordinates can be typed.
import { nameLatex } from "../math/names.js";
import { format, toNumber } from "../math/numbers.js";
import { place } from "../state.js";
import { el, part, say } from "../view/elements.js";
import { showKinks } from "../view/kinks.js";
import { typeset, typesetHead } from "../view/typeset.js";
import { showVerification } from "../view/verification.js";
import { mountPartials } from "./gradient-steps.js";
import { numberField } from "./number-field.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/** @param {HTMLElement} root @param {import("../state.js").Store} store */
export function createGradientReadout(root, store) {
  const partials = mountPartials(part(root, "partials"));
  const coordinates = part(root, "coordinates");

  /** A row with a field for the coordinate. @param {string} name @param {string[]} variables */
  function row(name, variables) {
    const at = () => place(variables, store.state.at);
    const field = el("input", { inputmode: "decimal", autocomplete: "off", "aria-label": `Value of ${name}`, "data-variable": name });
    numberField(field, { now: () => at()[name], onValue: (value) => store.set({ at: { ...at(), [name]: value } }) });
    const head = el("th", { scope: "row" });
    typesetHead(head, nameLatex(name), name);
    return el("tr", {}, head, el("td", {}, field), el("td"), el("td"));
  }

  return {
    /** Turns to another function. @param {Reading | null} next @param {boolean} others whether its variables are others */
    about(next, others) {
      partials.about(next);
      if (next !== null && others) coordinates.replaceChildren(...next.variables.map((name) => row(name, next.variables)));
    },
    /** @param {Reading} reading @param {any} answer the gradient; null while it is not known */
    show({ name, variables }, answer) {
      const at = place(variables, store.state.at);
      const here = answer?.at?.[0];
      for (const line of coordinates.rows) {
        const field = line.cells[1].firstElementChild;
        const { variable } = field.dataset;
        if (document.activeElement !== field) field.value = String(at[variable]);
        if (!here) continue;
        say(line.cells[2], format(toNumber(here.gradient[variable]), 5));
        say(line.cells[3], here.steepestAscent ? format(toNumber(here.steepestAscent[variable]), 4) : "—");
      }
      if (here) {
        typeset(part(root, "value-name"), `${nameLatex(name)}(${variables.map(nameLatex).join(", ")})`);
        say(part(root, "value"), format(toNumber(here.value)));
        say(part(root, "norm"), format(toNumber(here.norm)));
      }
      showKinks(part(root, "kinks"), here?.kinks);
      if (!answer) return;
      partials.show(answer.gradient);
      showVerification(part(root, "verification"), answer.verification);
    },
  };
}
