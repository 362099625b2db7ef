// Ways in which descents, and slopes from values alone, fail, each with its cure.

/** @typedef {import("../state.js").State} State */
/**
 * @typedef {object} Failure
 * @property {string} name
 * @property {string} seen what is seen, in a sentence or two
 * @property {string} cure what cures it
 * @property {Partial<State>} state the page's state that shows it
 * @property {Partial<State>} cured what is different once it is cured
 * @property {{ seen: string, cured: string }} look the panel to look at
 */

const descent = { seen: "descent", cured: "descent" };
const plain = { optimizer: "sgd", chapter: /** @type {const} */ ("descent") };

/** @type {readonly Failure[]} */
export const failures = [
  {
    name: "The rate is too large",
    seen: "Each step overshoots the valley of y by more than the last one: the steps grow instead of shrinking.",
    cure: "A rate below 2 over the curvature, here 2/6. At 0.1 every step comes nearer.",
    state: { ...plain, function: "x^2 + 3y^2", start: { x: 2, y: 1 }, rate: 0.35, steps: 40, x: [-4, 4], y: [-3, 3] },
    cured: { rate: 0.1 },
    look: descent,
  },
  {
    name: "A saddle",
    seen: "The descent starts exactly on the ridge and comes to rest where the gradient is zero, but to either side it goes down.",
    cure: "A small push to the side: from y = 0.01 the slope carries it away, at first slowly.",
    state: { ...plain, function: "x^2 - y^2 + y^4/4", start: { x: 2, y: 0 }, rate: 0.1, steps: 100, x: [-3, 3], y: [-2.5, 2.5] },
    cured: { start: { x: 2, y: 0.01 } },
    look: descent,
  },
  {
    name: "A plateau",
    seen: "A sigmoid unit that is wrong and sure of it: the squared error is nearly 1, but so flat that 200 steps hardly move it.",
    cure: "Another loss. The logarithm of the sigmoid undoes its flatness: where the unit is wrong, the slope is nearly −1.",
    state: { ...plain, function: "(sigmoid(w) - 1)^2", start: { w: -8 }, rate: 0.5, steps: 200, x: [-10, 6] },
    cured: { function: "-log(sigmoid(w))" },
    look: descent,
  },
  {
    name: "A kink",
    seen: "At the bottom of |x| the slope jumps from −1 to 1 and never gets small, so steps of one length jump to and fro for ever.",
    cure: "Round the kink off: √(x² + 0.04) is nearly |x|, but its slope fades towards the bottom.",
    state: { ...plain, function: "abs(x)", start: { x: 2.15 }, rate: 0.3, steps: 40, x: [-2.5, 2.5] },
    cured: { function: "sqrt(x^2 + 0.04)" },
    look: descent,
  },
  {
    name: "A dead ReLU",
    seen: "For this weight and bias the unit is switched off: its output is 0 all around, so no gradient reaches either of them.",
    cure: "A leaky ReLU keeps a small slope where it is off, and the descent finds its way out.",
    state: { ...plain, function: "(relu(w + b) - 1)^2", start: { w: -1, b: -0.5 }, rate: 0.1, steps: 100, x: [-2, 2], y: [-2, 2] },
    cured: { function: "(max(w + b, 0.1(w + b)) - 1)^2" },
    look: descent,
  },
  {
    name: "Cancellation",
    seen: "A slope from two values, (f(x + h) − f(x))/h: below h = 10⁻⁸ the values agree in nearly all their digits, and rounding is what is left of the difference.",
    cure: "No difference at all: the derivative by rule is exact to the last digit.",
    state: { function: "exp(x)", chapter: "derivative", points: [1, 2], x: [-2, 3], y: null },
    cured: {},
    look: { seen: "numeric", cured: "formula" },
  },
];

/** Whether the page shows it as it was set, or cured. @param {Failure} failure @param {State} now @returns {"seen" | "cured" | null} */
export function stageOf({ state, cured }, now) {
  const holds = (/** @type {Partial<State>} */ wanted) =>
    ["function", "start", "rate", "optimizer", "chapter"].every((member) => !(member in wanted) || JSON.stringify(/** @type {any} */ (wanted)[member]) === JSON.stringify(/** @type {any} */ (now)[member]));
  if (holds(state)) return "seen";
  return Object.keys(cured).length > 0 && holds({ ...state, ...cured }) ? "cured" : null;
}
