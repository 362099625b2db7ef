// The gradient of a function of several variables; of two, over its landscape.
import * as calls from "../api/calls.js";
import { ask } from "../api/client.js";
import { debounce } from "../api/latest.js";
import { place } from "../state.js";
import { createBusy } from "../view/busy.js";
import { part, say, set } from "../view/elements.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { createGradientAnswers } from "./gradient-answers.js";
import { createGradientReadout } from "./gradient-readout.js";
import { createLandscapePicture } from "./landscape-picture.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountGradient(root, { store, showRequest }) {
  /** @type {Reading | null} */
  let reading = null;
  /** The two variables of a landscape. */
  const plane = () => (reading?.variables.length === 2 ? reading.variables : null);
  const answers = createGradientAnswers({
    ask,
    onSlow: createBusy(part(root, "busy"), "Sampling the landscape…", () => answers.cancel()),
    onChange: paint,
  });
  const sample = () => answers.sample(picture.view());
  const sampleSoon = debounce(60, sample);
  const picture = createLandscapePicture(root, { store, variables: plane, answers, onReshape: sampleSoon });
  const readout = createGradientReadout(root, store);
  const measure = () => reading && answers.measure(place(reading.variables, store.state.at));

  function paint() {
    if (reading === null) return;
    picture.show();
    readout.show(reading, answers.gradient);
    showNotes(part(root, "notes"), beyondReading(answers.notes), answers.errors);
  }

  store.subscribe((_, changed) => {
    if (reading === null || root.hidden) return;
    if (changed.has("at")) measure();
    if (changed.has("x") || changed.has("y")) sampleSoon();
    if (changed.has("at") || changed.has("x") || changed.has("y")) paint();
  });
  part(root, "request").addEventListener("click", () => {
    if (reading === null) return;
    showRequest("Gradient", [
      calls.gradient(reading, place(reading.variables, store.state.at)),
      calls.partialSteps(reading, reading.variables[0]),
      ...(plane() ? [calls.grid(reading, picture.view())] : []),
    ]);
  });

  return {
    landscape: picture.stage,
    /** @param {Reading | null} next a function of at least two variables, or null for none to show */
    show(next) {
      root.hidden = next === null;
      reading = next;
      readout.about(next, answers.about(next));
      if (next === null) return;
      set(part(root, "plots"), { hidden: !plane() });
      root.querySelector(".panel-body")?.classList.toggle("alone", !plane());
      say(part(root, "lede"), plane()
        ? "Drag the point: the arrow shows the direction of steepest ascent."
        : `A function of ${next.variables.length} variables can't be drawn in a plane. Here is its gradient, as formulas and as numbers at a point.`);
      measure();
      requestAnimationFrame(() => requestAnimationFrame(sample)); // after the first painting, which fixes the picture's shape
      paint();
    },
  };
}
