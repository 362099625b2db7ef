import assert from "node:assert/strict";
import { test } from "node:test";
import { arrow, arrowLength } from "../../wwwroot/app/plot/arrow.js";
import { laidInto, levelRegions, sheetOver, undefinedRegion } from "../../wwwroot/app/plot/contours.js";
import { curveEnds, traceCurve } from "../../wwwroot/app/plot/curve.js";
import { errorAxis, errorLine } from "../../wwwroot/app/plot/errors.js";
import { createFrame } from "../../wwwroot/app/plot/frame.js";
import { PathText } from "../../wwwroot/app/plot/path.js";
import { seriesAxis, traceSeries } from "../../wwwroot/app/plot/series.js";
import { lineAcross, lineThrough, slopeTriangle } from "../../wwwroot/app/plot/straight.js";
import { distance, placeIn } from "../../wwwroot/app/plot/surface.js";

const margins = { top: 0, right: 0, bottom: 0, left: 0 };
/** Ten pixels to a unit, the origin in the middle. */
const frame = createFrame({ width: 100, height: 100, margins, x: [-5, 5], y: [-5, 5] });

/** @param {(pen: PathText) => void} draw */
function drawn(draw) {
  const pen = new PathText();
  draw(pen);
  return String(pen);
}

test("a frame maps both ways", () => {
  assert.deepEqual([frame.x(-5), frame.x(5), frame.y(-5), frame.y(5)], [0, 100, 100, 0]);
  assert.deepEqual([frame.xAt(75), frame.yAt(25)], [2.5, 2.5]);
  assert.deepEqual(frame.pixel, { x: 0.1, y: 0.1 });
});

test("a logarithmic axis is marked in powers of ten", () => {
  const log = createFrame({ width: 300, height: 200, margins, x: [0, 1], y: [0.01, 1000], log: true });
  assert.deepEqual(log.yTicks.map(({ value }) => value), [0.01, 0.1, 1, 10, 100, 1000]);
});

test("the pen is lifted between segments", () => {
  const path = drawn((pen) => traceCurve(pen, [{ x: [-2, -1], y: [0, 1] }, { x: [1, 2], y: [1, 0] }], frame));
  assert.equal(path, "M30,50L40,40M60,40L70,50");
});

test("the pen is lifted at a value that is not finite", () => {
  const path = drawn((pen) => traceCurve(pen, [{ x: [-2, -1, 0, 1, 2], y: [0, 0, NaN, 0, 0] }], frame));
  assert.equal(path, "M30,50L40,50M60,50L70,50");
});

test("a curve that runs out of the picture keeps its direction and comes back as a new stroke", () => {
  const path = drawn((pen) => traceCurve(pen, [{ x: [0, 1, 2], y: [0, 1e6, 0] }], frame));
  assert.match(path, /^M50,50L50(\.\d+)?,-200M70(\.\d+)?,-200L70,50$/);
});

test("no coordinate grows beyond what a screen can hold", () => {
  const path = drawn((pen) => traceCurve(pen, [{ x: [0, 1, 2, 3], y: [0, 1e300, -1e300, 0] }], frame));
  for (const [number] of path.matchAll(/-?\d+(\.\d+)?/g)) assert.ok(Math.abs(Number(number)) < 1000, path);
});

test("ends inside the picture are drawn, open or closed; the border is no end", () => {
  const ends = curveEnds([{ x: [-5, 0], y: [1, 1], startOpen: true, endOpen: true }, { x: [1, 5], y: [2, 2], startOpen: false }], frame);
  assert.deepEqual(ends.map(({ x, y, open }) => [x, Math.round(y), open]), [[50, 40, true], [60, 30, false]]);
});

test("an end that runs off to a pole has no point", () => {
  assert.deepEqual(curveEnds([{ x: [-5, -0.01], y: [0, -100], endOpen: true }, { x: [0.01, 5], y: [100, 0], startOpen: true }], frame), []);
});

test("two open ends that meet are one hole", () => {
  const ends = curveEnds([{ x: [-5, -0.1], y: [1, 1], endOpen: true }, { x: [0.1, 5], y: [1, 1], startOpen: true }], frame);
  assert.deepEqual(ends, [{ x: 50, y: 40, open: true }]);
});

test("a line fills the picture and no more", () => {
  assert.deepEqual(lineThrough({ x: 40, y: 60 }, { x: 60, y: 40 }, frame), [{ x: 0, y: 100 }, { x: 100, y: 0 }]);
  assert.deepEqual(lineThrough({ x: 50, y: 10 }, { x: 50, y: 20 }, frame), [{ x: 50, y: 0 }, { x: 50, y: 100 }]);
  assert.equal(lineThrough({ x: 0, y: -10 }, { x: 10, y: -10 }, frame), null);
  assert.equal(lineThrough({ x: 5, y: 5 }, { x: 5, y: 5 }, frame), null);
  assert.equal(lineThrough({ x: 5, y: NaN }, { x: 5, y: 5 }, frame), null);
});

test("a tangent is at right angles to its normal", () => {
  assert.deepEqual(lineAcross({ x: 50, y: 50 }, [0, 2], frame), [{ x: 0, y: 50 }, { x: 100, y: 50 }]);
  const [from, to] = lineAcross({ x: 50, y: 50 }, [1, 1], frame) ?? [];
  assert.deepEqual([from, to].map((end) => [Math.round(end?.x ?? NaN), Math.round(end?.y ?? NaN)]), [[0, 0], [100, 100]], "x + y stays the same along it");
  assert.equal(lineAcross({ x: 50, y: 50 }, [0, 0], frame), null);
});

