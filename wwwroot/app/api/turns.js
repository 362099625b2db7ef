// Taking turns: no more than a few at once, the rest in the order they came.

/**
 * @param {number} most how many may be under way at once
 * @returns {<T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>} runs the work when its turn comes; work called off while
 * it waits never begins
 */
export function createTurns(most) {
  let free = most;
  /** @type {(() => void)[]} */
  const waiting = [];

  /** @param {AbortSignal} [signal] @returns {Promise<void>} */
  const turn = (signal) =>
    new Promise((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(begin), 1);
        reject(/** @type {AbortSignal} */ (signal).reason);
      };
      const begin = () => {
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      signal?.addEventListener("abort", leave, { once: true });
      waiting.push(begin);
    });

  return async (work, signal) => {
    signal?.throwIfAborted();
    if (free > 0) free--;
    else await turn(signal);
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
