// Training: a model changes its weights, step by step, until the loss is small.
import * as known from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { debounce } from "../api/latest.js";
import * as calls from "../api/train-calls.js";
import { layersOf } from "../math/network.js";
import { format, toNumber } from "../math/numbers.js";
import { placed, readPlaced, writePlaced } from "../math/placed.js";
import { standing } from "../math/training-frames.js";
import { requestOf } from "../math/training-request.js";
import { beginnings, changed, onlyLooks, settingsOf } from "../math/training-settings.js";
import { el, say } from "../view/elements.js";
import { showNotes } from "../view/notes.js";
import { createTrainingCharts } from "./training-charts.js";
import { createTrainingData } from "./training-data.js";
import { createNetwork } from "./training-network.js";
import { createOwnLoss } from "./training-own.js";
import { createPassing } from "./training-passing.js";
import { createTrainingFormulas } from "./training-formulas.js";
import { createTrainingPicture } from "./training-picture.js";
import { createTrainingPlayer } from "./training-player.js";
import { createTrainingSettings } from "./training-settings.js";
import { createOneStep } from "./training-step.js";
import { createTrainingWeights } from "./training-weights.js";

/** @typedef {import("../math/training-settings.js").Settings} Settings */
/** @typedef {import("../math/training-frames.js").Frame} Frame */

