import assert from "node:assert/strict";
import { test } from "node:test";
import { tangentKind, tangentLatex, tangentSaid } from "../../wwwroot/app/math/tangents.js";
import { nearestOn, touch, zeroLine, zeroPath } from "../../wwwroot/app/plot/zero-line.js";

const axis = Array.from({ length: 101 }, (_, i) => -8 + 0.16 * i);
const grid = (/** @type {(x: number, y: number) => number} */ f) => ({ x: axis, y: axis, values: axis.flatMap((y) => axis.map((x) => f(x, y))) });
const frame = { x: (/** @type {number} */ x) => 50 * x, y: (/** @type {number} */ y) => -50 * y, xAt: (/** @type {number} */ x) => x / 50, yAt: (/** @type {number} */ y) => -y / 50 };

test("a circle is drawn where it is", () => {
  const pieces = zeroLine(grid((x, y) => x * x + y * y - 25));
  assert.ok(pieces.length > 150);
  for (const [x0, y0, x1, y1] of pieces) for (const [x, y] of [[x0, y0], [x1, y1]]) assert.ok(Math.abs(Math.hypot(x, y) - 5) < 0.01);
  assert.match(zeroPath(pieces, frame), /^(M[-\d.]+,[-\d.]+L[-\d.]+,[-\d.]+)+$/);
});

test("there is no line where the sign changes through a pole, and none where there is no value", () => {
  assert.equal(zeroLine(grid((x) => 1 / (x - 0.03))).length, 0);
  assert.equal(zeroLine(grid((x, y) => Math.log(-1 - x * x - y * y))).length, 0);
  const tangent = zeroLine(grid((x, y) => Math.tan(x) - y)).filter(([, y]) => Math.abs(y) < 2);
  assert.ok(tangent.length > 20 && tangent.every(([x, y]) => Math.abs(Math.tan(x) - y) < 0.5));
});

test("two branches that cross are both drawn", () => {
  const pieces = zeroLine(grid((x, y) => (x - 0.05) * (y - 0.05)));
  assert.ok(pieces.some(([x]) => x < -7) && pieces.some(([, y]) => y < -7) && pieces.some(([x]) => x > 7) && pieces.some(([, y]) => y > 7));
});

test("a spot finds the nearest point of the curve", () => {
  const found = nearestOn(zeroLine(grid((x, y) => x * x + y * y - 25)), { x: 300, y: -400 }, frame);
  assert.ok(found && Math.abs(found.x - 3) < 0.02 && Math.abs(found.y - 4) < 0.02 && Math.abs(found.distance - 250) < 1);
  assert.equal(nearestOn([], { x: 0, y: 0 }, frame), null);
});

test("tangents are sloped, level, vertical or none", () => {
  assert.deepEqual([[6, 8], [0, 10], [10, 0], [0, 0], [NaN, 1]].map((normal) => tangentKind(/** @type {[number, number]} */ (normal))), ["sloped", "level", "vertical", "none", "none"]);
  assert.equal(tangentLatex({ x: 3, y: 4 }, -0.75, "sloped", ["x", "y"]), "y = -0.75 \\, x + 6.25");
  assert.equal(tangentLatex({ x: 5, y: 0 }, Infinity, "vertical", ["x", "y"]), "x = 5");
  assert.match(tangentSaid("vertical", ["x", "y"], NaN), /vertical/);
});

test("where the sides only touch it is said, and where they cross or stay apart it is not", () => {
  const near = touch(grid((x, y) => (x - y) ** 2));
  assert.ok(near && Math.abs(near.x - near.y) < 0.17);
  assert.ok(touch(grid((x, y) => -((x * x + y * y - 9.3) ** 2))));
  assert.ok(touch(grid((x, y) => x * (x - y - 0.05) ** 2)), "beside a line that is crossed");
  assert.ok(touch(grid((x, y) => (x - 1.03) ** 2 + (y + 2) ** 2)), "at one point");
  /** @type {((x: number, y: number) => number)[]} */
  const apart = [(x, y) => x * x + y * y - 25, (x, y) => x * y - 0.3, (x, y) => (x - y) ** 2 + 0.1, (x, y) => x * x + y * y + 1, (x, y) => Math.sin(x) - y];
  for (const f of apart) assert.equal(touch(grid(f)), null, f.toString());
});
