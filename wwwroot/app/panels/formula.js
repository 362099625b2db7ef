// The function typeset as it was typed, and to be copied.
import { linesOf } from "../math/latex-lines.js";
import { became, equationLatex, headLatex } from "../math/names.js";
import { el, part, say } from "../view/elements.js";
import { fitting } from "../view/fit.js";
import { typeset, typesetting } from "../view/typeset.js";

/** @param {HTMLElement} root of the panel where the function is typed */
export function mountFormula(root) {
  const host = part(root, "typeset");
  const written = el("div", {});
  const helpers = el("div", { class: "helpers" });
  const below = el("div", { class: "became" });
  host.replaceChildren(written, helpers, below);
  const fit = fitting(host);
  let [latex, text] = ["", ""];

  for (const [name, source] of /** @type {[string, () => string][]} */ ([["copy-latex", () => latex], ["copy-text", () => text]])) {
    const button = part(root, name);
    const words = button.textContent ?? "";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source());
        say(button, "Copied");
      } catch {
        say(button, "The clipboard is closed");
      }
      setTimeout(() => say(button, words), 1600);
    });
  }

  return {
    /** @param {any} answer of the service, that read the function @param {string} definition the text @param {readonly string[]} variables what varies */
    show(answer, definition, variables) {
      const { latex: simple, text: simpleText } = answer.function;
      latex = answer.equation ? equationLatex(answer.equation) : `${headLatex(answer.name ?? "f", variables)} = ${answer.written.latex}`;
      text = definition;
      const [first, ...others] = linesOf(answer.equation ? latex : answer.written.latex);
      typeset(written, answer.equation ? latex : `${headLatex(answer.name ?? "f", variables)} = ${first}`, { display: true });
      helpers.hidden = others.length === 0;
      if (helpers.childElementCount !== others.length) helpers.replaceChildren(...others.map(() => el("span")));
      others.forEach((each, i) => typeset(/** @type {HTMLElement} */ (helpers.children[i]), each, { display: true }));
      const other = !answer.equation && became(definition, answer.written.latex, simple);
      below.hidden = !other;
      if (other) typeset(below, `= ${simple}`, { display: true });
      host.title = other ? simpleText : "";
      host.classList.remove("stale");
      void typesetting().then(fit, () => {}); // who loads panels waits for the service, and asks again
    },
    fade: () => host.classList.add("stale"),
  };
}
