// The function as a program of another language, with its gradient or its second derivatives, to copy or to save.
import { code as codeCall } from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest } from "../api/latest.js";
import { codeFile, codeKinds, codeLanguages } from "../math/code-files.js";
import { createBusy } from "../view/busy.js";
import { el } from "../view/elements.js";
import { save } from "../view/export.js";
import { createProgram } from "../view/program.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountCode(root, { store, showRequest }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {string | null} */
  let known = null;

  const busy = el("div", { class: "busy" });
  const language = el("select", { id: "code-language", onchange: () => store.set({ codeLanguage: language.value }) }, ...codeLanguages.map(({ word, title }) => el("option", { value: word }, title)));
  const what = el("select", { id: "code-of", onchange: () => store.set({ codeOf: what.value }) }, ...codeKinds.map(({ word, title }) => el("option", { value: word }, title)));
  const program = createProgram({ "aria-label": "The program" });
  const keep = el("button", { type: "button", onclick: () => save(codeFile(reading?.name ?? "f", store.state.codeLanguage), "text/plain", program.text) }, "Save");
  const details = /** @type {HTMLDetailsElement} */ (el("details", { class: "unfold code" },
    el("summary", {}, "The function as code"),
    busy,
    el("div", { class: "code-choice" },
      el("label", { for: language.id }, "Language"), language, el("label", { for: what.id }, "With"), what, program.copy, keep,
      el("button", { type: "button", class: "quiet", onclick: () => reading && showRequest("The function as code", [call(reading)]) }, "Show the request")),
    program.said, program.program));
  root.setAttribute("aria-label", "The function as code");
  root.classList.add("code-panel");
  root.replaceChildren(details);
  const latest = createLatest({ onSlow: createBusy(busy, "Writing the program…", () => latest.cancel()) });

  /** @param {Reading} about */
  const call = (about) => codeCall(about, store.state.codeLanguage, /** @type {any} */ (store.state.codeOf));

  function follow() {
    language.value = store.state.codeLanguage;
    what.value = store.state.codeOf;
    if (reading === null || root.hidden || !details.open) return latest.cancel();
    const asked = call(reading);
    const key = JSON.stringify(asked);
    if (key === known) return;
    program.fade();
    latest.run(
      (signal) => ask(asked, signal),
      (answer) => {
        known = key;
        program.show(answer.code);
        keep.hidden = false;
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        known = null;
        program.refuse(error.message);
        keep.hidden = true;
      },
    );
  }

  details.addEventListener("toggle", follow);
  store.subscribe((_, changed) => (changed.has("codeLanguage") || changed.has("codeOf")) && follow());

  return {
    /** @param {Reading | null} next a function with a variable, or null for none to show */
    show(next) {
      root.hidden = next === null;
      reading = next;
      follow();
    },
  };
}
