// The time line of a race: play and pause, one step back and on, a slider, and the pace.
import { createClock } from "../math/timeline.js";
import { el, motionReduced, say, set } from "./elements.js";

let lines = 0;

const paces = /** @type {const} */ ([["¼ of the pace", 0.25], ["Usual pace", 1], ["4 times the pace", 4]]);

/**
 * @param {object} options
 * @param {string} options.label what is played
 * @param {(time: number) => void} options.onTime told the time to show
 * @param {(step: number) => string} options.words where the runners are at a step, spoken where it was moved by hand
 */
export function createTimeline({ label, onTime, words }) {
  const id = `timeline-${++lines}`;
  const play = el("button", { type: "button", "data-part": "play" }, "Play");
  const back = el("button", { type: "button", "data-part": "back", "aria-label": "One step back" }, "‹");
  const on = el("button", { type: "button", "data-part": "on", "aria-label": "One step on" }, "›");
  const slider = el("input", { id, type: "range", min: 0, max: 0, step: 1, "data-part": "time", "aria-label": "Step of the race" });
  const counter = el("output", { for: id, class: "counter" });
  const pace = el("select", { "aria-label": "Pace", "data-part": "pace" }, ...paces.map(([name, factor]) => el("option", { value: factor, selected: factor === 1 }, name)));
  const element = el("div", { class: "timeline", role: "group", "aria-label": label, hidden: true }, play, back, on, slider, counter, pace);
  let last = 0;

  const clock = createClock({
    onTime(time) {
      const step = Math.floor(time);
      if (Number(slider.value) !== step) slider.value = String(step);
      say(counter, `step ${step} of ${last}`);
      onTime(time);
    },
    onPlaying: (playing) => {
      say(play, playing ? "Pause" : "Play");
      if (!playing) tell();
    },
    nextFrame(tick) {
      const frame = requestAnimationFrame(tick);
      return () => cancelAnimationFrame(frame);
    },
  });
  const tell = () => set(slider, { "aria-valuetext": `step ${Math.floor(clock.time)} of ${last}. ${words(Math.floor(clock.time))}` });
  const go = (/** @type {number} */ time) => {
    clock.go(time);
    tell();
  };

  play.addEventListener("click", () => clock.toggle());
  back.addEventListener("click", () => go(Math.ceil(clock.time) - 1));
  on.addEventListener("click", () => go(Math.floor(clock.time) + 1));
  slider.addEventListener("input", () => go(Number(slider.value)));
  pace.addEventListener("change", () => clock.setPace(Number(pace.value)));
  element.addEventListener("keydown", (event) => {
    if (event.key !== " " || event.target !== slider) return;
    event.preventDefault();
    clock.toggle();
  });

  return {
    element,
    /** Another race. @param {number} steps its last step @param {boolean} fresh whether it starts anew, and is played where motion is wanted */
    load(steps, fresh) {
      last = steps;
      element.hidden = steps === 0;
      set(slider, { max: steps });
      clock.load(steps);
      if (fresh && motionReduced()) clock.go(steps);
      else if (fresh) clock.restart();
      tell();
    },
    stop: clock.stop,
  };
}
