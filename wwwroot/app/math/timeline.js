// The time of a race: steps as they pass, played, halted, or moved by hand.

/** Seconds that a whole race takes at the usual pace, and the fewest steps that pass in one. */
const [whole, fewest] = [7, 6];

/** @param {number} last the last step @param {number} pace 1 is the usual one */
export const stepsPerSecond = (last, pace) => Math.max(last / whole, Math.min(fewest, last)) * pace;

/**
 * @param {object} options
 * @param {(time: number, moved: boolean) => void} options.onTime told each time that is to be shown, a number of steps with fractions
 * @param {(playing: boolean) => void} options.onPlaying
 * @param {(tick: (now: number) => void) => (() => void)} options.nextFrame calls `tick` with the time in milliseconds; the function returned calls that off
 */
export function createClock({ onTime, onPlaying, nextFrame }) {
  let [last, time, pace] = [0, 0, 1];
  /** @type {number | null} */
  let before = null;
  /** @type {(() => void) | null} */
  let callOff = null;

  function stop() {
    if (callOff === null) return;
    callOff();
    callOff = null;
    before = null;
    onPlaying(false);
  }

  /** @param {number} now */
  function tick(now) {
    // A page that was out of sight goes on where it was.
    const passed = before === null ? 0 : Math.min(now - before, 100) / 1000;
    before = now;
    time = Math.min(last, time + passed * stepsPerSecond(last, pace));
    onTime(time, true);
    if (time < last) callOff = nextFrame(tick);
    else stop();
  }

  function play() {
    if (callOff !== null || last === 0) return;
    if (time >= last) time = 0;
    onPlaying(true);
    callOff = nextFrame(tick);
  }

  return {
    get time() {
      return time;
    },
    /** Another race of so many steps. Who stood at the end stands at its end; a time beyond the end comes back to it. @param {number} steps */
    load(steps) {
      const atEnd = time >= last;
      last = steps;
      time = atEnd && callOff === null ? last : Math.min(time, last);
      onTime(time, false);
    },
    /** To a time; what plays stops. @param {number} to */
    go(to) {
      stop();
      time = Math.min(last, Math.max(0, to));
      onTime(time, true);
    },
    /** From the start. */
    restart() {
      stop();
      time = 0;
      play();
    },
    toggle: () => (callOff === null ? play() : stop()),
    /** @param {number} next */
    setPace(next) {
      pace = next;
    },
    stop,
  };
}
