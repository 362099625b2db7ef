import assert from "node:assert/strict";
import { test } from "node:test";
import { tangentKind, tangentLatex, tangentSaid } from "../../wwwroot/app/math/tangents.js";
import { look, nextLook, placeOn, rounds, touchedEdges, touchedPieces } from "../../wwwroot/app/plot/touching.js";
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

/** The curve that is touched, by looks at the function itself. @param {(x: number, y: number) => number} f */
function touchedBy(f) {
  const h = 1e-6;
  /** @type {import("../../wwwroot/app/plot/zero-line.js").Piece[]} */
  const found = [];
  for (const [across, up] of [[1, 0.381966], [-0.435, 1]]) {
    const slope = (/** @type {number} */ x, /** @type {number} */ y) => (f(x + h * across, y + h * up) - f(x - h * across, y - h * up)) / (2 * h);
    const { edges, pairs } = touchedEdges(grid(f), axis.flatMap((y) => axis.map((x) => slope(x, y))));
    for (let round = 0; round < rounds; round++)
      for (const edge of edges) {
        const at = nextLook(edge, round);
        const [x, y] = placeOn(edge, at);
        look(edge, at, f(x, y), slope(x, y));
      }
    found.push(...touchedPieces(pairs));
  }
  return found;
}

test("a curve along which the sides only touch is found where it is", () => {
  const line = touchedBy((x, y) => (x - y - 0.03) ** 2);
  assert.ok(line.length > 120 && line.every(([x0, y0, x1, y1]) => Math.abs(x0 - y0 - 0.03) < 1e-4 && Math.abs(x1 - y1 - 0.03) < 1e-4));
  const grown = touchedBy((x, y) => x * x - 2 * x * y + y * y);
  assert.ok(Math.min(...grown.map(([x]) => x)) < -7.8 && Math.max(...grown.map(([x]) => x)) > 7.6, "also where it goes through the places of the samples");
  for (const f of [(/** @type {number} */ x, /** @type {number} */ y) => -((x * x + y * y - 9.3) ** 2), (/** @type {number} */ x, /** @type {number} */ y) => Math.abs(x * x + y * y - 9.3), (/** @type {number} */ x, /** @type {number} */ y) => (x * x + y * y - 9.3) ** 4]) {
    const circle = touchedBy(f);
    assert.ok(circle.length > 90 && circle.every(([x, y]) => Math.abs(Math.hypot(x, y) - Math.sqrt(9.3)) < 0.01), f.toString());
    for (let turn = 0; turn < 6; turn += 0.5) assert.ok(circle.some(([x, y]) => Math.hypot(x - Math.sqrt(9.3) * Math.cos(turn), y - Math.sqrt(9.3) * Math.sin(turn)) < 0.3), `${f} at ${turn}`);
  }
});

test("a near miss, a single point and what is crossed are touched along no curve", () => {
  for (const f of [(/** @type {number} */ x, /** @type {number} */ y) => (x - y) ** 2 + 1e-6, (/** @type {number} */ x, /** @type {number} */ y) => (x - 1.03) ** 2 + (y + 2) ** 2, (/** @type {number} */ x, /** @type {number} */ y) => x * x + y * y - 25, (/** @type {number} */ x, /** @type {number} */ y) => Math.cos(x) + 1.01 + y * y])
    assert.deepEqual(touchedBy(f), [], f.toString());
});
