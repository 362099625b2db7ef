// What passes through the network for one example, asked for while the weights move.
import { ApiProblem, ask } from "../api/client.js";
import { createFollower } from "../api/latest.js";
import * as calls from "../api/train-calls.js";
import { layerValues, layersOf } from "../math/network.js";
import { format, toNumber } from "../math/numbers.js";
import { exampleOf } from "./training-step.js";

/** Milliseconds between two questions: an eye reads no faster. */
const apart = 150;

/** @param {(values: any[], words: string) => void} tell told the values of the units, inputs first, and what they are */
export function createPassing(tell) {
  return createFollower(
    async (/** @type {import("./training-step.js").About} */ { frame, start, place }, signal) => {
      const { at, inputs, data, words } = exampleOf(start, place);
      const graph = await ask(calls.exampleGraph(start.definition, data, frame.weights), signal);
      const values = layerValues(graph, layersOf(frame.weights) ?? []).map(({ value }) => value);
      const loss = toNumber(graph.nodes.find((/** @type {any} */ node) => node.id === graph.output).value);
      const features = inputs.map((/** @type {number} */ each) => format(each, 3)).join(", ");
      return { values: [inputs, ...values], words: `Example ${at + 1}, (${features}), ${words}, passes through. Its loss is ${format(loss, 3)}. Click another one in the picture.` };
    },
    ({ values, words }) => tell(values, words),
    (error) => {
      if (!(error instanceof ApiProblem) && !(error instanceof DOMException)) throw error;
      tell([], "");
    },
    apart,
  );
}
