// Where a walk stands: one step at a time, forwards and backwards, or by itself at a reader's pace.

/**
 * @param {object} options
 * @param {(at: number, moved: boolean) => void} options.onShow told the step to show, counted from 0; moved: since it was last told
 * @param {(playing: boolean) => void} options.onPlaying
 * @param {(step: () => void) => (() => void)} options.later calls `step` after the time a step is read in; the function returned calls that off
 */
export function createPlayback({ onShow, onPlaying, later }) {
  let count = 0;
  let at = 0;
  /** @type {(() => void) | null} */
  let callOff = null;

  function stop() {
    if (callOff === null) return;
    callOff();
    callOff = null;
    onPlaying(false);
  }

  /** @param {number} to */
  function show(to) {
    if (count === 0) return;
    const next = Math.min(Math.max(0, to), count - 1);
    const moved = next !== at;
    at = next;
    onShow(at, moved);
  }

  function tick() {
    show(at + 1);
    if (at < count - 1) callOff = later(tick);
    else stop();
  }

  return {
    /** Takes up another walk, at one of its steps. @param {number} length at least 1 @param {number} start */
    load(length, start) {
      stop();
      count = length;
      at = Math.min(Math.max(0, start), length - 1);
      onShow(at, false);
    },
    /** To a step; what plays stops. @param {number} to */
    go(to) {
      stop();
      show(to);
    },
    /** By so many steps; what plays stops. @param {number} steps */
    move(steps) {
      stop();
      show(at + steps);
    },
    /** Starts to play, from the beginning where it stands at the end, or stops. */
    toggle() {
      if (callOff !== null) return stop();
      if (count < 2) return;
      onPlaying(true);
      if (at === count - 1) show(0);
      callOff = later(tick);
    },
    stop,
  };
}
