import assert from "node:assert/strict";
import { test } from "node:test";
import { createPlayback } from "../../wwwroot/app/view/playback.js";

/** A walk whose clock is moved by hand. @param {number} count @param {number} [start] */
function walk(count, start = 0) {
  /** @type {{ shown: number[], playing: boolean[], due: (() => void) | null }} */
  const seen = { shown: [], playing: [], due: null };
  const playback = createPlayback({
    onShow: (at) => seen.shown.push(at),
    onPlaying: (playing) => seen.playing.push(playing),
    later(step) {
      seen.due = step;
      return () => (seen.due = null);
    },
  });
  playback.load(count, start);
  const tick = () => {
    const { due } = seen;
    seen.due = null;
    due?.();
  };
  return { playback, seen, tick };
}

test("back and next go one step and stay within the walk", () => {
  const { playback, seen } = walk(3);
  playback.move(-1);
  for (let i = 0; i < 4; i++) playback.move(1);
  playback.move(-1);
  assert.deepEqual(seen.shown, [0, 0, 1, 2, 2, 2, 1]);
});

test("it plays to the end and stops there", () => {
  const { playback, seen, tick } = walk(3);
  playback.toggle();
  for (let i = 0; i < 5; i++) tick();
  assert.deepEqual(seen.shown, [0, 1, 2]);
  assert.deepEqual(seen.playing, [true, false]);
});

test("from the end it plays again from the beginning", () => {
  const { playback, seen, tick } = walk(3, 2);
  playback.toggle();
  tick();
  assert.deepEqual(seen.shown, [2, 0, 1]);
});

test("a pause, a step and another walk end the playing", () => {
  for (const end of /** @type {const} */ (["toggle", "move", "go", "load", "stop"])) {
    const { playback, seen, tick } = walk(4);
    playback.toggle();
    tick();
    if (end === "load") playback.load(2, 0);
    else if (end === "toggle" || end === "stop") playback[end]();
    else playback[end](3);
    assert.equal(seen.due, null, end);
    assert.deepEqual(seen.playing, [true, false], end);
  }
});

test("without a walk nothing happens", () => {
  const shown = /** @type {number[]} */ ([]);
  const playback = createPlayback({ onShow: (at) => shown.push(at), onPlaying: () => assert.fail("nothing plays"), later: () => assert.fail("nothing waits") });
  playback.move(1);
  playback.toggle();
  playback.stop();
  assert.deepEqual(shown, []);
});

test("a walk of one step does not play", () => {
  const { playback, seen } = walk(1);
  playback.toggle();
  assert.deepEqual(seen.playing, []);
});
