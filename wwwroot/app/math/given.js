// The values given for the names of a definition: which are data, and which a point.
import { namesIn, parametersOf, readDataset, shapeOf } from "./dataset.js";
import { conventional } from "./names.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * What the page knows of names: numbers and data that were pasted, of those the definition has. Until the service has told which names
 * are variables, values are sent as shapes.
 * @param {{ function: string, data: Record<string, number>, dataset: string }} state
 */
export function given({ function: text, data, dataset }) {
  const names = namesIn(text);
  /** @type {Record<string, import("../math/dataset.js").Value>} */
  let values = {};
  try {
    values = Object.fromEntries(Object.entries(readDataset(dataset, text).values).filter(([name]) => names.has(name)));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // the field says what is wrong
  }
  const parameters = parametersOf(text);
  const numbers = Object.entries(values).filter(([name, value]) => typeof value === "number" && !parameters.has(name));
  const arrays = Object.entries(values).filter(([, value]) => typeof value !== "number");
  return {
    data: { ...data, .../** @type {Record<string, number>} */ (Object.fromEntries(numbers)) },
    shapes: Object.fromEntries(arrays.map(([name, value]) => [name, shapeOf(value)])),
    values: Object.fromEntries(arrays),
  };
}

/**
 * Now that the variables are known: values of variables make the point, all others are data.
 * @param {Reading} reading @param {any} answer @returns {Reading}
 */
export function settled({ shapes, values = {}, ...reading }, answer) {
  const isVariable = (/** @type {string} */ name) => reading.variables.includes(name);
  // Without a signature every name is a variable; a table is data all the same.
  const free = answer.name === null;
  const own = Object.entries(values).filter(([name]) => isVariable(name) && !free);
  const others = Object.entries(values).filter(([name]) => !isVariable(name) || free);
  const variables = free ? reading.variables.filter((name) => !(name in values)) : reading.variables;
  return {
    ...reading,
    variables,
    axes: free ? conventional(variables) : variables,
    data: { ...reading.data, ...Object.fromEntries(others) },
    shapes: Object.fromEntries(own.map(([name, value]) => [name, shapeOf(value)])),
    values: Object.fromEntries(own),
  };
}

/**
 * The numbers that were pasted for parameters: where these begin, not what they are.
 * @param {{ function: string, dataset: string }} state @returns {Record<string, number>}
 */
export function begun({ function: text, dataset }) {
  const parameters = parametersOf(text);
  try {
    return /** @type {Record<string, number>} */ (Object.fromEntries(Object.entries(readDataset(dataset, text).values).filter(([name, value]) => typeof value === "number" && parameters.has(name))));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {};
  }
}
