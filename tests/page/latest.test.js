import assert from "node:assert/strict";
import { test } from "node:test";
import { createFollower, createLatest, debounce } from "../../wwwroot/app/api/latest.js";
import { inSlices } from "../../wwwroot/app/api/slices.js";

/** A promise that is settled from outside. */
function later() {
  /** @type {(value: any) => void} */ let resolve = () => {};
  /** @type {(error: unknown) => void} */ let reject = () => {};
  const promise = new Promise((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}

/** What must not be called. @param {unknown} _ */
const never = (_) => assert.fail("called");

/** Lets every settled promise be heard. */
const settle = () => new Promise((done) => setTimeout(done, 10));

test("a late answer never overwrites a newer one", async () => {
  const latest = createLatest();
  const [slow, quick] = [later(), later()];
  /** @type {string[]} */
  const shown = [];
  latest.run(() => slow.promise, (text) => shown.push(text), never);
  latest.run(() => quick.promise, (text) => shown.push(text), never);
  quick.resolve("new");
  await settle();
  slow.resolve("old");
  await settle();
  assert.deepEqual(shown, ["new"]);
});

test("a newer run aborts the one under way, whose failure is not shown", async () => {
  const latest = createLatest();
  /** @type {AbortSignal | undefined} */
  let signal;
  const old = later();
  latest.run((given) => ((signal = given), old.promise), never, never);
  latest.run(() => Promise.resolve(1), () => {}, never);
  assert.equal(signal?.aborted, true);
  old.reject(new Error("aborted"));
  await settle();
});

test("a failure of the newest run is shown", async () => {
  const latest = createLatest();
  /** @type {unknown[]} */
  const errors = [];
  latest.run(() => Promise.reject(new Error("refused")), never, (error) => errors.push(error));
  await settle();
  assert.equal(errors.length, 1);
});

test("work that lasts is shown, until it ends", async () => {
  /** @type {boolean[]} */
  const busy = [];
  const latest = createLatest({ onSlow: (is) => busy.push(is), slowAfter: 0 });
  const work = later();
  latest.run(() => work.promise, () => {}, never);
  await new Promise((done) => setTimeout(done, 5));
  assert.deepEqual(busy, [true]);
  work.resolve(1);
  await settle();
  assert.deepEqual(busy, [true, false]);
});

test("cancelled work shows nothing", async () => {
  const latest = createLatest();
  const work = later();
  latest.run((signal) => (signal.addEventListener("abort", () => work.reject(signal.reason)), work.promise), never, never);
  latest.cancel();
  await settle();
});

test("a follower asks one at a time and skips what is overtaken", async () => {
  /** @type {ReturnType<typeof later>[]} */
  const asked = [];
  /** @type {number[]} */
  const inputs = [];
  /** @type {string[]} */
  const shown = [];
  const follower = createFollower(
    (/** @type {number} */ input) => {
      inputs.push(input);
      asked.push(later());
      return asked[asked.length - 1].promise;
    },
    (/** @type {any} */ result, input) => shown.push(`${input}:${result}`),
    never,
    0,
  );
  for (const input of [1, 2, 3]) follower.follow(input);
  assert.deepEqual(inputs, [1]);
  asked[0].resolve("a");
  await settle();
  assert.deepEqual(inputs, [1, 3]);
  asked[1].resolve("b");
  await settle();
  assert.deepEqual(shown, ["1:a", "3:b"]);
});

test("a stopped follower shows nothing of before, and follows again", async () => {
  /** @type {ReturnType<typeof later>[]} */
  const asked = [];
  /** @type {unknown[]} */
  const shown = [];
  const follower = createFollower(
    () => (asked.push(later()), asked[asked.length - 1].promise),
    (result) => shown.push(result),
    never,
    0,
  );
  follower.follow(1);
  follower.stop();
  follower.follow(2);
  asked[0].resolve("old");
  await settle();
  asked[1].resolve("new");
  await settle();
  assert.deepEqual(shown, ["new"]);
});

test("a debounced action runs once, with the last input", async () => {
  /** @type {number[]} */
  const ran = [];
  const soon = debounce(1, (/** @type {number} */ input) => ran.push(input));
  soon(1);
  soon(2);
  await new Promise((done) => setTimeout(done, 10));
  assert.deepEqual(ran, [2]);
});

test("what follows tells when it is late, and when it has caught up", async () => {
  /** @type {boolean[]} */
  const told = [];
  const answers = [later(), later(), later()];
  let asked = 0;
  const follower = createFollower(() => answers[asked++].promise, () => {}, never, 0, { onLate: (late) => told.push(late), lateAfter: 20 });
  follower.follow(1);
  answers[0].resolve("soon");
  await new Promise((done) => setTimeout(done, 40));
  assert.deepEqual(told, [], "an answer in time");
  follower.follow(2);
  await new Promise((done) => setTimeout(done, 40));
  assert.deepEqual(told, [true]);
  follower.follow(3);
  answers[1].resolve("late");
  await settle();
  assert.deepEqual(told, [true, false], "an answer is shown, though a newer one is awaited");
  await new Promise((done) => setTimeout(done, 40));
  assert.deepEqual(told, [true, false, true]);
  follower.stop();
  assert.deepEqual(told, [true, false, true, false]);
});

test("work in slices lets others go first, and ends when it is called off", async () => {
  const slow = function* () {
    for (let i = 0; i < 4; i++) {
      const begun = performance.now();
      while (performance.now() - begun < 9);
      yield i;
    }
  };
  let others = 0;
  const timer = setInterval(() => others++);
  assert.deepEqual(await inSlices(slow(), new AbortController().signal), [0, 1, 2, 3]);
  clearInterval(timer);
  assert.ok(others >= 3);
  await assert.rejects(inSlices(slow(), AbortSignal.abort("gone")));
});
