// Where descents end, by where they start, or by the start and the rate.
import { createLatest, debounce } from "../api/latest.js";
import { ApiProblem, ask } from "../api/client.js";
import * as calls from "../api/calls.js";
import { descentMap } from "../api/descent-calls.js";
import { patiently } from "../api/runs.js";
import { cellsOf, choiceOf, choiceText, legendOf, resolutions } from "../math/descent-map.js";
import { drawn } from "../math/names.js";
import { format } from "../math/numbers.js";
import { chosen, ratesAround, usualRate } from "../math/optimizers.js";
import { ruleOf, runnersOf } from "../math/runners.js";
import { runSaid } from "../math/training-frames.js";
import { place } from "../state.js";
import { createBusy } from "../view/busy.js";
import { el, part, say, set } from "../view/elements.js";
import { showNotes } from "../view/notes.js";
import { createMapPicture } from "./descent-map-picture.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../state.js").Interval} Interval */

const usual = /** @type {Interval} */ ([-3, 3]);

/** @returns {HTMLElement[]} */
function markup() {
  const radio = (/** @type {string} */ value, /** @type {string} */ words) => el("label", {}, el("input", { type: "radio", name: "map-by", value, "data-part": `by-${value}` }), words);
  const select = (/** @type {string} */ name, /** @type {string} */ words) => el("label", { "data-part": `${name}-label` }, words, el("select", { "data-part": name }));
  return [
    el("div", { class: "panel-head" },
      el("h2", { id: "descent-map-title" }, "Where descents end"),
      el("p", { class: "lede" }, "A descent from each point: the colour is where it ends, and the paler, the longer it takes."),
      el("div", { class: "tools" }, el("button", { class: "quiet", type: "button", "data-part": "request" }, "Show the request"))),
    el("div", { class: "busy", "data-part": "busy" }),
    el("div", { class: "panel-body" },
      el("div", { class: "plots" }, el("div", { "data-part": "map" })),
      el("div", { class: "rail" },
        el("div", { class: "map-choice" },
          el("div", { role: "radiogroup", "aria-label": "What the map is of", "data-part": "by" }, radio("starts", "Starts"), radio("rates", "Starts and rates")),
          select("across", "Across "), select("up", "Up "), select("runner", "Runner ")),
        el("p", { class: "map-here", "data-part": "said", role: "status" }),
        el("ul", { class: "map-legend", "data-part": "legend" }),
        el("ul", { class: "notes", "data-part": "notes", hidden: true }))),
  ];
}

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountDescentMap(root, { store, showRequest }) {
  root.setAttribute("aria-labelledby", "descent-map-title");
  root.append(...markup());
  /** @type {Reading | null} */
  let reading = null;
  /** @type {readonly import("../math/optimizers.js").Optimizer[]} */
  let catalogue = [];
  let isAsked = false;
  let isSeen = false;
  let which = 0;
  let stage = 0;
  const latest = createLatest({ onSlow: (busy) => sign(busy) });
  const busySigns = ["Drawing a coarse map…", "Drawing a finer map…", "Drawing the finest map…"].map((words) => createBusy(part(root, "busy"), words, stop));
  const sign = (/** @type {boolean} */ busy) => busySigns[Math.min(stage, 2)](busy);
  const picture = createMapPicture(part(root, "map"), { onPick: pick, onSaid: (words) => say(part(root, "said"), words), onView: (view) => store.set(choice()?.by === "starts" ? view : { x: view.x }), onReset: () => store.set({ x: null, y: null }) });

  /** What is being drawn: begun anew it would call off the run that both are. */
  let underWay = "";

  function leave() {
    latest.cancel();
    underWay = "";
  }

  function stop() {
    leave();
    store.set({ mapRun: "" });
  }

  const choice = () => (reading === null ? null : choiceOf(store.state.map, reading.variables));
  const runner = () => runnersOf(store.state)[Math.min(which, store.state.runners.length)];
  const rule = () => ruleOf(runner(), catalogue);
  const optimizer = () => (catalogue.length > 0 ? chosen(catalogue, runner().optimizer) : null);
  const hasRate = () => optimizer() === null || usualRate(/** @type {any} */ (optimizer())) !== null;
  const hasMomentum = () => optimizer()?.parameters.some(({ name, default: value }) => name === "momentum" && typeof value === "number") ?? false;

  /** Where the descents start in what no axis moves: at the start that was chosen, else at the point. @param {Reading} about */
  const start = (about) => place(about.variables, { ...store.state.at, ...store.state.start });

  /** What the axes run over. @param {Reading} about @returns {{ x: Interval, y: Interval, log: boolean }} */
  function windowOf(about) {
    const { by, names } = /** @type {NonNullable<ReturnType<typeof choice>>} */ (choice());
    const along = (/** @type {string} */ name) => (name === about.variables[0] ? store.state.x : name === about.variables[1] ? store.state.y : null) ?? usual;
    if (by === "starts") return { x: along(names[0]), y: along(names[1]), log: false };
    const { low, high } = ratesAround(usualRate(/** @type {any} */ (optimizer() ?? { parameters: [] })) ?? 0.001);
    const rates = /** @type {Interval} */ ([Math.min(low, runner().rate / 10), Math.max(high, runner().rate * 10)]);
    return { x: names[0] === "momentum" ? [0, 0.99] : along(names[0]), y: rates, log: true };
  }

  /** @param {Reading} about @param {number} resolution */
  function call(about, resolution) {
    const { by, names } = /** @type {NonNullable<ReturnType<typeof choice>>} */ (choice());
    const { x, y } = windowOf(about);
    const axis = (/** @type {object} */ what, /** @type {Interval} */ [from, to]) => ({ ...what, from, to, resolution });
    const across = axis(names[0] === "momentum" ? { parameter: "momentum" } : { coordinate: names[0] }, x);
    const up = by === "starts" ? axis({ coordinate: names[1] }, y) : axis({ parameter: "lr", scale: "logarithmic" }, y);
    return descentMap(about, { start: start(about), rule: rule(), steps: store.state.steps, axes: [across, up] });
  }

  /** Draws the map in one resolution after the other. */
  function draw() {
    if (reading === null || !isSeen || root.hidden) return;
    const about = reading;
    if (choice()?.by === "rates" && !hasRate()) {
      leave();
      return fail([], `${optimizer()?.title} finds its own step lengths, so there is no rate to choose.`);
    }
    if (key() === underWay) return;
    underWay = key();
    const sizes = resolutions(store.state.steps);
    stage = 0;
    const next = () => {
      const asked = call(about, sizes[stage]);
      latest.run(
        (signal) => patiently("map", asked, store.state.mapRun, { signal, onRun: (mapRun) => store.set({ mapRun }), onProgress: (progress) => busySigns[Math.min(stage, 2)].tell(progress.share, runSaid(progress), progress.isOwn) }),
        (answer) => {
          show(about, cellsOf(answer));
          stage += 1;
          if (stage < sizes.length) next();
          else underWay = "";
        },
        (error) => {
          underWay = "";
          if (!(error instanceof ApiProblem)) throw error;
          fail([error], null);
        },
      );
    };
    next();
  }
  const drawSoon = debounce(250, draw);

  /** @param {Reading} about @param {import("../math/descent-map.js").Cells} cells */
  function show(about, cells) {
    showNotes(part(root, "notes"), [], []);
    picture.show(cells, windowOf(about));
    const entries = legendOf(cells);
    part(root, "legend").replaceChildren(...entries.map(({ style, words, share }) => el("li", {}, el("span", { class: `map-swatch ${style}`, "aria-hidden": "true" }), el("span", {}, words), el("span", { class: "share" }, share))));
    picture.describe(`Of the descents, ${entries.map(({ words, share }) => `${share} ${words.replace(/^(ends|flies|stands|is) /, (verb) => ({ "ends ": "end ", "flies ": "fly ", "stands ": "stand ", "is ": "are " })[verb] ?? verb)}`).join("; ")}.`);
    here();
  }

  /** @param {unknown[]} errors @param {string | null} words */
  function fail(errors, words) {
    picture.show(null, reading === null ? null : windowOf(reading), words ?? "The map can't be drawn.");
    part(root, "legend").replaceChildren();
    say(part(root, "said"), "");
    showNotes(part(root, "notes"), [], errors);
  }

  /** Marks the start, and the rate, that are chosen now. */
  function here() {
    if (reading === null) return;
    const { by, names } = /** @type {NonNullable<ReturnType<typeof choice>>} */ (choice());
    const at = start(reading);
    const x = names[0] === "momentum" ? Number(runner().knobs.momentum ?? 0.9) : at[names[0]];
    const y = by === "starts" ? at[names[1]] : runner().rate;
    picture.mark(x, y, [names[0], by === "starts" ? names[1] : "rate"]);
  }

  /** @param {number} x @param {number} y */
  function pick(x, y) {
    if (reading === null) return;
    const { by, names } = /** @type {NonNullable<ReturnType<typeof choice>>} */ (choice());
    const change = by === "rates" ? { rate: Number(y.toPrecision(3)), ...(names[0] === "momentum" ? { knobs: { ...runner().knobs, momentum: String(Number(x.toFixed(2))) } } : {}) } : {};
    const coordinates = names[0] === "momentum" ? {} : { [names[0]]: x, ...(by === "starts" ? { [names[1]]: y } : {}) };
    const all = runnersOf(store.state);
    const at = Math.min(which, all.length - 1);
    const runners = all.map((each, i) => (i === at ? { ...each, ...change } : each));
    store.set({ start: { ...start(reading), ...coordinates }, ...runners[0], runners: runners.slice(1) });
  }

  /** The choices that there are for the function. */
  function offer() {
    if (reading === null) return;
    const { by, names } = /** @type {NonNullable<ReturnType<typeof choice>>} */ (choice());
    const { variables } = reading;
    part(root, "by").hidden = variables.length === 1;
    part(root, `by-${by}`).checked = true;
    const fill = (/** @type {HTMLSelectElement} */ select, /** @type {readonly string[]} */ options, /** @type {string} */ value) => {
      if ([...select.options].map((option) => option.value).join() !== options.join()) select.replaceChildren(...options.map((option) => el("option", {}, option)));
      select.value = value;
    };
    fill(part(root, "across"), by === "rates" && hasMomentum() ? [...variables, "momentum"] : variables, names[0]);
    fill(part(root, "up"), by === "rates" ? ["rate"] : variables.filter((name) => name !== names[0]), by === "rates" ? "rate" : names[1]);
    set(part(root, "up-label"), { hidden: by === "rates" || variables.length === 2 });
    set(part(root, "across-label"), { hidden: by === "rates" ? variables.length === 1 && !hasMomentum() : variables.length === 2 });
    const all = runnersOf(store.state);
    part(root, "runner-label").hidden = all.length === 1;
    const select = part(root, "runner");
    select.replaceChildren(...all.map((each, i) => el("option", { value: i }, `${i + 1}. ${catalogue.length > 0 ? chosen(catalogue, each.optimizer).title : each.optimizer} ${format(each.rate, 3)}`)));
    which = Math.min(which, all.length - 1);
    select.value = String(which);
  }

  const choose = (/** @type {Partial<import("../math/descent-map.js").Choice>} */ change) => reading && store.set({ map: choiceText(choiceOf(choiceText({ ...choiceOf(store.state.map, reading.variables), ...change }), reading.variables)) });
  for (const by of /** @type {const} */ (["starts", "rates"])) part(root, `by-${by}`).addEventListener("change", () => choose({ by, names: reading?.variables.slice(0, 2) ?? [] }));
  part(root, "across").addEventListener("change", (/** @type {any} */ { target }) => choose({ names: [target.value, ...(choice()?.names.slice(1) ?? [])] }));
  part(root, "up").addEventListener("change", (/** @type {any} */ { target }) => choose({ names: [choice()?.names[0] ?? "", target.value] }));
  part(root, "runner").addEventListener("change", (/** @type {any} */ { target }) => {
    which = Number(target.value);
    offer();
    drawSoon();
  });
  part(root, "request").addEventListener("click", () => reading && showRequest("Where descents end", [call(reading, resolutions(store.state.steps).at(-1) ?? 16)]));

  /** What a map depends on: all but what its own axes move. */
  function key() {
    if (reading === null) return "";
    const { optimizer: name, knobs, rate } = runner();
    const { by, names } = /** @type {NonNullable<ReturnType<typeof choice>>} */ (choice());
    const held = Object.entries(start(reading)).filter(([variable]) => !names.includes(variable));
    const others = Object.entries(knobs).filter(([knob]) => !(knob === "momentum" && names[0] === "momentum"));
    return JSON.stringify([by, names, name, others, by === "rates" ? null : rate, store.state.steps, held, by === "starts" || names[0] !== "momentum" ? [store.state.x, store.state.y] : null]);
  }
  let known = "";
  let knownRun = store.state.mapRun;
  store.subscribe(({ mapRun }) => {
    if (reading === null || root.hidden) return;
    const isLink = mapRun !== "" && mapRun !== knownRun;
    knownRun = mapRun;
    offer();
    here();
    const now = key();
    if (now === known) return;
    known = now;
    if (mapRun !== "" && !isLink) store.set({ mapRun: "" }); // another map
    drawSoon();
  });

  // A map is drawn once it comes into sight: it costs thousands of descents.
  new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting || isSeen) return;
    isSeen = true;
    draw();
  }, { rootMargin: "200px" }).observe(root);

  return {
    /** @param {Reading | null} next a function of numbers, or null for none to show */
    async show(next) {
      root.hidden = next === null;
      reading = next && drawn(next);
      leave();
      if (next === null) return;
      picture.show(null, windowOf(reading ?? next), null);
      offer();
      [known, knownRun] = [key(), store.state.mapRun];
      if (!isAsked) {
        isAsked = true;
        try {
          ({ optimizers: catalogue } = await ask(calls.optimizers));
        } catch (error) {
          if (!(error instanceof ApiProblem)) throw error;
        }
        offer();
      }
      drawSoon();
    },
  };
}
