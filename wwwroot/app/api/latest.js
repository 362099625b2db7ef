// Order among answers: late ones never overwrite newer ones, and edits wait for a pause.

/**
 * Keeps only the newest of several runs: a new run aborts the one under way, and what an older run brings is dropped.
 *
 * @param {object} [options]
 * @param {(busy: boolean) => void} [options.onSlow] told when a run has lasted longer than `slowAfter`, and when that is over
 * @param {number} [options.slowAfter] milliseconds, 400 by default
 */
export function createLatest({ onSlow = () => {}, slowAfter = 400 } = {}) {
  /** @type {AbortController | null} */
  let current = null;
  return {
    /**
     * @template T
     * @param {(signal: AbortSignal) => Promise<T>} work
     * @param {(result: T) => void} onResult
     * @param {(error: unknown) => void} onError not called for a run that was superseded or cancelled
     */
    async run(work, onResult, onError) {
      current?.abort();
      const mine = new AbortController();
      current = mine;
      const timer = setTimeout(() => onSlow(true), slowAfter);
      /** @type {() => void} */
      let tell;
      try {
        const result = await work(mine.signal);
        tell = () => onResult(result);
      } catch (error) {
        tell = () => onError(error);
      }
      clearTimeout(timer);
      if (current === mine) {
        current = null;
        onSlow(false);
      }
      if (!mine.signal.aborted) tell();
    },
    /** Ends what is under way; nothing of it will be shown. */
    cancel() {
      current?.abort();
    },
  };
}

/** @typedef {ReturnType<typeof createLatest>} Latest */

/**
 * Calls `action` once its calls have paused for `pause` milliseconds.
 * @template {unknown[]} A
 * @param {number} pause
 * @param {(...input: A) => void} action
 */
export function debounce(pause, action) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (/** @type {A} */ ...input) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...input), pause);
  };
}

/**
 * Follows something that moves: one request at a time, always for the newest input, so that answers arrive in order and
 * keep coming while a finger is still dragging. Rounds begin at least `apart` milliseconds after one another, which keeps a drag well
 * within what the service grants one address.
 *
 * @template I, T
 * @param {(input: I, signal: AbortSignal) => Promise<T>} work
 * @param {(result: T, input: I) => void} onResult
 * @param {(error: unknown, input: I) => void} onError
 * @param {number} [apart] 40 by default
 * @param {object} [options]
 * @param {(late: boolean) => void} [options.onLate] told when what is shown has been of before for longer than `lateAfter`, and when that is over
 * @param {number} [options.lateAfter] milliseconds, 400 by default
 */
export function createFollower(work, onResult, onError, apart = 40, { onLate = () => {}, lateAfter = 400 } = {}) {
  /** @type {{ input: I } | null} */
  let waiting = null;
  /** @type {AbortController | null} */
  let current = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isLate = false;

  function expect() {
    timer ??= setTimeout(() => onLate((isLate = true)), lateAfter);
  }

  function arrived() {
    clearTimeout(timer);
    timer = undefined;
    if (isLate) onLate((isLate = false));
  }

  /** Asks until nothing waits. */
  async function go() {
    try {
      while (waiting !== null) await round(waiting.input);
    } finally {
      current = null;
    }
  }

  /** @param {I} input */
  async function round(input) {
    waiting = null;
    const mine = new AbortController();
    current = mine;
    const rest = new Promise((done) => setTimeout(done, apart));
    /** @type {() => void} */
    let tell;
    try {
      const result = await work(input, mine.signal);
      tell = () => onResult(result, input);
    } catch (error) {
      tell = () => onError(error, input);
    }
    if (!mine.signal.aborted) {
      arrived();
      if (waiting !== null) expect();
      tell();
    }
    await rest;
  }

  return {
    /** @param {I} input */
    follow(input) {
      waiting = { input };
      expect();
      if (current === null) void go();
    },
    /** Forgets what is under way and what waits. */
    stop() {
      waiting = null;
      current?.abort();
      arrived();
    },
  };
}
