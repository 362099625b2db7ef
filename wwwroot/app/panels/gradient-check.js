// One's own derivatives, typed in and told right or wrong, with the likely slip in words.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { textOf, typedFor, withClaim } from "../math/claims.js";
import { readable } from "../math/numbers.js";
import { hasArrays } from "../math/shown.js";
import { pointSaid, refusedVariable } from "../math/verdicts.js";
import { createBusy } from "../view/busy.js";
import { part, say } from "../view/elements.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { createClaimFields } from "./claim-fields.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(reading: Reading) => import("../api/calls.js").AnyPoint} options.pointOf
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountGradientCheck(root, { store, pointOf, showRequest }) {
  /** @type {Reading | null} */
  let reading = null;
  const verdict = part(root, "verdict");
  const fields = createClaimFields(part(root, "claims"), {
    textOf: (variable) => textOf(store.state.claims, variable),
    onInput: (variable, text) => store.set({ claims: withClaim(store.state.claims, variable, text) }),
  });
  const latest = createLatest({ onSlow: createBusy(part(root, "busy"), "Checking…", () => latest.cancel()) });

  /** @param {Reading} about */
  function call(about) {
    const claimed = typedFor(store.state.claims, about.variables);
    const needsPoint = hasArrays(about) || Object.values(claimed).some((claim) => typeof claim !== "string");
    return calls.gradientCheck(about, needsPoint ? pointOf(about) : null, claimed);
  }

  function check() {
    if (reading === null) return;
    const asked = call(reading);
    say(part(root, "where"), hasArrays(reading)
      ? `A formula is checked at the point ${pointSaid(pointOf(reading))} and around it; numbers such as [1, 2] are checked at the point alone.`
      : `A formula is compared by identity and at several points; a number is checked at ${pointSaid(pointOf(reading))}.`);
    if (Object.keys(typedFor(store.state.claims, reading.variables)).length === 0) {
      latest.cancel();
      paint([], "");
      return;
    }

    latest.run(
      (signal) => ask(asked, signal),
      (answer) => {
        const isSame = answer.correct === true && answer.components.every((/** @type {any} */ { identical }) => identical === true);
        paint(answer.components.map((/** @type {any} */ each) => ({ ...each, chosen: answer.point })), isSame ? `${answer.verdict} The two are one by identity.` : answer.verdict);
        showNotes(part(root, "notes"), beyondReading(answer.notes));
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        paint([], "");
        const variable = refusedVariable(error.problem.errors);
        const words = [error.message, error.problem.hint].filter(Boolean).join(" ");
        if (variable === null || !fields.refuse(variable, words)) showNotes(part(root, "notes"), [], [error]);
      },
    );
  }
  const checkSoon = debounce(250, check);

  /** @param {any[]} components @param {string} text */
  function paint(components, text) {
    say(verdict, readable(text));
    showNotes(part(root, "notes"), []);
    fields.judge(components);
  }

  store.subscribe((_, changed) => {
    if (reading === null || root.hidden) return;
    if (changed.has("claims")) {
      latest.cancel(); // a verdict on what was typed before says nothing about what is typed now
      fields.fill();
      fields.doubt();
      say(verdict, "");
    }
    if (changed.has("claims") || changed.has("at") || changed.has("points")) checkSoon();
  });
  part(root, "request").addEventListener("click", () => reading && showRequest("Check", [call(reading)]));

  return {
    /** @param {Reading | null} next a function with a few variables, or null for none to show */
    show(next) {
      root.hidden = next === null;
      reading = next;
      latest.cancel();
      if (next === null) return;
      say(part(root, "title"), next.variables.length === 1 ? "Check my derivative" : "Check my gradient");
      fields.build(next);
      paint([], "");
      check();
    },
  };
}
