import assert from "node:assert/strict";
import test from "node:test";
import { kindOf, readDataset } from "../../wwwroot/app/math/dataset.js";
import { layers, order } from "../../wwwroot/app/math/layers.js";

const definition = "loss(w, b) = mse(X @ w + b, y)";

test("columns that the definition names are vectors, the others make X", () => {
  const { values, words } = readDataset("a,c,y\n1,2,0\n3,4,1", definition);
  assert.deepEqual(values, { y: [0, 1], X: [[1, 2], [3, 4]] });
  assert.match(words, /2 rows.*X is made up of a, c/);
});

test("semicolons, tabs, quotes, blank lines and no header are read", () => {
  assert.deepEqual(readDataset("x;y\n\n1;2\n3;4\n", "mse(x, y)").values, { x: [1, 3], y: [2, 4] });
  assert.deepEqual(readDataset("x\ty\n1\t2", "mse(x, y)").values, { x: [1], y: [2] });
  assert.deepEqual(readDataset('"x","y"\n1,2', "mse(x, y)").values, { x: [1], y: [2] });
  assert.deepEqual(readDataset("1,2\n3,4", "sum(c1 .* c2)").values, { c1: [1, 3], c2: [2, 4] });
});

test("assigned names stand beside the table and win over its columns", () => {
  assert.deepEqual(readDataset("w = [0.1, −0.2]\nb = 3\ny\n1\n2", definition).values, { w: [0.1, -0.2], b: 3, y: [1, 2] });
  assert.deepEqual(readDataset("X = [[1, 2], [3, 4]]\na,X\n1,2", definition).values, { X: [[1, 2], [3, 4]] });
});

for (const [text, words] of /** @type {const} */ ([
  ["x,y\n1,2\n3", /Line 3.*2 columns and this one has 1/],
  ["x,y\n1,two", /Line 2: y is "two"/],
  ["w = [1, x]", /Line 1: write a number/],
  ["w = [[1, 2], [3]]", /Line 1.*must have the same length/],
  ["x,y", /no rows/],
]))
  test(`"${text.replaceAll("\n", "\\n")}" is refused with its line`, () => assert.throws(() => readDataset(text, "mse(x, y)"), words));

test("values are named by their kind", () => {
  assert.equal(kindOf(1), "a number");
  assert.equal(kindOf([1, 2]), "a vector of 2");
  assert.equal(kindOf([[1], [2]]), "a 2 × 1 matrix");
});

const steps = [
  { id: "x", inputs: [], adjoint: 2 },
  { id: "y", inputs: [] },
  { id: "u", inputs: ["x"], adjoint: 3 },
  { id: "f", inputs: ["u", "y"], adjoint: 1 },
];

test("a step stands behind all that it works on, and an input just before its use", () => {
  const { places, columns } = layers(steps);
  assert.equal(columns, 3);
  for (const { id, inputs } of steps) for (const input of inputs) assert.ok((places.get(input)?.column ?? 9) < (places.get(id)?.column ?? 0));
  assert.equal(places.get("y")?.column, 1);
  assert.equal(new Set([...places.values()].map(({ column, row }) => `${column} ${row}`)).size, steps.length);
});

test("values come forwards, derivatives backwards, and only where there are any", () => {
  assert.deepEqual(order(steps).map(({ phase, id }) => `${phase[0]}${id}`), ["fx", "fy", "fu", "ff", "bf", "bu", "bx"]);
});
