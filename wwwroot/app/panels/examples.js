// A gallery of functions worth seeing, grouped by idea, in a window of its own.
import { examples } from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { groupsOf, stateOf } from "../math/gallery.js";
import { initial } from "../state.js";
import { el } from "../view/elements.js";
import { typeset } from "../view/typeset.js";

/** @typedef {import("../math/gallery.js").Example} Example */

/** @param {HTMLButtonElement} opener @param {import("../state.js").Store} store */
export function mountExamples(opener, store) {
  const body = el("div", { class: "gallery", "data-part": "gallery" });
  const close = el("button", { class: "quiet", type: "button", onclick: () => dialog.close() }, "Close");
  const dialog = el("dialog", { class: "examples", "aria-labelledby": "examples-title" },
    el("div", { class: "examples-head" }, el("h2", { id: "examples-title" }, "Examples"), close), body);
  document.body.append(dialog);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  /** @type {{ example: Example, button: HTMLButtonElement }[]} */
  let shown = [];

  opener.addEventListener("click", async () => {
    dialog.showModal();
    if (shown.length === 0) await fill();
    for (const { example, button } of shown) button.setAttribute("aria-pressed", String(example.function === store.state.function));
  });

  async function fill() {
    body.replaceChildren(el("p", { class: "quiet-words", role: "status" }, "Fetching the examples…"));
    try {
      const { examples: own, problems } = await ask(examples);
      const viewed = (/** @type {any[]} */ list) => list.map((each) => ({ ...each, view: each.window }));
      if (shown.length > 0) return; // opened twice
      body.replaceChildren(...groupsOf({ examples: viewed(own), problems: viewed(problems) }).map(group));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      body.replaceChildren(el("p", { class: "refusal", role: "alert" }, `The examples can't be shown. ${error.message}`));
    }
  }

  /** @param {{ idea: string, examples: Example[] }} about @param {number} at */
  function group({ idea, examples: own }, at) {
    const id = `idea-${at}`;
    return el("section", { "aria-labelledby": id }, el("h3", { id }, idea), el("div", { class: "cards" }, ...own.map(card)));
  }

  /** @param {Example} example */
  function card(example) {
    const formula = el("span", { class: "card-formula" });
    typeset(formula, example.latex);
    const button = el("button", { type: "button", onclick: () => choose(example) },
      el("strong", {}, example.name), formula, el("span", { class: "card-words" }, example.sentence));
    shown.push({ example, button });
    return button;
  }

  /** @param {Example} example */
  function choose(example) {
    dialog.close();
    store.set(stateOf(example, initial));
  }
}
