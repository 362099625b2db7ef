// Work in slices, between which the page answers whoever uses it.

/** Milliseconds after which a slice ends. */
const longest = 8;

/**
 * All that is made, one after the other.
 * @template T
 * @param {Iterable<T>} made is made piece by piece, when it is asked for @param {AbortSignal} signal
 * @returns {Promise<T[]>}
 */
export async function inSlices(made, signal) {
  const all = [];
  let begun = performance.now();
  for (const each of made) {
    all.push(each);
    if (performance.now() - begun < longest) continue;
    await new Promise((go) => setTimeout(go));
    signal.throwIfAborted();
    begun = performance.now();
  }
  return all;
}