test("the labels of a slope lie away from the secant, and inside the picture", () => {
  const rising = slopeTriangle({ x: 10, y: 90 }, { x: 50, y: 10 }, 100, 30);
  assert.ok(rising.run.y > 90 && rising.rise.anchor === "start");
  const cramped = slopeTriangle({ x: 10, y: 90 }, { x: 90, y: 10 }, 100, 30);
  assert.ok(cramped.rise.anchor === "end" && cramped.rise.shown);
  assert.equal(slopeTriangle({ x: 30, y: 90 }, { x: 90, y: 10 }, 100, 30).rise.shown, false, "it would lie across the secant");
});

test("an arrow points up the picture for a second coordinate that rises", () => {
  const drawnArrow = arrow({ x: 50, y: 50 }, [0, 3], 30);
  assert.deepEqual(drawnArrow?.tip, { x: 50, y: 20 });
  assert.equal(arrow({ x: 0, y: 0 }, [0, 0], 30), null);
  assert.ok(arrowLength(1e9, 300) <= 100 && arrowLength(1e-9, 300) >= 26 && arrowLength(0, 300) === 0);
});

test("a region lies where the function is at least that high", () => {
  const axis = [-5, -2.5, 0, 2.5, 5];
  const values = axis.flatMap(() => axis); // rises to the right
  const [{ path }] = levelRegions({ x: axis, y: axis, values }, [1.25], frame);
  const across = [...path.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x));
  assert.ok(Math.min(...across) > 61 && Math.min(...across) < 64, path);
});

test("what is not finite is a region of its own", () => {
  const axis = [-5, 0, 5];
  assert.equal(undefinedRegion({ x: axis, y: axis, values: Array(9).fill(1) }, frame), "");
  assert.match(undefinedRegion({ x: axis, y: axis, values: [1, 1, 1, 1, NaN, 1, 1, 1, 1] }, frame), /^M.*Z$/);
});

test("a series over many orders of magnitude has a logarithmic axis, but only where all of it is positive", () => {
  assert.equal(seriesAxis([100, 1, 0.01]).log, true);
  assert.equal(seriesAxis([100, 1, 0]).log, false);
  assert.equal(seriesAxis([3, 2, 1]).log, false);
  assert.deepEqual(seriesAxis([NaN]), { log: false, y: [0, 1] });
  assert.equal(drawn((pen) => traceSeries(pen, [0, 1, 2], [1, NaN, 1], frame)), "M50,40M70,40");
});

test("the run is named above its leg only where the letter of P leaves room", () => {
  assert.equal(slopeTriangle({ x: 10, y: 10 }, { x: 70, y: 50 }, 200, 30).run.shown, false);
  assert.equal(slopeTriangle({ x: 10, y: 10 }, { x: 120, y: 50 }, 200, 30).run.shown, true);
  assert.equal(slopeTriangle({ x: 10, y: 50 }, { x: 70, y: 10 }, 200, 30).run.shown, true);
});

test("errors are shown from below the smallest to above the largest, and 0 on a floor", () => {
  const sweep = { h: [0.1, 0.01, 0.001], error: [1e-3, 0, NaN] };
  const { y, floor } = errorAxis([sweep, { h: [0.1], error: [1e-9] }]);
  assert.ok(y[0] < floor && Math.abs(floor / 1e-10 - 1) < 1e-12 && Math.abs(y[1] / 3e-3 - 1) < 1e-12);
  const line = errorLine(sweep, floor);
  assert.deepEqual(line, { x: [0.1, 0.01, 0.001].map(Math.log10), y: [1e-3, floor, NaN] });
});

test("an axis without a positive error is drawable all the same", () => {
  const { y } = errorAxis([{ h: [0.1, 0.01], error: [0, NaN] }]);
  assert.ok(y[0] > 0 && y[1] > y[0]);
});

test("an eye stands where it sees all of the surface, however it is turned", () => {
  const tangent = Math.tan((16 * Math.PI) / 180);
  for (const aspect of [0.8, 1, 2.9])
    for (const elevation of [0.1, 0.56, 1.5]) {
      const away = distance(elevation, tangent, aspect);
      for (let turn = -3; turn < 3; turn += 0.1)
        for (const place of [[0, 0, 0], [1, 1, 1], [0, 1, 0], [1, 0, 1], [0.5, 0.5, 1]]) {
          const [x, y, z] = placeIn(place[0], place[1], place[2]);
          const towards = x * Math.sin(turn) * Math.cos(elevation) + y * Math.sin(elevation) + z * Math.cos(turn) * Math.cos(elevation);
          const across = x * Math.cos(turn) - z * Math.sin(turn);
          const up = Math.sqrt(Math.max(0, x * x + y * y + z * z - towards * towards - across * across));
          assert.ok(Math.abs(across) / (away - towards) < tangent * aspect && up / (away - towards) < tangent, `${aspect} ${elevation} ${turn} ${place}`);
        }
    }
});

test("a sheet of regions lies in a picture where the regions would be drawn", () => {
  const grid = { x: [-1, 0, 1], y: [2, 3, 4], values: [] };
  const place = { x: (/** @type {number} */ x) => 100 + 50 * x, y: (/** @type {number} */ y) => 400 - 80 * y };
  const [a, , , d, e, f] = laidInto(grid, place).slice(7, -1).split(" ").map(Number);
  for (const [x, y] of [[-1, 2], [0.25, 3.5], [1, 4]])
    for (const [found, wanted] of [[a * sheetOver(grid).x(x) + e, place.x(x)], [d * sheetOver(grid).y(y) + f, place.y(y)]]) assert.ok(Math.abs(found - wanted) < 1e-9);
});
