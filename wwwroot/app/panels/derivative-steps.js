// The derivative rule by rule, unfolded under its formula.
import { derivativeSteps } from "../api/calls.js";
import { createWalk } from "../view/walk.js";
import { createUnfolded } from "./unfolded.js";

/** @param {HTMLDetailsElement} details @param {() => import("../api/calls.js").Reading | null} reading */
export function mountDerivativeSteps(details, reading) {
  const walk = createWalk({ label: "The derivative rule by rule", from: "last" });
  const { follow } = createUnfolded(details, {
    what: "Finding the steps…",
    call() {
      const read = reading();
      return read && derivativeSteps(read);
    },
    body: walk.element,
    onAnswer: ({ steps }) => walk.show(steps),
  });
  return {
    follow,
    /** Unfolds the steps and takes the reader there. */
    open() {
      details.open = true;
      /** @type {HTMLElement} */ (details.firstElementChild).focus();
    },
  };
}
