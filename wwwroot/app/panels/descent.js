// Descents from one start: one, or several that race; over a landscape, on a curve, in charts.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createFollower } from "../api/latest.js";
import * as races from "../api/descent-calls.js";
import { covers } from "../math/descent-words.js";
import { logSlide } from "../math/log-slide.js";
import { drawn } from "../math/names.js";
import { keptEvery, lastStep, placeAt, summaryOf } from "../math/race.js";
import { format, toNumber } from "../math/numbers.js";
import { ruleOf, runnersOf } from "../math/runners.js";
import { isCurve } from "../math/shown.js";
import { createBusy } from "../view/busy.js";
import { part, say } from "../view/elements.js";
import { showNotes } from "../view/notes.js";
import { createTimeline } from "../view/timeline.js";
import { markup } from "./descent-parts.js";
import { createRaceChart } from "./race-charts.js";
import { createFinish } from "./race-finish.js";
import { createRaceCurve, createRaceLandscape } from "./race-picture.js";
import { createRunners } from "./race-runners.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../math/race.js").Run} Run */
/** @typedef {{ reading: Reading, key: string, runs: Run[], refusals: (string | null)[], ranking: any[] }} Race */
/** @typedef {{ about: Reading, start: import("../api/calls.js").AnyPoint, all: readonly import("../math/runners.js").Runner[], count: number }} Asked a race, with the number of its steps */

const lengths = logSlide({ low: 1, high: 10000 });

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 * @param {(reading: Reading) => import("../api/calls.js").AnyPoint} options.pointOf
 */
