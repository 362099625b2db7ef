// A descent: over a landscape or along a curve, started by a click; of more variables, from a point.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { covers, near, outcomeOf } from "../math/descent-words.js";
import { format } from "../math/numbers.js";
import { isCurve } from "../math/shown.js";
import { createBusy } from "../view/busy.js";
import { el, part, say } from "../view/elements.js";
import { showNotes } from "../view/notes.js";
import { createDescentCurve } from "./descent-curve.js";
import { createDescentPictures } from "./descent-pictures.js";
import { createDescentSettings } from "./descent-settings.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 * @param {(reading: Reading) => import("../api/calls.js").AnyPoint} options.pointOf
 * @param {import("../view/stage.js").Stage | null} options.landscape the picture the way is drawn over; null where there is none
 * @param {HTMLElement} options.plots the column of pictures, where the charts stand
 */
export function mountDescent(root, { store, showRequest, pointOf, landscape, plots }) {
  /** @type {Reading | null} */
  let reading = null;
  /** Whether the catalogue of optimizers was asked for, and whether its answer or its refusal has come. */
  let [isAsked, isReady] = [false, false];
  const outcome = part(root, "outcome");
  const pictures = createDescentPictures({ store, landscape, plots });
  const settings = createDescentSettings(root, store);
  const curve = landscape === null ? createDescentCurve(part(plots, "curve"), (x) => startAt([x])) : null;
  const latest = createLatest({ onSlow: createBusy(part(root, "busy"), "Descending…", () => latest.cancel()) });

  /** The variables that are numbers; those that are vectors or matrices start from the values given for them. @param {Reading} about */
  const numbersOf = ({ variables, values = {} }) => variables.filter((name) => !(name in values));

  /** Where the descent starts; null before anybody said so. @param {Reading} about @returns {import("../api/calls.js").AnyPoint | null} */
  function startOf(about) {
    const { start } = store.state;
    const numbers = numbersOf(about);
    if (start === null || !covers(numbers, start)) return null;
    return { ...Object.fromEntries(numbers.map((name) => [name, start[name]])), ...about.values };
  }

  /** @param {Reading} asked @param {import("../api/calls.js").AnyPoint} start */
  const call = (asked, start) => calls.descent(asked, { start, optimizer: settings.asked(), steps: store.state.steps });

  function run() {
    const about = reading;
    const start = about && startOf(about);
    if (about === null || start === null) return clear();
    if (!isReady) return; // the catalogue is on its way
    const asked = call(about, start);
    latest.run(
      (signal) => ask(asked, signal),
      (trajectory) => {
        tell(about, trajectory);
        draw(about, trajectory);
      },
      (error) => {
        const list = el("ul", { class: "notes" });
        showNotes(list, [], [error]);
        outcome.replaceChildren(list);
        draw(about, null);
      },
    );
  }
  const runSoon = debounce(60, run);

  function clear() {
    latest.cancel();
    if (reading !== null) outcome.replaceChildren(el("p", {}, `${clickable(reading) ? `Click the ${landscape ? "landscape" : "curve"}, or start` : "Start"} from the ${pointWord(reading)}.`));
    draw(reading, null);
  }

  /** @param {Reading} about */
  const clickable = (about) => landscape !== null || isCurve(about);

  /** @param {Reading} about */
  const pointWord = (about) => (about.values !== undefined && Object.keys(about.values).length > 0 ? "given values" : landscape === null && isCurve(about) ? "point P" : "point");

  /** @param {Reading | null} about @param {any} trajectory */
  function draw(about, trajectory) {
    pictures.show(about, trajectory);
    curve?.show(about !== null && isCurve(about) ? about : null, trajectory);
  }

  /** @param {Reading} about @param {any} trajectory */
  function tell({ variables }, trajectory) {
    const { verdict, reason, end, explanation, suggestedRate } = outcomeOf(trajectory, variables);
    outcome.replaceChildren(
      el("p", {}, el("strong", {}, verdict), ` ${reason}`),
      el("p", {}, end),
      ...(explanation ? [el("p", {}, explanation)] : []),
      ...(suggestedRate !== null && suggestedRate !== store.state.rate
        ? [el("p", {}, el("button", { type: "button", onclick: () => store.set({ rate: Number(suggestedRate.toPrecision(3)) }) }, `Try the rate ${format(suggestedRate, 3)}`))]
        : []),
    );
  }

  /** Asks for the optimizers when they are first needed, behind what the other panels ask for. */
  async function prepare() {
    try {
      const { optimizers } = await ask(calls.optimizers);
      settings.offer(optimizers);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error; // without the catalogue there is no choice, and the link's optimizer is taken
    }
    isReady = true;
    run();
  }

  /** @param {number[]} coordinates */
  const startAt = (coordinates) => reading && store.set({ start: Object.fromEntries(numbersOf(reading).map((name, i) => [name, coordinates[i]])) });
  landscape?.picture.addEventListener("click", (event) => {
    const { frame } = landscape;
    if (reading === null || frame === null || event.target !== landscape.ground) return;
    const box = landscape.picture.getBoundingClientRect();
    startAt([near(frame.xAt(event.clientX - box.left), frame.pixel.x), near(frame.yAt(event.clientY - box.top), frame.pixel.y)]);
  });
  settings.here.addEventListener("click", () => {
    if (reading === null) return;
    const at = pointOf(reading);
    startAt(numbersOf(reading).map((name) => Number(at[name])));
  });
  part(root, "request").addEventListener("click", () => {
    if (reading !== null) showRequest("Descent", [call(reading, startOf(reading) ?? pointOf(reading))]);
  });
  store.subscribe((_, changed) => {
    if (reading !== null && ["start", "optimizer", "rate", "steps", "knobs"].some((member) => changed.has(/** @type {any} */ (member)))) runSoon();
  });

  return {
    /** @param {Reading | null} next the function to go down on, or null for none */
    show(next) {
      root.hidden = next === null;
      reading = next;
      if (next !== null) {
        say(settings.here, `Start from the ${pointWord(next)}`);
        const lede = root.querySelector("[data-part=lede]");
        if (lede) say(lede, clickable(next) ? "Click the curve: the descent starts there and follows the slope downhill." : "Step by step against the gradient, from the point that is given.");
      }
      if (next !== null && !isAsked) {
        isAsked = true;
        prepare();
      }
      run();
    },
  };
}
