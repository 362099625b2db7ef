// Plays a training: what the stream has told is shown step by step, at a pace that an eye can follow.
import { ApiProblem } from "../api/client.js";
import { run } from "../api/runs.js";
import { follow } from "../api/stream.js";
import * as calls from "../api/train-calls.js";
import { ending, framesOf, framesOfAnswer, runSaid, secondsLeft, standing, timeLeft } from "../math/training-frames.js";
import { el, motionReduced, say, set } from "../view/elements.js";

/** @typedef {import("../math/training-frames.js").Frame} Frame */

const unreachable = new ApiProblem({ title: "The service can't be reached. The training goes on when it is back.", status: 0 });

/** A training that is known after so many seconds to last so many more becomes a run. */
const longAfter = { told: 2.5, left: 15 };

/** Frames a second, by their names. */
const paces = { Slow: 4, Usual: 45, Fast: 180 };

/**
 * @param {object} options
 * @param {(start: any) => void} options.onStart told the examples and the axes, before the first frame
 * @param {(frame: Frame, frames: readonly Frame[]) => void} options.onShow told the frame to show
 * @param {(answer: any | null) => void} options.onEnd told the trained model where its last step is shown, and null where it is not
 * @param {(answer: any) => void} options.onAnswer told the trained model as soon as it is known
 * @param {(problem: ApiProblem | null) => void} options.onProblem
 * @param {() => void} options.onPlay asked to begin
 * @param {() => void} options.onMore asked to go on after the last step
 * @param {(link: string) => void} options.onRun told where a training is found that goes on without the page; empty for none
 */
