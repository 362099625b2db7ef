// The gradient of a function of several variables; of two, over its landscape.
import * as calls from "../api/calls.js";
import { criticalPoints, slice } from "../api/descent-calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest } from "../api/latest.js";
import { verdictOf } from "../math/flat-places.js";
import { drawn } from "../math/names.js";
import { toNumber } from "../math/numbers.js";
import { place } from "../state.js";
import { createBusy, fading } from "../view/busy.js";
import { el, onceAFrame, part, say } from "../view/elements.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { createGradientAnswers } from "./gradient-answers.js";
import { createGradientReadout } from "./gradient-readout.js";
import { createField, createFlatPlaces } from "./gradient-field.js";
import { createSlices } from "./gradient-slices.js";
import { createLandscapePicture } from "./landscape-picture.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 * @param {import("../math/sight.js").Sight} options.sight what is seen of the plane
 */
export function mountGradient(root, { store, showRequest, sight }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {readonly string[]} */
  let variables = [];
  const [choices, slicesHost] = [el("div"), el("section", { class: "slices", "data-part": "slices" })];
  const [flatHost, verdict] = [el("section", { class: "card flat" }), el("p", { class: "verdict", "data-part": "verdict", role: "status", hidden: true })];
  part(root, "legend").after(choices, slicesHost);
  part(root, "stationary").replaceWith(verdict);
  part(root, "notes").before(flatHost);

  const answers = createGradientAnswers({ ask, onLate: fading(root), onChange: answered });
  const bending = createLatest();
  const picture = createLandscapePicture(root, {
    store,
    onSlow: createBusy(part(root, "busy"), "Sampling the landscape…", () => picture.landscape.cancel()),
    onChange() {
      if (reading !== null) followView(); // the picture has got its shape
      paint();
    },
    beneath: (frame) => [...field.drawn(frame), ...flat.drawn(frame)],
  });
  /** What is shown of a variable's axis. @param {string} name @returns {import("../state.js").Interval} */
  function windowOf(name) {
    const i = reading === null ? -1 : drawn(reading).variables.indexOf(name);
    const view = reading?.variables.length === 2 ? picture.landscape.view() : { x: store.state.x, y: null };
    return (i === 0 ? view.x : i === 1 ? view.y : null) ?? [-3, 3];
  }
  const field = createField(choices, { store, stage: picture.landscape.stage });
  const flat = createFlatPlaces(flatHost, {
    store,
    box: () => Object.fromEntries((reading?.variables ?? []).map((name) => [name, windowOf(name)])),
    onChange: () => {
      picture.landscape.stage.repaint();
      judge();
    },
  });
  const slices = createSlices(slicesHost, { store, windowOf });
  const readout = createGradientReadout(root, store);
  // Where the next move of a drag is read off, nothing must be waiting to be laid out.
  const tellNumbersSoon = onceAFrame(tellNumbers);
  const here = () => place(reading?.variables ?? [], store.state.at);

  /** The parts of the axes that slices and flat places were last asked for. */
  let followed = "";
  /** Slices and flat places belong to what is seen of the plane, whose shape is known after the first painting. */
  function followView() {
    const now = JSON.stringify((reading?.variables ?? []).map(windowOf));
    if (now === followed) return;
    followed = now;
    sight.show(reading?.variables.length === 2 ? picture.landscape.view() : null);
    slices.follow();
    flat.refresh();
  }

  function answered() {
    paint();
    slices.tangents(answers.gradient);
    judge();
  }

  /** Says what kind of place it is where the gradient is zero: as the list of such places has it, else by the second derivatives. */
  function judge() {
    const about = reading;
    const place = flat.here();
    const isCurrent = answers.gradient !== null && JSON.stringify(answers.gradient.asked) === JSON.stringify(here());
    if (place !== null) {
      bending.cancel();
      return tell(verdictOf((place.eigenvalues ?? []).map(toNumber), place.cause, place.kind));
    }
    if (about === null || !isCurrent || !answers.gradient.at[0]?.stationary) {
      bending.cancel();
      return tell("");
    }
    bending.run(
      (signal) => ask(calls.hessian(about, answers.gradient.asked), signal),
      ({ eigenvalues }) => tell(verdictOf((eigenvalues ?? []).map(toNumber))),
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        tell(verdictOf([]));
      },
    );
  }

  /** @param {string} words */
  function tell(words) {
    say(verdict, words);
    verdict.hidden = words === "";
  }

  function paint() {
    if (reading === null) return;
    picture.show(answers.gradient);
    tellNumbers();
  }

  function tellNumbers() {
    if (reading === null) return;
    readout.show(reading, answers.gradient);
    showNotes(part(root, "notes"), beyondReading(answers.notes), [...answers.errors, ...picture.landscape.errors]);
  }

  store.subscribe((_, changed) => {
    if (reading === null) return;
    if (changed.has("x") || changed.has("y")) followView();
    if (!changed.has("at")) return;
    answers.measure(here());
    slices.follow();
    judge();
    picture.landscape.stage.repaint();
    tellNumbersSoon();
  });
  part(root, "request").addEventListener("click", () => {
    if (reading === null) return;
    const land = picture.landscape.call();
    showRequest("Gradient", [calls.gradient(reading, here()), calls.partialSteps(reading, reading.variables[0]), calls.hessian(reading, here()), slice(reading, reading.variables[0], windowOf(reading.variables[0]), here()), criticalPoints(reading, Object.fromEntries(reading.variables.map((name) => [name, windowOf(name)]))), ...(land ? [land] : [])]);
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
      picture.about(isPlane ? drawn(next) : null);
      field.about(isPlane ? drawn(next) : null);
      flat.about(next && drawn(next));
      slices.about(next, others);
      if (next === null) return;
      part(root, "table").closest("details").hidden = !isPlane;
      say(part(root, "lede"), isPlane
        ? "Drag the point: the arrow shows the direction of steepest ascent."
        : `A function of ${next.variables.length} variables can't be drawn in a plane. Here are its gradient and a curve along each variable.`);
      followed = "";
      followView();
      answers.measure(here());
      paint();
    },
  };
}
