import assert from "node:assert/strict";
import { test } from "node:test";
import { groupsOf, stateOf } from "../../wwwroot/app/math/gallery.js";
import { initial } from "../../wwwroot/app/state.js";

/** @param {string} name @param {Record<string, any>} [more] */
const example = (name, more = {}) => ({ name, sentence: "", function: name, latex: "", view: {}, request: { body: {} }, ...more });

test("examples of one idea stand together, and problems that can be drawn come last", () => {
  const groups = groupsOf({
    examples: [example("a", { idea: "One" }), example("b", { idea: "Two" }), example("c", { idea: "One" })],
    problems: [example("p", { view: { x: [0, 1], y: [0, 1] } }), example("q")],
  });
  assert.deepEqual(groups.map(({ idea, examples }) => [idea, ...examples.map(({ name }) => name)]), [["One", "a", "c"], ["Two", "b"], ["Problems that optimizers are tested on", "p"]]);
  assert.equal(groups[2].examples[0].chapter, "descent");
});

test("an example sets the whole state, so that nothing of the last one is left", () => {
  const state = stateOf(example("c*x + v", { chapter: "slope", view: { x: [0, 4] }, request: { body: { data: { c: 2, v: [1, 2] }, from: 1, to: 3 } } }), initial);
  assert.deepEqual(state, { ...initial, function: "c*x + v", chapter: "slope", x: [0, 4], points: [1, 3], data: { c: 2 }, dataset: "v = [1,2]" });
  assert.deepEqual(stateOf(example("x"), initial), { ...initial, function: "x" });
  assert.deepEqual(stateOf(example("x", { view: { x: [0, 10] }, request: { body: { points: [4] } } }), initial).points, [4, 6]);
});
