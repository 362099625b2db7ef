// One step of training on one example, as a walk: forwards, backwards, and what changes.
import { layerValues } from "./network.js";
import { format, toNumber } from "./numbers.js";

/** @typedef {import("./network.js").Layer} Layer */

/**
 * @typedef {object} Stage
 * @property {"forward" | "backward" | "update"} way
 * @property {string} title
 * @property {string} words
 * @property {number | null} lit the layer that is spoken of, inputs being 0
 * @property {(any | null)[]} values of the units of each layer
 * @property {{ heads: string[], rows: string[][] }} numbers
 * @property {"weight" | "gradient" | "change"} of what the lines show
 */

/** @param {any} value @returns {number[]} */
const list = (value) => [value].flat(3).map(toNumber);
const short = (/** @type {number} */ value) => format(value, 3);

/**
 * @param {object} about
 * @param {Layer[]} about.layers
 * @param {string[]} about.features
 * @param {number[]} about.inputs the example's features
 * @param {string} about.target what the example is, in words
 * @param {any} about.graph the loss of the example, node by node
 * @param {any} about.step the descent of one step
 * @param {number} about.rate
 * @param {string} about.activation
 * @returns {Stage[]}
 */
export function stagesOf({ layers, features, inputs, target, graph, step, rate, activation }) {
  const values = layerValues(graph, layers);
  const loss = toNumber(graph.nodes.find((/** @type {any} */ node) => node.id === graph.output).value);
  const known = (/** @type {number} */ upTo) => [inputs, ...values.map(({ value }, i) => (i < upTo ? value : null))];
  const blames = (/** @type {number} */ downTo) => [null, ...values.map(({ adjoint }, i) => (i >= downTo ? adjoint : null))];
  const last = layers.length - 1;
  const nameOf = (/** @type {number} */ layer) => (layer === last ? "the output" : layers.length === 2 ? "the hidden layer" : `hidden layer ${layer + 1}`);

  /** @type {Stage[]} */
  const stages = [{
    way: "forward", title: "The example comes in", lit: 0, of: "weight", values: known(0),
    words: `Its features are ${features.map((name, i) => `${name} = ${short(inputs[i])}`).join(" and ")}. It is ${target}.`,
    numbers: { heads: ["feature", "value"], rows: features.map((name, i) => [name, short(inputs[i])]) },
  }];
  layers.forEach((_, i) => {
    const { sum, value } = values[i];
    const [sums, outs] = [list(sum), list(value)];
    stages.push({
      way: "forward", title: `Forward: ${nameOf(i)}`, lit: i + 1, of: "weight", values: known(i + 1),
      words: i === last
        ? `The output multiplies what ${i === 0 ? "came in" : "the units say"} by its weights and adds them up, with its bias: ${outs.map(short).join(", ")}. From this the loss of the example is ${short(loss)}.`
        : `Each unit multiplies what comes in by its weights, adds them up with its bias, and bends the sum by ${activation}.`,
      numbers: i === last ? { heads: ["output", "sum"], rows: outs.map((out, k) => [outs.length === 1 ? "z" : `z${k + 1}`, short(out)]) } : { heads: ["unit", "sum", activation], rows: outs.map((out, k) => [`${k + 1}`, short(sums[k]), short(out)]) },
    });
  });
  for (let i = last; i >= 0; i--) {
    const { adjoint } = values[i];
    const rates = list(adjoint);
    stages.push({
      way: "backward", title: `Backward: ${nameOf(i)}`, lit: i + 1, of: "gradient", values: blames(i),
      words: i === last
        ? `How does the loss change with the output? ${rates.length === 1 ? `By ${short(rates[0])} for each unit that the output grows` : "The table tells it for each output"}. Times what came in, this is the slope of the loss in each weight before it: the chain rule.`
        : `What the output passes back, times the weight in between, times the slope of ${activation}: so much does the loss change with each unit. Times what came in, it is the slope in each weight before it.`,
      numbers: { heads: [i === last ? "output" : "unit", "the loss changes by"], rows: rates.map((each, k) => [`${k + 1}`, short(each)]) },
    });
  }
  const after = toNumber(step.value.at(-1));
  stages.push({
    way: "update", title: "The step", lit: null, of: "change", values: known(layers.length),
    words: `Every weight moves against its slope, by ${short(rate)} times it. The loss of this example goes from ${short(loss)} to ${short(after)}.${after > loss ? " It grew: the step was too long." : ""}`,
    numbers: { heads: ["when", "loss of the example"], rows: [["before", short(loss)], ["after", short(after)]] },
  });
  return stages;
}

/** What the lines of a stage show, by the names of the weights. @param {Stage} stage @param {{ weights: Record<string, any>, graph: any, step: any }} of @returns {Record<string, any>} */
export function edgesOf({ of }, { weights, graph, step }) {
  if (of === "weight") return weights;
  if (of === "gradient") return Object.fromEntries(graph.nodes.filter((/** @type {any} */ { id }) => id in weights).map((/** @type {any} */ { id, adjoint }) => [id, adjoint]));
  return Object.fromEntries(Object.entries(step.points).map(([name, column]) => [name, /** @type {any} */ (column)[1]]));
}
