// The landscape of a function of two variables as lines of equal value: what gradients, directions and descents are drawn over.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { inSlices } from "../api/slices.js";
import { landOf, vacancy } from "../math/landscape.js";
import { equalUnits, sameView } from "../math/windows.js";
import { laidInto, regionByRegion, sheetOver, undefinedRegion } from "../plot/contours.js";
import { set, svg } from "../view/elements.js";
import { createStage } from "../view/stage.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../math/landscape.js").Land} Land */
/** @typedef {ReturnType<typeof createLandscape>} Landscape */

const usual = /** @type {import("../state.js").Interval} */ ([-3, 3]);

/** The last landscapes that were sampled: chapters draw over the same one. @type {Map<string, Promise<any>>} */
const sampled = new Map();
const kept = 6;

/** @param {import("../api/client.js").Call} call @param {AbortSignal} signal */
async function sample(call, signal) {
  const key = JSON.stringify(call);
  try {
    const known = sampled.get(key);
    if (known !== undefined) return await known;
  } catch (error) {
    if (error instanceof ApiProblem) throw error; // else the chapter that asked first has called it off
  }
  const answer = ask(call, signal);
  sampled.set(key, answer);
  answer.catch(() => sampled.get(key) === answer && sampled.delete(key));
  for (const old of [...sampled.keys()].slice(0, -kept)) sampled.delete(old);
  return answer;
}

/**
 * @param {HTMLElement} host
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {string} options.label what it is, for those who can't see it
 * @param {(busy: boolean) => void} [options.onSlow] told when sampling takes long, and when that is over
 * @param {() => void} [options.onChange] told when the samples, or their refusal, have come
 */
export function createLandscape(host, { store, label, onSlow, onChange = () => {} }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {Land | null} */
  let land = null;
  /** @type {unknown[]} */
  let errors = [];
  /** Its lines, on a sheet. @type {SVGElement[]} */
  let lines = [];
  const samples = createLatest({ onSlow });
  const stage = createStage(host, {
    kind: "landscape",
    label,
    onView: ({ x, y }) => store.set({ x, y }),
    onReset: () => store.set({ x: null, y: null }),
  });
  const view = () => equalUnits(store.state.x ?? usual, store.state.y ?? usual, stage.aspect);

  function update() {
    const about = reading;
    if (about === null) return;
    const asked = calls.grid(about, view());
    samples.run(
      async (signal) => {
        const next = landOf(await sample(asked, signal), about.variables);
        return { next, drawn: await drawing(next, signal) };
      },
      ({ next, drawn }) => {
        lines = drawn;
        settle(next, []);
      },
      (error) => settle(null, [error]),
    );
  }

  /** @param {Land} next @param {AbortSignal} signal @returns {Promise<SVGElement[]>} */
  async function drawing({ grid, fine, levels }, signal) {
    const over = sheetOver(grid);
    const regions = await inSlices(regionByRegion(fine, levels, over), signal);
    return [...regions.map(({ path }) => svg("path", { class: "region", d: path })), svg("path", { class: "missing", d: undefinedRegion(grid, over) })];
  }
  const updateSoon = debounce(60, update);

  /** @param {Land | null} next @param {unknown[]} refusals */
  function settle(next, refusals) {
    [land, errors] = [next, refusals];
    stage.vacant(vacancy(land, errors.length > 0));
    stage.repaint();
    onChange();
  }

  stage.onPaint((frame) => {
    if (reading === null) return;
    const wanted = view();
    if (!sameView(wanted, frame.domain)) {
      stage.show(wanted);
      updateSoon();
    }
    if (land === null) return stage.under.replaceChildren();
    if (stage.under.firstElementChild !== (lines[0] ?? null)) stage.under.replaceChildren(...lines);
    const laid = laidInto(land.grid, frame);
    if (lines[0]?.getAttribute("transform") !== laid) for (const line of lines) set(line, { transform: laid });
  });
  store.subscribe((_, changed) => {
    if (reading === null || !(changed.has("x") || changed.has("y"))) return;
    stage.show(view());
    updateSoon();
  });

  return {
    stage,
    view,
    get land() {
      return land;
    },
    get errors() {
      return errors;
    },
    /** The call behind the picture. @returns {import("../api/client.js").Call | null} */
    call: () => reading && calls.grid(reading, view()),
    cancel: () => samples.cancel(),
    /** Turns to another function, or to none. A landscape is kept while its variables are the same. @param {Reading | null} next of two variables */
    about(next) {
      const others = next?.variables.join() !== reading?.variables.join();
      reading = next;
      host.hidden = next === null;
      samples.cancel();
      if (others || next === null) land = null;
      if (next === null) return;
      const [x, y] = next.variables;
      stage.show(view(), { x, y });
      requestAnimationFrame(() => requestAnimationFrame(update)); // after the first painting, which fixes the picture's shape
    },
  };
}
