// The gradient of a function of several variables; of two, over its landscape.
import * as calls from "../api/calls.js";
import { ask } from "../api/client.js";
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
  /** @type {readonly string[]} */
  let variables = [];
  const answers = createGradientAnswers({ ask, onChange: paint });
  const picture = createLandscapePicture(root, {
    store,
    onSlow: createBusy(part(root, "busy"), "Sampling the landscape…", () => picture.landscape.cancel()),
    onChange: paint,
    beneath: () => [],
  });
  const readout = createGradientReadout(root, store);
  const here = () => place(reading?.variables ?? [], store.state.at);

  function paint() {
    if (reading === null) return;
    picture.show(answers.gradient);
    readout.show(reading, answers.gradient);
    showNotes(part(root, "notes"), beyondReading(answers.notes), [...answers.errors, ...picture.landscape.errors]);
  }

  store.subscribe((_, changed) => {
    if (reading === null || !changed.has("at")) return;
    answers.measure(here());
    paint();
  });
  part(root, "request").addEventListener("click", () => {
    if (reading === null) return;
    const land = picture.landscape.call();
    showRequest("Gradient", [calls.gradient(reading, here()), calls.partialSteps(reading, reading.variables[0]), ...(land ? [land] : [])]);
  });

  return {
    /** @param {Reading | null} next a function of at least two variables, or null for none to show */
    show(next) {
      root.hidden = next === null;
      const others = next !== null && next.variables.join() !== variables.join();
      if (next !== null) variables = next.variables;
      reading = next;
      answers.about(next);
      readout.about(next, others);
      const isPlane = next?.variables.length === 2;
      picture.about(isPlane ? next : null);
      if (next === null) return;
      set(part(root, "plots"), { hidden: !isPlane });
      root.querySelector(".panel-body")?.classList.toggle("alone", !isPlane);
      say(part(root, "lede"), isPlane
        ? "Drag the point: the arrow shows the direction of steepest ascent."
        : `A function of ${next.variables.length} variables can't be drawn in a plane. Here is its gradient, as formulas and as numbers at a point.`);
      answers.measure(here());
      paint();
    },
  };
}
