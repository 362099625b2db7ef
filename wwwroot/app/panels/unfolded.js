// What is asked for only once it is unfolded, and follows what it is about while it stays open.
import { ApiProblem, ask } from "../api/client.js";
import { createLatest } from "../api/latest.js";
import { createBusy } from "../view/busy.js";
import { el } from "../view/elements.js";

/**
 * @param {HTMLDetailsElement} details
 * @param {object} options
 * @param {string} options.what what is being done while it lasts, in words
 * @param {() => import("../api/client.js").Call | null} options.call what to ask now; null where there is nothing to ask about
 * @param {HTMLElement} options.body what the answer is shown in
 * @param {(answer: any, asked: import("../api/client.js").Call) => void} options.onAnswer told the answer and what was asked
 * @param {(error: unknown) => void} [options.onRefusal] beside its reason, which is shown here
 */
export function createUnfolded(details, { what, call, body, onAnswer, onRefusal = () => {} }) {
  const busy = el("div", { class: "busy" });
  const notes = el("ul", { class: "notes", hidden: true });
  details.append(busy, notes, body);
  /** @type {string | null} */
  let known = null;
  const latest = createLatest({
    onSlow: createBusy(busy, what, () => {
      latest.cancel();
      known = null;
    }),
  });

  function follow() {
    const asked = details.open ? call() : null;
    if (asked === null) {
      latest.cancel();
      if (body.classList.contains("stale")) known = null; // what was under way is called off, and will be asked again
      return;
    }
    const key = JSON.stringify(asked);
    if (key === known) return;
    known = key;
    body.classList.add("stale");
    latest.run(
      (signal) => ask(asked, signal),
      (answer) => {
        notes.hidden = true;
        body.classList.remove("stale");
        body.hidden = false;
        onAnswer(answer, asked);
      },
      (error) => {
        known = null;
        body.hidden = true; // what it showed is of another question
        notes.replaceChildren(el("li", { class: "refusal" }, reasonOf(error)));
        notes.hidden = false;
        onRefusal(error);
      },
    );
  }
  details.addEventListener("toggle", follow);
  return { follow };
}

/** Why there is no answer, for a reader; hints are for those who write requests. @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof ApiProblem)) throw error;
  return Object.values(error.problem.errors ?? {}).flat()[0] ?? error.message;
}