export function createTrainingPlayer({ onStart, onShow, onEnd, onAnswer, onProblem, onPlay, onMore, onRun }) {
  /** @type {Frame[]} */
  let frames = [];
  /** @type {AbortController | null} */
  let stream = null;
  let [shown, drawn, playing, over, total, began, wantedStep] = [0, -1, false, false, 0, 0, 0];
  let isPreview = true;
  let last = 0;
  /** What the end of the stream said, and whether it was passed on. @type {any} */
  let answer = null;
  let isTold = false;
  /** How far a training has come that goes on without the page. @type {import("../api/runs.js").Progress | null} */
  let afar = null;
  /** What is trained. @type {Record<string, unknown>} */
  let wanted = {};

  const play = el("button", { type: "button", class: "primary", "data-part": "play" }, "Train");
  const step = el("button", { type: "button", "data-part": "step" }, "One step");
  const cancel = el("button", { type: "button", "data-part": "cancel", hidden: true }, "Cancel");
  const more = el("button", { type: "button", "data-part": "more", hidden: true }, "Train on");
  const scrub = el("input", { type: "range", min: 0, max: 1, step: 1, value: 0, "aria-label": "Step shown", "data-part": "scrub" });
  const pace = el("select", { "aria-label": "Pace", "data-part": "pace" }, ...Object.keys(paces).map((name) => el("option", { selected: name === "Usual" }, name)));
  const counter = el("p", { class: "counter", "data-part": "counter" });
  const progress = el("progress", { max: 1, value: 0, "aria-label": "Steps computed" });
  const left = el("span", { "data-part": "left" });
  const spoken = el("p", { class: "hidden", role: "status", "data-part": "spoken" });
  const element = el("div", { class: "training-player", role: "group", "aria-label": "The training" },
    el("div", { class: "training-buttons" }, play, step, cancel, more, pace), el("div", { class: "training-course" }, scrub, progress), el("div", { class: "training-standing" }, counter, left), spoken);

  play.addEventListener("click", () => {
    if (playing) return pause();
    if (isPreview || (stream === null && !over)) return onPlay();
    if (shown >= frames.length - 1 && over) shown = 0;
    go();
  });
  step.addEventListener("click", () => {
    pause();
    if (isPreview) {
      onPlay();
      pause();
      wantedStep = 1;
    } else put(Math.floor(shown) + 1);
  });
  cancel.addEventListener("click", stop);
  more.addEventListener("click", onMore);
  scrub.addEventListener("input", () => {
    const to = Number(scrub.value); // pausing puts the slider where the picture stands
    pause();
    put(to);
  });

  /** Shows a frame; a place beyond the last is the last. @param {number} at */
  function put(at) {
    shown = Math.max(0, Math.min(at, frames.length - 1));
    const place = Math.floor(shown);
    if (place !== drawn && frames[place]) {
      drawn = place;
      onShow(frames[place], frames);
    }
    tell();
  }

  function tell() {
    const frame = frames[Math.floor(shown)];
    const atEnd = over && shown >= frames.length - 1;
    say(play, playing ? "Pause" : isPreview || frames.length === 0 ? "Train" : atEnd ? "Play again" : "Go on");
    cancel.hidden = stream === null || isPreview;
    say(cancel, afar?.isOwn === false ? "Stop waiting" : "Cancel");
    more.hidden = !atEnd || isPreview;
    set(step, { "aria-disabled": String(!isPreview && atEnd) });
    set(scrub, { max: Math.max(1, frames.length - 1), disabled: frames.length < 2 });
    if (document.activeElement !== scrub || scrub.value !== String(Math.floor(shown))) scrub.value = String(Math.floor(shown));
    if (frame) {
      const words = `Step ${frame.step}${total > 0 ? ` of ${total}` : ""}`;
      scrub.setAttribute("aria-valuetext", words);
      counter.replaceChildren(el("strong", {}, words), ` · ${standing(frame)}`);
    } else counter.replaceChildren();
    if (isTold !== (atEnd && answer !== null)) onEnd((isTold = !isTold) ? answer : null);
    const computed = frames.at(-1)?.step ?? 0;
    progress.hidden = stream === null || isPreview;
    progress.value = afar?.share ?? (total === 0 ? 0 : computed / total);
    say(left, stream === null || isPreview ? "" : afar !== null ? runSaid(afar) : timeLeft(computed, total, (performance.now() - began) / 1000));
  }

  function go() {
    playing = true;
    last = performance.now();
    requestAnimationFrame(tick);
    tell();
  }

  /** @param {number} now */
  function tick(now) {
    if (!playing) return;
    const speed = motionReduced() ? Infinity : paces[/** @type {keyof typeof paces} */ (pace.value)];
    const next = speed === Infinity ? frames.length - 1 : shown + (Math.max(0, now - last) / 1000) * speed;
    last = now;
    if (next >= frames.length - 1 && over) {
      shown = frames.length - 1;
      drawn = shown;
      pause();
      if (frames.length > 1) say(spoken, `Step ${frames[frames.length - 1].step}. ${standing(frames[frames.length - 1])}`);
      return;
    }
    put(next);
    requestAnimationFrame(tick);
  }

  function pause() {
    playing = false;
    const frame = frames[Math.floor(shown)];
    if (frame) onShow(frame, frames); // what was left out while it played
    tell();
  }

  /** Ends the stream at once; what was told of it stays. */
  function stop() {
    if (stream === null) return;
    stream.abort();
    say(spoken, afar?.isOwn === false ? "The training goes on without this page." : `Cancelled at step ${frames.at(-1)?.step ?? 0}.`);
    [stream, afar, over] = [null, null, true];
    onRun("");
    pause();
  }

  return {
    element,
    get isPlaying() {
      return playing;
    },
    /** Whether more than the start has been asked for. */
    get isBegun() {
      return !isPreview;
    },
    get frame() {
      return frames[Math.floor(shown)] ?? null;
    },
    stop,
    pause,
    /** Forgets everything: there is nothing to train. */
    clear() {
      stream?.abort();
      [frames, stream, shown, drawn, playing, over, isPreview] = [[], null, 0, -1, false, false, true];
      tell();
    },
    /**
     * Begins a training. @param {Record<string, unknown>} body the request @param {import("../api/train-calls.js").Sight} sight @param {object} how
     * @param {boolean} how.preview only its start is wanted @param {boolean} how.paused whether it waits to be played @param {number} [how.from] the step that is shown first
     * @param {string} [how.link] where it is found where it goes on without the page
     */
    begin(body, sight, { preview, paused, from = 0, link = "" }) {
      stream?.abort();
      const mine = new AbortController();
      [stream, frames, shown, drawn, over, isPreview, wantedStep] = [mine, [], 0, -1, false, preview, 0];
      [total, began, playing] = [preview ? 0 : Number(body.steps), performance.now(), false];
      onProblem(null);
      onEnd(null);
      [answer, isTold] = [null, false];
      [afar, wanted] = [null, calls.train(body, sight).body ?? {}];
      if (link !== "") {
        goOnAfar(mine, link);
        // What it began with is there at once.
        follow(calls.train({ ...body, steps: 0 }, sight), (event) => event.name !== "end" && take(event, mine, 0), mine.signal).catch((error) => failed(mine, error));
        return;
      }
      follow(calls.train(preview ? { ...body, steps: 0 } : body, sight), (event) => take(event, mine, from), mine.signal, (gone) => stream === mine && onProblem(gone ? unreachable : null)).then(
        () => finished(mine),
        (error) => failed(mine, error),
      );
      if (!preview && !paused) go();
      else tell();
    },
  };

  /** @param {import("../api/stream.js").StreamEvent} event @param {AbortController} mine @param {number} from */
  function take({ name, data }, mine, from) {
    if (stream !== mine) return;
    if (name === "start") onStart(data);
    else if (name === "step") {
      frames.push(...framesOf(data));
      if (shown === 0 && from > 0) shown = Math.max(0, frames.findIndex((frame) => frame.step >= from));
      if (wantedStep > 0 && frames.length > wantedStep) [shown, wantedStep] = [wantedStep, 0];
      put(playing && motionReduced() ? frames.length - 1 : shown);
      const seconds = (performance.now() - began) / 1000;
      if (!isPreview && afar === null && seconds > longAfter.told && secondsLeft(frames[frames.length - 1].step, total, seconds) > longAfter.left) becomeRun(mine);
    } else if (name === "end") onAnswer((answer = { ...data, said: ending(data) }));
  }

  /** A training that lasts becomes a run; what was told of it stays until then. @param {AbortController} told */
  function becomeRun(told) {
    const mine = new AbortController();
    stream = mine;
    told.abort();
    goOnAfar(mine, "");
  }

  /** Follows a training that goes on without the page, and shows it whole when it is over. @param {AbortController} mine @param {string} link */
  function goOnAfar(mine, link) {
    const onProgress = (/** @type {import("../api/runs.js").Progress} */ told) => {
      if (stream !== mine) return;
      afar = told;
      tell();
    };
    afar = { share: null, secondsLeft: null, state: "queued", isOwn: true };
    tell();
    run("train", wanted, link, { signal: mine.signal, onRun: (found) => stream === mine && onRun(found), onProgress }).then(
      (trained) => {
        if (stream !== mine) return;
        onStart(trained);
        const at = frames[Math.floor(shown)]?.step ?? 0;
        frames = framesOfAnswer(trained);
        [shown, drawn, afar] = [Math.max(0, frames.findIndex((frame) => frame.step >= at)), -1, null];
        onAnswer((answer = { ...trained, said: ending(trained) }));
        finished(mine);
        put(at === 0 ? frames.length - 1 : shown);
      },
      (error) => failed(mine, error),
    );
  }

  /** @param {AbortController} mine @param {unknown} error */
  function failed(mine, error) {
    if (mine.signal.aborted) return;
    afar = null;
    finished(mine);
    if (!(error instanceof ApiProblem)) throw error;
    onProblem(error);
  }

  /** @param {AbortController} mine */
  function finished(mine) {
    if (stream !== mine) return;
    stream = null;
    over = true;
    tell();
  }
}
