// A program to read and to copy.
import { el, say } from "./elements.js";

/**
 * @param {import("./elements.js").Attributes} attributes of the program: what it is called, for those who can't see it
 * @param {import("./elements.js").Attributes} [look] of the button that copies it
 */
export function createProgram(attributes, look = {}) {
  const program = el("pre", { tabindex: 0, role: "region", ...attributes });
  const said = el("p", { class: "quiet-words", role: "status" });
  const copy = el("button", { type: "button", ...look, onclick: copied }, "Copy");

  async function copied() {
    try {
      await navigator.clipboard.writeText(program.textContent ?? "");
      say(said, "Copied.");
    } catch {
      getSelection()?.selectAllChildren(program);
      say(said, "Selected: press Ctrl+C.");
    }
  }

  /** @param {boolean} has @param {string} words */
  function put(has, words) {
    program.hidden = !has;
    copy.hidden = !has;
    program.classList.remove("stale");
    say(said, words);
  }

  return {
    program, said, copy,
    get text() {
      return program.textContent ?? "";
    },
    /** Another one is on its way. */
    fade: () => program.classList.add("stale"),
    /** @param {string} text */
    show(text) {
      say(program, text);
      put(true, "");
    },
    /** There is none. @param {string} why */
    refuse: (why) => put(false, why),
  };
}
