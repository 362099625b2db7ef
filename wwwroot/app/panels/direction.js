// The slope in a direction that is turned by hand: over the landscape and in a polar plot of two variables, as a sum of steps of any number.
import * as calls from "../api/descent-calls.js";
import { gradient } from "../api/calls.js";
import { ask } from "../api/client.js";
import { createFollower, createLatest, debounce } from "../api/latest.js";
import { directionOf, slopeSaid, walkSaid } from "../math/directions.js";
import { drawn } from "../math/names.js";
import { toNumber } from "../math/numbers.js";
import { place } from "../state.js";
import { createBusy, fading } from "../view/busy.js";
import { part, say } from "../view/elements.js";
import { showKinks } from "../view/kinks.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { createDirectionMap } from "./direction-map.js";
import { createDirectionPolar } from "./direction-polar.js";
import { createDirectionTerms } from "./direction-terms.js";
import { createDirectionSteps, markup } from "./direction-parts.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../state.js").Point} Point */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountDirection(root, { store, showRequest }) {
  root.append(...markup());
  /** @type {Reading | null} */
  let reading = null;
  /** What the service says of the slope, with what was asked; null while it is not known. @type {any} */
  let answer = null;
  /** @type {unknown[]} */
  let errors = [];
  /** Which direction was wished for while the answer about this point was on its way. */
  let wish = "";
  const here = () => (reading === null ? {} : place(reading.variables, store.state.at));
  const direction = () => (reading === null ? {} : directionOf(reading.variables, store.state.dir));
  const choose = (/** @type {Point} */ next) => store.set({ dir: next });

  const map = createDirectionMap(part(root, "landscape"), { store, busy: createBusy(part(root, "busy"), "Sampling the landscape…", () => map.cancel()), onChange: paint });
  const polar = createDirectionPolar(part(root, "polar"), { store });
  const table = createDirectionTerms(root, { store });
  const steps = createDirectionSteps(root, () => reading && calls.slopeAlongSteps(reading, here(), direction()));
  const sums = createLatest();

  const slope = createFollower(
    async (/** @type {{ about: Reading, at: Point, along: Point }} */ { about, at, along }, signal) => {
      const isKnown = answer !== null && JSON.stringify(answer.at) === JSON.stringify(at); // turning the arrow leaves the gradient as it is
      const [result, there] = await Promise.all([
        ask(calls.slopeAlong(about, at, along), signal),
        isKnown ? answer.there : ask(gradient(about, at), signal).then((each) => each.at[0]),
      ]);
      return { ...result, there, at, along };
    },
    (result, { about }) => {
      if (about !== reading) return;
      answer = result;
      errors = [];
      if (wish !== "" && isCurrent()) turnTo(wish);
      paint();
      addUp();
      steps.refresh();
    },
    (error) => {
      answer = null;
      errors = [error];
      paint();
    },
    25,
    { onLate: fading(root) },
  );
  const measure = () => reading && slope.follow({ about: reading, at: here(), along: direction() });

  /** The terms of the sum, which the service multiplies out. */
  const addUp = debounce(30, () => {
    if (reading === null || answer === null) return;
    const asked = answer;
    const slopes = reading.variables.map((name) => toNumber(asked.gradient[name]));
    const along = reading.variables.map((name) => asked.along[name]);
    if (!slopes.every(Number.isFinite)) return table.showTerms(asked, null);
    sums.run(
      (signal) => ask(calls.terms(slopes, along), signal),
      ({ value }) => asked === answer && table.showTerms(asked, value.map(toNumber)),
      () => table.showTerms(asked, null),
    );
  });

  function paint() {
    if (reading === null) return;
    const { variables } = reading;
    map.show(answer);
    polar.show(drawn(reading).variables, direction(), answer);
    table.show(reading, here(), direction(), answer);
    say(part(root, "walk"), walkSaid(variables, direction()));
    say(part(root, "said"), answer === null ? "" : slopeSaid(toNumber(answer.unit), toNumber(answer.there.norm)));
    showKinks(part(root, "kinks"), answer?.there.kinks);
    showNotes(part(root, "notes"), beyondReading(answer?.notes ?? []), [...errors, ...map.errors]);
  }

  store.subscribe((_, changed) => {
    if (reading === null || root.hidden) return;
    if (changed.has("at") || changed.has("dir")) {
      measure();
      paint();
    }
  });
  /** Whether the answer is about the point and the steps that are there. */
  const isCurrent = () => answer !== null && JSON.stringify([answer.at, answer.along]) === JSON.stringify([here(), direction()]);
  /** Takes a direction from the answer, once that is about this place. @param {string} from */
  function turnTo(from) {
    wish = isCurrent() ? "" : from;
    if (wish !== "" || reading === null) return;
    if (from !== "level") {
      if (answer[from]) choose(Object.fromEntries(Object.entries(answer[from]).map(([variable, value]) => [variable, Number(toNumber(value).toPrecision(6))])));
      return;
    }
    if (!answer.steepestAscent) return;
    const { variables } = drawn(reading);
    const [u, v] = variables.map((name) => toNumber(answer.gradient[name])); // square to it
    choose({ [variables[0]]: 0 - v, [variables[1]]: u });
  }
  for (const [name, from] of /** @type {const} */ ([["uphill", "steepestAscent"], ["downhill", "steepestDescent"], ["unit", "unitDirection"], ["level", "level"]]))
    part(root, name).addEventListener("click", () => turnTo(from));
  part(root, "request").addEventListener("click", () => {
    if (reading === null) return;
    const land = map.call();
    showRequest("Direction", [calls.slopeAlong(reading, here(), direction()), calls.slopeAlongSteps(reading, here(), direction()), gradient(reading, here()), ...(land ? [land] : [])]);
  });

  return {
    /** @param {Reading | null} next a function of several numbers, or null for none to show */
    show(next) {
      root.hidden = next === null;
      if (next !== reading) {
        slope.stop();
        [answer, errors, wish] = [null, [], ""];
      }
      reading = next;
      const isPlane = next?.variables.length === 2;
      map.about(isPlane ? drawn(next) : null);
      const body = part(root, "body");
      body.classList.toggle("plane", isPlane);
      body.append(...(isPlane ? [part(root, "side"), part(root, "sum")] : [part(root, "sum"), part(root, "side")])); // where there is no picture the sum comes first
      part(root, "polar").hidden = !isPlane;
      part(root, "level").hidden = !isPlane;
      table.about(next);
      steps.refresh();
      if (next === null) return;
      say(part(root, "lede"), isPlane
        ? "Turn the arrow: how steep it is depends on the direction, and along the gradient it is steepest."
        : "Walk a little along each variable: the slopes, each times its step, add up to the slope of the whole way.");
      measure();
      paint();
    },
  };
}
