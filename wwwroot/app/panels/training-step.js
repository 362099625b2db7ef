// One step of training on one example, played forwards and backwards through the network.
import { ApiProblem, ask } from "../api/client.js";
import { createLatest } from "../api/latest.js";
import * as calls from "../api/train-calls.js";
import { layersOf } from "../math/network.js";
import { format } from "../math/numbers.js";
import { edgesOf, stagesOf } from "../math/one-step.js";
import { createBusy } from "../view/busy.js";
import { el, say } from "../view/elements.js";
import { createPlayer } from "../view/player.js";
import { table } from "../view/table.js";
import { createNetwork } from "./training-network.js";

/** @typedef {import("../math/training-frames.js").Frame} Frame */

/**
 * @typedef {object} About
 * @property {Frame} frame the weights
 * @property {any} start what the event named start says
 * @property {number} place the example's, among those that are learnt from
 * @property {number} rate
 * @property {string} activation
 */

/** The data of one example under the names of a definition. @param {any} start @param {number} place */
export function exampleOf({ examples, drawing }, place) {
  const at = Math.min(place, drawing.train.target.length - 1);
  const target = drawing.train.target[at];
  const inputs = examples.features.map((/** @type {string} */ name) => drawing.train.features[name][at]);
  const classes = examples.classes?.length ?? 0;
  const named = /** @type {Record<string, unknown>} */ ({ X: [inputs], y: [target], Y: [Array.from({ length: classes }, (_, k) => (k === target ? 1 : 0))] });
  const data = Object.fromEntries(examples.names.map((/** @type {string} */ name) => [name, named[name]]));
  return { at, inputs, data, words: classes > 0 ? `of class ${examples.classes[target]}` : `an example whose ${examples.target} is ${format(target, 3)}` };
}

/** @param {HTMLDetailsElement} details @param {() => About | null} aboutNow */
export function createOneStep(details, aboutNow) {
  const picture = el("div", { class: "step-network" });
  const network = createNetwork(picture, { label: "The network during one step" });
  const title = el("h3", {});
  const words = el("p", {});
  const numbers = el("div", { class: "step-numbers" });
  const busy = el("div", { class: "busy" });
  const fault = el("p", { class: "quiet-words", hidden: true });
  /** @type {{ stages: import("../math/one-step.js").Stage[], about: About, graph: any, step: any, layers: import("../math/network.js").Layer[] } | null} */
  let shown = null;
  const player = createPlayer({
    label: "One step on one example",
    words: (at) => (shown ? `${shown.stages[at].title}. ${shown.stages[at].words}` : ""),
    onShow: show,
  });
  details.append(busy, fault, player.element, el("div", { class: "step-body" }, picture, el("div", { class: "step-said" }, title, words, numbers)));
  const latest = createLatest({ onSlow: createBusy(busy, "Following the example…", () => latest.cancel()) });

  /** @param {number} at */
  function show(at) {
    if (shown === null) return;
    const { stages, about, graph, step, layers } = shown;
    const stage = stages[at];
    details.dataset.way = stage.way;
    say(title, stage.title);
    say(words, stage.words);
    numbers.replaceChildren(table(stage.title, stage.numbers.heads, stage.numbers.rows));
    const edges = edgesOf(stage, { weights: about.frame.weights, graph, step });
    network.show({ layers, features: about.start.examples.features, edges, biases: edges, values: stage.values, lit: stage.lit, of: stage.of });
    network.describe(`${stage.title}. ${stage.words}`);
  }

  function follow() {
    const about = aboutNow();
    if (!details.open || about === null) return;
    const layers = layersOf(about.frame.weights);
    if (layers === null) return;
    const { inputs, data, words: target } = exampleOf(about.start, about.place);
    latest.run(
      (signal) => Promise.all([
        ask(calls.exampleGraph(about.start.definition, data, about.frame.weights), signal),
        ask(calls.exampleStep(about.start.definition, data, about.frame.weights, about.rate), signal),
      ]),
      ([graph, step]) => {
        fault.hidden = true;
        const stages = stagesOf({ layers, features: about.start.examples.features, inputs, target, graph, step, rate: about.rate, activation: about.activation });
        const isFirst = shown === null || shown.stages.length !== stages.length;
        shown = { stages, about, graph, step, layers };
        if (isFirst) player.load(stages.length, 0);
        else show(at());
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        fault.hidden = false;
        say(fault, error.message);
      },
    );
  }
  /** Where the walk stands, as its counter says. */
  const at = () => Math.max(0, Number((player.element.querySelector(".counter")?.textContent ?? "").match(/\d+/)?.[0] ?? 1) - 1);
  details.addEventListener("toggle", follow);

  return {
    follow,
    /** The calls behind it. @param {About} about */
    calls(about) {
      const { data } = exampleOf(about.start, about.place);
      return [calls.exampleGraph(about.start.definition, data, about.frame.weights), calls.exampleStep(about.start.definition, data, about.frame.weights, about.rate)];
    },
  };
}
