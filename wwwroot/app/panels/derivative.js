// Slope and derivative of a function of one variable: a curve with two points, and the curve of its derivative below.
import { ask } from "../api/client.js";
import { debounce } from "../api/latest.js";
import { createBusy, fading } from "../view/busy.js";
import { part } from "../view/elements.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { mountBeyond } from "./beyond.js";
import { readOut } from "./curve-readout.js";
import { mountCurveTable } from "./curve-table.js";
import { createDerivativeAnswers } from "./derivative-answers.js";
import { explainCalls, measureCalls, sampleCalls } from "./derivative-calls.js";
import { mountDerivativeLimit } from "./derivative-limit.js";
import { createDerivativePictures } from "./derivative-pictures.js";
import { windowOf } from "./curve-plot.js";
import { mountDerivativeSteps } from "./derivative-steps.js";
import { mountNumeric } from "./numeric.js";
import { mountOtherCurves } from "./other-curves.js";
import { mountSecondDerivative } from "./second-derivative.js";
import { mountDistance } from "./slope.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountDerivative(root, { store, showRequest }) {
  /** @type {Reading | null} */
  let reading = null;
  const window = () => windowOf(store);
  const others = mountOtherCurves(part(root, "others"), { store, reading: () => reading, window, onChange: paint });
  const answers = createDerivativeAnswers({
    ask,
    onSlow: createBusy(part(root, "busy"), "Sampling the curve…", () => answers.cancel()),
    onLate: fading(root),
    onChange: paint,
    onCursor: () => pictures.repaint(),
  });
  const pictures = createDerivativePictures(root, { store, window, answers, others });
  const sampleSoon = debounce(50, () => answers.sample(window()));

  mountDistance(root, store, window);
  const beyond = mountBeyond(part(root, "beyond"), store);
  const steps = mountDerivativeSteps(part(root, "steps"), () => reading);
  const limit = mountDerivativeLimit(part(root, "first-principles"), { reading: () => reading, point: () => store.state.points[0], onRules: steps.open });
  const limitSoon = debounce(120, limit.follow);
  const second = mountSecondDerivative({ controls: part(root, "second"), plot: part(root, "second-plot") }, { store, reading: () => reading, window });
  const tableShown = mountCurveTable(root, () => reading && { reading, x: window() });
  const errorsShown = mountNumeric(root, () => reading && { reading, point: store.state.points[0] });

  function paint() {
    if (reading === null) return;
    pictures.show(reading);
    readOut(root, reading, store.state.points, answers.measured, answers.errors.length > 0);
    beyond(window());
    showNotes(part(root, "notes"), beyondReading(answers.notes), answers.errors);
  }

  store.subscribe((_, changed) => {
    if (reading === null || root.hidden) return;
    if (changed.has("points")) {
      answers.measure(store.state.points);
      errorsShown();
      limitSoon();
    }
    if (changed.has("x")) {
      sampleSoon();
      tableShown();
    }
    if (changed.has("x") || changed.has("y") || changed.has("points")) paint();
  });

  part(root, "request").addEventListener("click", () => {
    if (reading === null) return;
    showRequest("Slope and derivative", [...measureCalls(reading, store.state.points), ...explainCalls(reading, store.state.points), ...sampleCalls(reading, window()), ...others.calls(reading)]);
  });

  return {
    /** @param {Reading | null} next a function of one variable, or null for none to show */
    show(next) {
      root.hidden = next === null;
      reading = next;
      answers.about(next);
      steps.follow();
      limit.follow();
      if (next === null) return;
      answers.sample(window());
      answers.measure(store.state.points);
      others.follow();
      second.follow();
      tableShown();
      errorsShown();
    },
  };
}
