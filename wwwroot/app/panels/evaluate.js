// A definition without a variable: its value.
import { evaluate } from "../api/calls.js";
import { ask } from "../api/client.js";
import { createLatest } from "../api/latest.js";
import { format, toNumber } from "../math/numbers.js";
import { el, part, say } from "../view/elements.js";

/** @param {HTMLElement} root @param {{ showRequest: (title: string, calls: import("../api/client.js").Call[]) => void }} options */
export function mountConstant(root, { showRequest }) {
  const value = el("p", { class: "constant-value", "data-part": "value" });
  root.setAttribute("aria-labelledby", "constant-title");
  root.append(
    el("div", { class: "panel-head" },
      el("h2", { id: "constant-title" }, "A constant"),
      el("p", { class: "lede" }, "There is no variable in it, so nothing changes and there is nothing to differentiate. Its value:"),
      el("div", { class: "tools" }, el("button", { class: "quiet", type: "button", "data-part": "request" }, "Show the request"))),
    value);
  const latest = createLatest();
  /** @type {import("../api/calls.js").Reading | null} */
  let reading = null;
  part(root, "request").addEventListener("click", () => reading && showRequest("Its value", [evaluate(reading)]));
  return {
    /** @param {import("../api/calls.js").Reading | null} next */
    show(next) {
      root.hidden = next === null;
      reading = next;
      latest.cancel();
      if (next === null) return;
      latest.run(
        (signal) => ask(evaluate(next), signal),
        (answer) => say(value, format(toNumber(answer.value), 12)),
        (error) => say(value, error instanceof Error ? error.message : String(error)),
      );
    },
  };
}
