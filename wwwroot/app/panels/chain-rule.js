// The chain rule: a composition as boxes in boxes, the factor of each, and the walk from the inside out.
import { chainRule } from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { stageOfEach } from "../math/stages.js";
import { createBusy } from "../view/busy.js";
import { part } from "../view/elements.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { scrolls } from "../view/scrolling.js";
import { typeset } from "../view/typeset.js";
import { createWalk } from "../view/walk.js";
import { factorRows } from "./chain-factors.js";
import { stageBoxes } from "./chain-stages.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountChainRule(root, { store, showRequest }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {any} */
  let answer = null;
  /** @type {{ stage: number, way: number }[]} */
  let places = [];
  let at = 0;

  const body = part(root, "body");
  const walk = createWalk({
    label: "The chain rule, from the inside out",
    from: "first",
    onShow(now) {
      at = now;
      mark();
    },
  });
  part(root, "walk").append(walk.element);
  for (const notation of ["leibniz", "prime"]) scrolls(part(root, notation));
  const latest = createLatest({ onSlow: createBusy(part(root, "busy"), "Taking the function apart…", () => latest.cancel()) });

  function follow() {
    if (reading === null) return;
    const about = reading;
    const [point] = store.state.points;
    latest.run(
      (signal) => ask(chainRule(about, point), signal),
      (result) => {
        answer = result.stages.length > 1 ? result : null;
        root.hidden = answer === null; // one stage is no composition
        showNotes(part(root, "notes"), beyondReading(result.notes ?? []));
        if (answer !== null) draw(about, point);
      },
      (error) => {
        answer = null;
        // The derivative's own panel gives the reason too; here it is of use only where a composition was shown.
        if (error instanceof ApiProblem && root.hidden) return;
        body.hidden = true;
        showNotes(part(root, "notes"), [], [error]);
      },
    );
  }
  const followSoon = debounce(80, follow);

  /** @param {Reading} about @param {number} point */
  function draw({ variables: [variable] }, point) {
    body.hidden = false;
    places = stageOfEach(answer.stages, answer.steps);
    part(root, "stages").replaceChildren(stageBoxes(answer.stages, variable, point));
    part(root, "factors").replaceChildren(factorRows(answer, variable, point));
    typeset(part(root, "leibniz"), `\\displaystyle ${answer.leibniz}`);
    typeset(part(root, "prime"), `\\displaystyle ${answer.prime}`);
    walk.show(answer.steps);
    mark();
  }

  /** Brings out what the line shown speaks of. */
  function mark() {
    const now = places[at];
    if (answer === null || now === undefined) return;
    for (const box of root.querySelectorAll("[data-stage]")) {
      const stage = Number(box.getAttribute("data-stage"));
      box.classList.toggle("current", stage === now.stage);
      box.classList.toggle("ahead", stage > now.stage);
    }
    const reached = places.slice(0, at + 1);
    for (const row of root.querySelectorAll("[data-factor]")) {
      const [stage, way] = (row.getAttribute("data-factor") ?? "").split(" ").map(Number);
      const isReached = reached.some((place) => place.stage === stage && place.way === way) || now.stage === answer.stages.length;
      row.classList.toggle("ahead", !isReached);
      row.classList.toggle("current", stage === now.stage && way === now.way);
    }
  }

  store.subscribe((_, changed) => !root.hidden && changed.has("points") && followSoon());
  part(root, "request").addEventListener("click", () => reading && showRequest("Chain rule", [chainRule(reading, store.state.points[0])]));

  return {
    /** @param {Reading | null} next a function of one variable, or null for none to show */
    show(next) {
      reading = next;
      walk.stop();
      latest.cancel();
      if (next === null) root.hidden = true;
      else follow();
    },
  };
}
