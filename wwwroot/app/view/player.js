// The buttons of a walk: back, next, play, and where it stands.
import { el, motionReduced, say, set } from "./elements.js";
import { createPlayback } from "./playback.js";

/** The time in which a step is read, in milliseconds. */
const pace = 2600;

/**
 * @param {object} options
 * @param {string} options.label what is walked through
 * @param {(at: number, moved: boolean) => void} options.onShow told the step to show, counted from 0; moved: whether by the reader or by playing
 * @param {(at: number) => string} options.words a step in words, spoken where the reader moved to it
 */
export function createPlayer({ label, onShow, words }) {
  const back = el("button", { type: "button" }, "Back");
  const next = el("button", { type: "button" }, "Next");
  const play = el("button", { type: "button" }, "Play");
  const counter = el("span", { class: "counter" });
  const spoken = el("p", { class: "hidden", role: "status" });
  const element = el("div", { class: "player", role: "group", hidden: true, "aria-label": label, title: "Use the arrow keys to step, Home and End to go to either end" }, back, next, play, counter, spoken);
  let count = 0;

  const playback = createPlayback({
    onShow(at, moved) {
      say(counter, `step ${at + 1} of ${count}`);
      set(back, { "aria-disabled": String(at === 0) });
      set(next, { "aria-disabled": String(at === count - 1) });
      say(spoken, moved ? `Step ${at + 1} of ${count}. ${words(at)}` : "");
      onShow(at, moved);
    },
    onPlaying: (playing) => say(play, playing ? "Pause" : "Play"),
    later(step) {
      const timer = setTimeout(step, pace);
      return () => clearTimeout(timer);
    },
  });

  back.addEventListener("click", () => playback.move(-1));
  next.addEventListener("click", () => playback.move(1));
  // Where motion is not wanted nothing moves by itself: the whole walk is shown at once.
  play.addEventListener("click", () => (motionReduced() ? playback.go(count - 1) : playback.toggle()));
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const act = { ArrowLeft: () => playback.move(-1), ArrowRight: () => playback.move(1), Home: () => playback.go(0), End: () => playback.go(count - 1) }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });

  return {
    element,
    /** @param {number} length @param {number} at */
    load(length, at) {
      count = length;
      element.hidden = length < 2;
      say(play, motionReduced() ? "Show all" : "Play");
      if (length > 0) playback.load(length, at);
    },
    stop: playback.stop,
    /** Plays from a step on; where motion is not wanted it goes to another at once. @param {number} from @param {number} to */
    playFrom(from, to) {
      playback.go(motionReduced() ? to : from);
      if (!motionReduced()) playback.toggle();
    },
  };
}
