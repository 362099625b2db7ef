// A descent over the landscape, started by a click.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { covers, near, outcomeOf } from "../math/descent-words.js";
import { format } from "../math/numbers.js";
import { place } from "../state.js";
import { createBusy } from "../view/busy.js";
import { el, part } from "../view/elements.js";
import { showNotes } from "../view/notes.js";
import { createDescentPictures } from "./descent-pictures.js";
import { createDescentSettings } from "./descent-settings.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 * @param {import("../view/stage.js").Stage} options.landscape the picture the way is drawn over
 * @param {HTMLElement} options.plots the column of pictures, where the chart stands
 */
export function mountDescent(root, { store, showRequest, landscape, plots }) {
  /** @type {Reading | null} */
  let reading = null;
  /** Whether the catalogue of optimizers was asked for, and whether its answer or its refusal has come. */
  let [isAsked, isReady] = [false, false];
  const outcome = part(root, "outcome");
  const pictures = createDescentPictures({ store, landscape, plots });
  const settings = createDescentSettings(root, store);
  const latest = createLatest({ onSlow: createBusy(part(root, "busy"), "Descending…", () => latest.cancel()) });

  /** @param {Reading} asked @param {import("../state.js").Point} start */
  const call = (asked, start) => calls.descent(asked, { start, optimizer: settings.asked(), steps: store.state.steps });

  function run() {
    const { start } = store.state;
    const about = reading;
    if (about === null || start === null || !covers(about.variables, start)) return clear();
    if (!isReady) return; // the catalogue is on its way
    const asked = call(about, start);
    latest.run(
      (signal) => ask(asked, signal),
      (trajectory) => {
        tell(about, trajectory);
        pictures.show(about, trajectory);
      },
      (error) => {
        const list = el("ul", { class: "notes" });
        showNotes(list, [], [error]);
        outcome.replaceChildren(list);
        pictures.show(about, null);
      },
    );
  }
  const runSoon = debounce(60, run);

  function clear() {
    latest.cancel();
    outcome.replaceChildren(el("p", {}, "Click the landscape, or start from the point."));
    pictures.show(reading, null);
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
  const startAt = (coordinates) => reading && store.set({ start: Object.fromEntries(reading.variables.map((name, i) => [name, coordinates[i]])) });
  landscape.picture.addEventListener("click", (event) => {
    const { frame } = landscape;
    if (reading === null || frame === null || event.target !== landscape.ground) return;
    const box = landscape.picture.getBoundingClientRect();
    startAt([near(frame.xAt(event.clientX - box.left), frame.pixel.x), near(frame.yAt(event.clientY - box.top), frame.pixel.y)]);
  });
  part(root, "here").addEventListener("click", () => reading && startAt(Object.values(place(reading.variables, store.state.at))));
  part(root, "request").addEventListener("click", () => {
    if (reading !== null) showRequest("Descent", [call(reading, store.state.start ?? place(reading.variables, store.state.at))]);
  });
  store.subscribe((_, changed) => {
    if (reading !== null && ["start", "optimizer", "rate", "steps"].some((member) => changed.has(/** @type {any} */ (member)))) runSoon();
  });

  return {
    /** @param {Reading | null} next a function of two variables, or null for none */
    show(next) {
      root.hidden = next === null;
      reading = next;
      if (next !== null && !isAsked) {
        isAsked = true;
        prepare();
      }
      run();
    },
  };
}
