// The time in which the service can't be reached: it is asked again and again whether it is back, and then everything goes on.

/**
 * @param {object} options
 * @param {() => Promise<boolean>} options.isBack asks whether the service answers
 * @param {(milliseconds: number) => Promise<void>} [options.rest]
 */
export function createOutage({ isBack, rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)) }) {
  /** @type {Set<(out: boolean) => void>} */
  const listeners = new Set();
  /** @type {Promise<void> | null} */
  let waiting = null;

  async function wait() {
    for (const listener of listeners) listener(true);
    for (let pause = 500; ; pause = Math.min(5000, pause * 1.5)) {
      await rest(pause);
      if (await isBack()) break;
    }
    waiting = null;
    for (const listener of listeners) listener(false);
  }

  return {
    /** Resolves when the service is back. @param {AbortSignal} [signal] of a question that may be called off meanwhile @returns {Promise<void>} */
    over(signal) {
      waiting ??= wait();
      if (!signal) return waiting;
      const end = waiting;
      return new Promise((resolve, reject) => {
        const leave = () => reject(signal.reason);
        if (signal.aborted) return leave();
        signal.addEventListener("abort", leave, { once: true });
        void end.then(() => {
          signal.removeEventListener("abort", leave);
          resolve();
        });
      });
    },
    /** @param {(out: boolean) => void} listener told when the service is gone, and when it is back */
    subscribe(listener) {
      listeners.add(listener);
    },
  };
}
