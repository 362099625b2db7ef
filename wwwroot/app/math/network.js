// A network as it is drawn: layers of units, and the weights between them, found in the names and shapes of the weights.

/**
 * @typedef {object} Layer units with what leads to them
 * @property {string} weight the name of the weights that lead to it
 * @property {string} bias the name of its biases
 * @property {string} state the name by which the definition calls its values
 * @property {number} units
 * @property {number} inputs units before it
 */

/**
 * The layers after the inputs; null where the weights are not those of a network.
 * @param {Record<string, any>} weights @returns {Layer[] | null}
 */
export function layersOf(weights) {
  const names = Object.keys(weights);
  if (names.length === 0 || names.length % 2 !== 0) return null;
  /** @type {Layer[]} */
  const layers = [];
  for (let i = 0; i < names.length; i += 2) {
    const [weight, bias] = [names[i], names[i + 1]];
    if (!/^[wW]\d*$/.test(weight) || !/^b\d*$/.test(bias) || !Array.isArray(weights[weight])) return null;
    const rows = weights[weight];
    const isLast = i + 2 === names.length;
    layers.push({ weight, bias, state: isLast ? "z" : `H${layers.length + 1}`, units: Array.isArray(rows[0]) ? rows[0].length : 1, inputs: rows.length });
  }
  return layers.some(({ inputs }, i) => i > 0 && inputs !== layers[i - 1].units) ? null : layers;
}

/** The weight from one unit to another. @param {any} value of the weights @param {number} from @param {number} to */
export const weightAt = (value, from, to) => (Array.isArray(value[from]) ? value[from][to] : value[from]);

/** An entry of a vector or of a row, or the number itself. @param {any} value @param {number} unit @returns {number} */
export function entryAt(value, unit) {
  const row = Array.isArray(value) && Array.isArray(value[0]) ? value[0] : value;
  return Array.isArray(row) ? row[unit] : row;
}

/** Units of one layer that are drawn; the rest are said. */
export const mostDrawn = 10;

/**
 * Where units stand: columns of as many as are drawn, in the middle of the height.
 * @param {number[]} sizes units of each layer, inputs first @param {{ width: number, height: number }} room
 * @returns {{ x: number, y: number }[][]}
 */
export function placesOf(sizes, { width, height }) {
  const side = Math.min(64, width * 0.13);
  return sizes.map((size, layer) => {
    const drawn = Math.min(size, mostDrawn);
    const x = side + (sizes.length === 1 ? 0 : (layer * (width - 2 * side)) / (sizes.length - 1));
    const apart = Math.min(84, (height - 40) / Math.max(1, drawn));
    return Array.from({ length: drawn }, (_, unit) => ({ x, y: height / 2 + (unit - (drawn - 1) / 2) * apart }));
  });
}

/**
 * What a graph says of each layer for one example: what comes in, the sums, what goes out, and how the loss changes with each.
 * @param {any} graph @param {Layer[]} layers
 */
export function layerValues(graph, layers) {
  const byId = new Map(graph.nodes.map((/** @type {any} */ node) => [node.id, node]));
  const after = (/** @type {string} */ id, /** @type {string} */ operation) => graph.nodes.find((/** @type {any} */ node) => node.inputs.includes(id) && node.operation === operation);
  return layers.map(({ weight, bias, state }) => {
    const product = after(weight, "matrix-product");
    const sum = product && (graph.nodes.find((/** @type {any} */ node) => node.operation === "add" && node.inputs.includes(product.id)) ?? product);
    const out = byId.get(state) ?? sum;
    return { sum: sum?.value, value: out?.value, adjoint: out?.adjoint, sumAdjoint: sum?.adjoint, weight: byId.get(weight)?.adjoint, bias: byId.get(bias)?.adjoint };
  });
}
