import assert from "node:assert/strict";
import { test } from "node:test";
import { fromFragment, initial, toFragment } from "../../wwwroot/app/state.js";
import { placeIn, tours, written } from "../../wwwroot/app/tours/index.js";

test("every tour has a handful of steps, each of which says one thing and asks one question", () => {
  assert.equal(tours.length, 8);
  for (const { title, steps } of tours) {
    assert.ok(steps.length >= 4 && steps.length <= 6, title);
    for (const { say, ask, answer } of steps) {
      assert.ok(say.length < 260 && answer.length < 260, say);
      assert.match(ask, /\?$/);
      assert.match(answer, /\.$/);
    }
  }
});

test("what a step sets can be linked to", () => {
  for (const tour of tours)
    tour.steps.forEach((step, at) => {
      const state = { ...initial, ...step.state, tour: written(tour, at) };
      assert.deepEqual(fromFragment(toFragment(state)), state);
      assert.deepEqual(placeIn(state.tour), { tour, at });
    });
  for (const text of ["", "slope", "slope~0", "slope~99", "nowhere~1", "slope~x"]) assert.equal(placeIn(text), null);
});