/** Milliseconds between two drawings of the charts while a training plays. */
const slowApart = 90;

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountTraining(root, { store, showRequest }) {
  /** @type {readonly import("../math/training-request.js").DataSet[]} */
  let datasets = [];
  /** @type {readonly import("../math/optimizers.js").Optimizer[]} */
  let optimizers = [];
  let [isOpen, isAsked, isReady] = [false, false, false];
  /** @type {any} */
  let start = null;
  /** @type {readonly Frame[]} */
  let frames = [];

  const now = () => settingsOf(store.state.training);
  const source = () => ({ datasets, rules: optimizers, points: readPlaced(store.state.placed), table: store.state.table });
  const change = (/** @type {Settings} */ next) => store.set({ training: changed(store.state.training, next) });
  const place = (/** @type {import("../math/placed.js").Placed[]} */ points) => store.set({ placed: writePlaced(points) });

  const notes = el("ul", { class: "notes", hidden: true, "data-part": "notes" });
  const outcome = el("div", { class: "training-outcome", role: "status", "data-part": "outcome" });
  const [pictureHost, networkHost, chartsHost, weightsHost] = [el("div"), el("div", { "data-part": "network" }), el("div", { "data-part": "charts" }), el("div", { "data-part": "weights" })];
  const oneStepDetails = el("details", { class: "unfold one-step", "data-part": "one-step" }, el("summary", {}, "One step on one example: forwards, backwards, and what changes"));
  const formulas = createTrainingFormulas();
  const exampleWords = el("p", { class: "quiet-words example-words" });

  const player = createTrainingPlayer({ onStart: begin, onShow: show, onEnd: end, onAnswer: formulas.show, onProblem: problem, onPlay: () => train({ preview: false, paused: false }), onMore: further, onRun: (run) => store.set({ run: (knownRun = run) }) });
  const data = createTrainingData({ now: () => ({ settings: store.state.training, ...source() }), change, place, paste: (table) => store.set({ table }) });
  const settings = createTrainingSettings({ kept: () => store.state.training, change, typed: () => store.state.function });
  /** What the units of the network say of the chosen example, inputs first. @type {any[]} */
  let passed = [];
  const passing = createPassing((values, words) => {
    passed = values;
    say(exampleWords, words);
    if (player.frame !== null) drawNetwork(player.frame);
  });
  const own = createOwnLoss({ settings, now: () => ({ settings: now(), source: source() }), typed: () => store.state.function, change });
  const picture = createTrainingPicture(pictureHost, {
    onPlace: (x, y) => place([...source().points, { x: placed(x), y: placed(y), kind: data.kind }]),
    onPick(example) {
      if (byHand()) place(source().points.filter((_, i) => i !== example.place));
      else if (!example.isTest) change({ example: String(example.place) });
    },
  });
  const network = createNetwork(networkHost, { label: "The network: a line for each weight" });
  const charts = createTrainingCharts(chartsHost);
  const weights = createTrainingWeights(weightsHost);
  const oneStep = createOneStep(oneStepDetails, about);

  root.setAttribute("aria-labelledby", "training-title");
  root.append(
    el("div", { class: "panel-head" }, el("h2", { id: "training-title" }, "Training"), el("p", { class: "lede" }, "A model learns: every step moves each weight a little against its slope."),
      el("div", { class: "tools" }, el("button", { class: "quiet", type: "button", "data-part": "request", onclick: request }, "Show the request"))),
    el("div", { class: "beginnings", role: "group", "aria-label": "Ways to begin" }, ...beginnings.map(({ title, about: why, settings: chosen }) => el("button", { type: "button", class: "quiet", title: why, onclick: () => pick(chosen) }, title))),
    el("div", { class: "panel-body" },
      el("div", { class: "plots" }, player.element, el("div", { class: "training-pair pictures" }, pictureHost, el("div", { class: "network-column" }, networkHost, exampleWords)), outcome, notes, chartsHost, weightsHost, oneStepDetails, formulas.element),
      el("div", { class: "rail" }, data.card, ...settings.cards)),
  );

  function byHand() {
    return now().data === "points" || now().data === "heights";
  }

  /** What one step of one example is about; null where there is nothing yet. */
  function about() {
    const frame = player.frame;
    return frame === null || start === null || start.examples.classes?.length === 0 ? null : { frame, start, place: Number(now().example), rate: Number(now().rate), activation: now().activation };
  }

  /** What is to be trained, and what was when it was last asked for. */
  const wanted = () => JSON.stringify([store.state.training, store.state.placed, store.state.table]);
  let trained = "";

  /** Asks for the training. @param {{ preview: boolean, paused: boolean, from?: number, link?: string }} how */
  function train(how) {
    if (!isReady || !isOpen) return;
    trained = wanted();
    const { body, sight, fault } = requestOf(now(), source(), own.definition());
    const at = (/** @type {string[]} */ ...fields) => (fault !== undefined && fields.some((each) => fault.field.startsWith(each)) ? fault.message : "");
    data.fault(at("data", "count", "noise"));
    settings.fault(at("loss", "start."), at("batch", "test", "seed", "rate", "steps"));
    if (body === undefined) {
      player.clear();
      empty();
    } else player.begin(body, sight, how);
  }
  /** The step from which a longer training is shown. */
  let resumesAt = 0;
  /** Where the training is found that goes on without the page, and whether a link was followed to it. */
  let [knownRun, isLinked] = [store.state.run, false];
  const again = debounce(220, () => {
    anew({ preview: !player.isBegun, paused: !player.isBegun, from: resumesAt });
    resumesAt = 0;
  });

  /** Another training, which a link may lead to. @param {{ preview: boolean, paused: boolean, from?: number }} how */
  function anew(how) {
    if (isLinked) train({ preview: false, paused: true, link: store.state.run });
    else {
      if (store.state.run !== "") store.set({ run: (knownRun = "") });
      train(how);
    }
    isLinked = false;
  }

  function further() {
    resumesAt = player.frame?.step ?? 0;
    change({ steps: String(Math.min(1_000_000, 2 * Number(now().steps))) });
  }

  /** @param {Settings} chosen */
  function pick(chosen) {
    player.clear();
    store.set({ training: changed({}, chosen) });
  }

  /** Nothing can be trained yet; where points are placed by hand, the picture waits for them. */
  function empty() {
    [start, frames, passed] = [null, [], []];
    passing.stop();
    network.show(null);
    charts.show([], 0, 0);
    weights.show(null);
    oneStepDetails.hidden = true;
    say(exampleWords, "");
    outcome.replaceChildren();
    formulas.show(null);
    const points = source().points;
    const features = now().data === "points" ? ["x1", "x2"] : ["x"];
    if (!byHand()) return picture.vacant("Nothing to learn from yet.");
    const drawing = { axes: features.map((feature) => ({ feature, values: [-3, 3] })), train: { features: { x1: points.map(({ x }) => x), x2: points.map(({ y }) => y), x: points.map(({ x }) => x) }, target: points.map(({ y, kind }) => (features.length === 2 ? kind : y)) } };
    picture.begin({ examples: { features, target: features.length === 2 ? "class" : "y", classes: features.length === 2 ? ["0", "1", "2", "3"] : undefined }, drawing }, { byHand: true, y: [-3, 3] });
    picture.show(null, -1);
  }

  /** @param {any} next */
  function begin(next) {
    start = next;
    passed = [];
    picture.begin(next, { byHand: byHand(), y: now().data === "heights" ? [-3, 3] : null });
  }

  /** @param {Frame} frame @param {readonly Frame[]} all */
  function show(frame, all) {
    frames = all;
    root.dataset.step = String(frame.step);
    const example = Number(now().example);
    picture.show(frame, byHand() ? -1 : example);
    if (!player.isPlaying) picture.describe(`${start.examples.train} examples. After step ${frame.step}: ${standing(frame)}.`);
    const layers = layersOf(frame.weights);
    drawNetwork(frame);
    if (!player.isPlaying || performance.now() - lastSlow > slowApart) {
      lastSlow = performance.now();
      charts.show(all, all.indexOf(frame), Number(now().steps));
      weights.show(frame);
    }
    oneStepDetails.hidden = layers === null;
    const chosen = about();
    if (chosen !== null && layers !== null) passing.follow(chosen);
    else say(exampleWords, Object.entries(frame.weights).filter(([, value]) => !Array.isArray(value)).map(([name, value]) => `${name} = ${format(toNumber(value), 4)}`).join(", "));
    exampleWords.classList.toggle("parameters-now", layers === null);
    followSoon();
  }
  /** When the charts and the squares were last drawn: while it plays, the picture and the network go first. */
  let lastSlow = 0;
  const followSoon = debounce(250, () => player.isPlaying || oneStep.follow());

  /** @param {Frame} frame */
  function drawNetwork(frame) {
    const layers = start === null ? null : layersOf(frame.weights);
    const values = layers === null ? [] : passed.length === layers.length + 1 ? passed : Array(layers.length + 1).fill(null);
    network.show(layers === null ? null : { layers, features: start.examples.features, target: start.examples.target, edges: frame.weights, biases: frame.weights, values, of: "weight" });
  }

  /** @param {any} answer */
  function end(answer) {
    if (answer === null || !player.isBegun) return outcome.replaceChildren();
    const { reason, explanation, failed } = answer.said;
    outcome.replaceChildren(el("p", {}, el("strong", {}, reason), " ", explanation));
    outcome.classList.toggle("failed", failed);
    showNotes(notes, answer.notes ?? []);
  }

  /** @param {ApiProblem | null} refused */
  function problem(refused) {
    const errors = Object.keys(refused?.problem.errors ?? {});
    const [atData, atModel] = [errors.some((name) => name.startsWith("dataset")), errors.some((name) => name.startsWith("model"))];
    data.fault(refused !== null && atData ? refused.message.replace(/^dataset[.\w]*: /, "") : "");
    const atLearning = errors.some((name) => /^(batch|test|seed|steps|optimizer)/.test(name));
    const words = refused?.message.replace(/^[a-z][\w.[\]]*: /, "") ?? "";
    settings.fault(atModel ? words : "", atLearning ? words : "");
    showNotes(notes, [], refused === null || atData || atModel || atLearning ? [] : [refused]);
    if (refused !== null && frames.length === 0) empty();
  }

  function request() {
    const { body, sight } = requestOf(now(), source(), own.definition());
    const example = about();
    showRequest("Training", [...(body ? [calls.trainAtOnce(body), calls.train(body, sight)] : [calls.datasets]), ...(example ? oneStep.calls(example) : [])]);
  }

  async function prepare() {
    try {
      const [sets, rules] = await Promise.all([ask(calls.datasets), ask(known.optimizers)]);
      datasets = sets.datasets;
      data.offer(datasets);
      optimizers = rules.optimizers;
      settings.offer(optimizers);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      problem(error);
      isAsked = false; // asked again when the chapter is opened again
      return;
    }
    isReady = true;
    own.read();
    train({ preview: store.state.run === "", paused: true, link: store.state.run });
  }

  store.subscribe((state, members) => {
    if (state.run !== knownRun) [knownRun, isLinked] = [state.run, state.run !== ""];
    if (!members.has("training") && !members.has("placed") && !members.has("table") && !members.has("function")) return;
    if (!isOpen) return;
    if (members.has("tour")) player.clear(); // a step of a tour begins anew
    data.draw();
    settings.draw();
    own.read();
    const isLook = members.has("training") && members.size === 1 && JSON.stringify({ ...lastTrained, ...looks(state.training) }) === JSON.stringify({ ...state.training, ...looks(state.training) });
    lastTrained = state.training;
    const frame = player.frame;
    if (isLook && frame !== null) return show(frame, frames);
    if (!members.has("function") || members.size > 1 || (now().model === "own" && now().loss === "")) again();
  });
  let lastTrained = store.state.training;
  const looks = (/** @type {Settings} */ settings) => Object.fromEntries([...onlyLooks].map((name) => [name, settings[name] ?? ""]));
  settings.draw();

  return {
    /** @param {unknown} next null where another chapter is open */
    show(next) {
      root.hidden = next === null;
      isOpen = next !== null;
      if (!isOpen) return player.pause();
      if (!isAsked) {
        isAsked = true;
        prepare();
      } else if (isReady && trained !== wanted()) {
        // Settings came from elsewhere while another chapter was open.
        player.clear();
        data.draw();
        settings.draw();
        own.read();
        anew({ preview: true, paused: true });
      }
    },
  };
}