export function mountDescent(root, { store, showRequest, pointOf }) {
  root.setAttribute("aria-labelledby", "descent-title");
  root.append(...markup());
  /** @type {Reading | null} */
  let reading = null;
  /** @type {Race | null} */
  let race = null;
  /** @type {readonly import("../math/optimizers.js").Optimizer[]} */
  let catalogue = [];
  /** Whether the catalogue of optimizers was asked for, and whether its answer or its refusal has come. */
  let [isAsked, isReady] = [false, false];
  const steps = part(root, "steps");
  const here = part(root, "here");
  const busy = createBusy(part(root, "busy"), "Descending…", () => follower.stop());
  const landscape = createRaceLandscape(part(root, "landscape"), { store, busy, onChange: tellNotes, onStart: startAt });
  const curve = createRaceCurve(part(root, "curve"), { store, onStart: startAt });
  const charts = [
    createRaceChart(part(root, "series"), { name: "Value", column: "value" }),
    createRaceChart(part(root, "gradient-series"), { name: "Length of the gradient", column: "gradientNorm" }),
  ];
  const runners = createRunners(part(root, "runner-list"), { store, onChoose: () => finish(), onRace: () => reading !== null && startOf(reading) === null && startHere() });
  const table = createFinish(root, { onChoose: runners.choose });
  const timeline = createTimeline({
    label: "Time of the race",
    onTime(time) {
      for (const each of [landscape, curve, ...charts]) each.time(time);
    },
    words: (step) => (race === null ? "" : race.runs.map((run, i) => (run ? `${runners.titles()[i]}: value ${format(toNumber(run.value[placeAt(run.step, step)]), 4)}` : "")).filter(Boolean).join("; ")),
  });
  part(root, "timeline").append(timeline.element);

  /** The variables that are numbers; those that are vectors or matrices start from the values given for them. @param {Reading} about */
  const numbersOf = ({ variables, values = {} }) => variables.filter((name) => !(name in values));

  /** Where the descents start; null before anybody said so. @param {Reading} about @returns {import("../api/calls.js").AnyPoint | null} */
  function startOf(about) {
    const { start } = store.state;
    const numbers = numbersOf(about);
    if (start === null || !covers(numbers, start)) return null;
    return { ...Object.fromEntries(numbers.map((name) => [name, start[name]])), ...about.values };
  }

  /** @param {Reading} about @param {import("../api/calls.js").AnyPoint} start @param {readonly import("../math/runners.js").Runner[]} all @param {number} count of steps */
  const call = (about, start, all, count) => races.race(about, { start, rules: all.map((each) => ruleOf(each, catalogue)), steps: count, every: keptEvery(count) });

  const follower = createFollower(
    async (/** @type {Asked} */ asked, signal) => {
      const slow = setTimeout(() => busy(true), 500);
      try {
        return await raced(asked, signal);
      } finally {
        clearTimeout(slow);
        busy(false);
      }
    },
    (next, asked) => isMeant(asked) && settle(next, []),
    (error, asked) => isMeant(asked) && settle(null, [error]),
  );

  /** Whether an answer is about the runners that are there: under another's name a run says what is not so. @param {Asked} asked */
  const isMeant = ({ about, all }) => about === reading && String(all.map(({ optimizer }) => optimizer)) === String(runnersOf(store.state).map(({ optimizer }) => optimizer));

  /** The race without those whose rule the service refuses. @param {Asked} asked @param {AbortSignal} signal @returns {Promise<Race>} */
  async function raced({ about, start, all, count }, signal) {
    /** @type {(string | null)[]} */
    const refusals = all.map(() => null);
    for (;;) {
      const which = all.map((_, i) => i).filter((i) => refusals[i] === null);
      try {
        const answer = await ask(call(about, start, which.map((i) => all[i]), count), signal);
        const runs = all.map((_, i) => (which.includes(i) ? answer.runs[which.indexOf(i)] : null));
        return { reading: about, key: JSON.stringify(start), runs, refusals, ranking: answer.ranking.map((/** @type {any} */ place) => ({ ...place, optimizer: which[place.optimizer] })) };
      } catch (error) {
        const [, place] = error instanceof ApiProblem ? (/^optimizers\[(\d+)\]/.exec(Object.keys(error.problem.errors ?? {})[0] ?? "") ?? []) : [];
        if (place === undefined || which.length < 2) throw error;
        refusals[which[Number(place)]] = /** @type {ApiProblem} */ (error).message;
      }
    }
  }

  function run() {
    const start = reading && startOf(reading);
    if (reading === null || start === null) {
      follower.stop();
      return settle(null, []);
    }
    if (isReady) follower.follow({ about: reading, start, all: runnersOf(store.state), count: store.state.steps });
  }

  /** @type {unknown[]} */
  let errors = [];
  /** @param {Race | null} next @param {unknown[]} refused */
  function settle(next, refused) {
    const isFresh = next !== null && next.key !== race?.key;
    race = next;
    errors = refused;
    finish();
    timeline.load(lastStep(race?.runs ?? []), isFresh);
    tellNotes();
  }

  function finish() {
    const about = reading;
    const runs = race?.runs ?? [];
    const titles = runners.titles();
    runners.show(runs, race?.refusals ?? [], about?.variables ?? []);
    table.show(race && about && { ranking: race.ranking, runs, titles, variables: about.variables, looked: runners.looked });
    const words = race ? summaryOf(race.ranking, titles) : "";
    say(part(root, "summary"), race ? words : about === null || errors.length > 0 ? "" : `${clickable(about) ? `Click the ${isCurve(about) ? "curve" : "landscape"}, or start` : "Start"} from the ${pointWord(about)}.`);
    const isPlane = about !== null && about.variables.length === 2 && numbersOf(about).length === 2;
    landscape.show(isPlane ? drawn(about) : null, runs, words);
    curve.show(about !== null && isCurve(about) ? about : null, runs, words);
    part(root, "charts").hidden = race === null;
    if (race !== null) charts.forEach((chart) => chart.show(runs, words));
  }

  function tellNotes() {
    showNotes(part(root, "notes"), [], [...errors, ...landscape.landscape.errors]);
  }

  /** @param {Reading} about */
  const clickable = (about) => isCurve(about) || (about.variables.length === 2 && numbersOf(about).length === 2);

  /** @param {Reading} about */
  const pointWord = (about) => (numbersOf(about).length < about.variables.length ? "given values" : isCurve(about) ? "point P" : "point of the gradient");

  /** @param {number[]} coordinates of the variables that are numbers */
  function startAt(coordinates) {
    if (reading !== null) store.set({ start: Object.fromEntries(numbersOf(drawn(reading)).map((name, i) => [name, coordinates[i]])) });
  }

  /** Asks for the optimizers when they are first needed. */
  async function prepare() {
    try {
      ({ optimizers: catalogue } = await ask(calls.optimizers));
      runners.offer(catalogue);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error; // without the catalogue there is no choice, and the link's optimizers are taken
    }
    isReady = true;
    run();
  }

  function drawSteps() {
    const count = store.state.steps;
    if (document.activeElement !== steps) steps.value = String(lengths.of(count));
    say(part(root, "steps-value"), String(count));
    steps.setAttribute("aria-valuetext", String(count));
  }
  steps.addEventListener("input", () => store.set({ steps: Math.round(lengths.at(Number(steps.value))) }));
  /** Starts from the point of the other chapters. */
  function startHere() {
    if (reading === null) return;
    const at = pointOf(reading);
    startAt(numbersOf(drawn(reading)).map((name) => Number(at[name])));
  }
  here.addEventListener("click", startHere);
  part(root, "request").addEventListener("click", () => {
    if (reading === null) return;
    const asked = [call(reading, startOf(reading) ?? pointOf(reading), runnersOf(store.state), store.state.steps)];
    const land = landscape.landscape.call();
    showRequest("Descent", [...asked, ...(land ? [land] : []), calls.optimizers]);
  });
  store.subscribe((_, changed) => {
    if (reading === null) return;
    if (changed.has("steps")) drawSteps();
    if (["start", "optimizer", "rate", "steps", "knobs", "runners"].some((member) => changed.has(/** @type {any} */ (member)))) run();
  });

  return {
    /** @param {Reading | null} next the function to go down on, or null for none */
    show(next) {
      root.hidden = next === null;
      if (next !== reading) race = null;
      reading = next;
      errors = [];
      if (next === null) {
        timeline.stop();
        follower.stop();
        landscape.show(null, [], "");
        curve.show(null, [], "");
        return;
      }
      say(here, `Start from the ${pointWord(next)}`);
      say(part(root, "lede"), clickable(next) ? `Click the ${isCurve(next) ? "curve" : "landscape"}: the descent starts there, and each step goes against the slope.` : "Step by step against the gradient, from the point that is given.");
      drawSteps();
      finish();
      if (!isAsked) {
        isAsked = true;
        void prepare();
      } else run();
    },
  };
}
