// Steps back and forward: each deliberate change is an entry of the browser's own history, with an address that restores it.
import { linkOf, stateOfLink } from "../link.js";

/** @typedef {import("../state.js").State} State */

/** A change that goes on, such as a drag or typing, is one step once it has paused for so long, in milliseconds. */
const pause = 700;

/** What the page begins with: what this entry of the history held, or what the address says. @returns {Promise<{ state: State, said: string }>} */
export async function beginning() {
  const kept = history.state?.state;
  if (kept && history.state.fragment === location.hash.replace(/^#/, "")) return { state: kept, said: "" };
  return stateOfLink(location.hash);
}

/**
 * @param {import("../state.js").Store} store
 * @param {object} options
 * @param {(words: string) => void} options.onSaid told what a person has to know of a link
 * @param {() => void} options.onMove told when steps were taken
 */
export function mountHistory(store, { onSaid, onMove }) {
  let at = Number(history.state?.at ?? 0);
  let newest = at;
  /** The state of the entry that is shown. */
  let entered = store.state;
  let seen = store.state;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let restoredAt = -Infinity;
  let queue = Promise.resolve();

  const same = (/** @type {State} */ one, /** @type {State} */ other) => JSON.stringify(one) === JSON.stringify(other);

  /** @param {"pushState" | "replaceState"} how @param {State} state @param {string} fragment */
  function write(how, state, fragment) {
    try {
      history[how]({ at, state, fragment }, "", `#${fragment}`);
    } catch {
      history[how]({ at, fragment }, "", `#${fragment}`); // more than a browser keeps with an entry
    }
  }

  /** @param {State} state */
  const enter = (state) => (queue = queue.then(async () => {
    if (same(state, entered) || state.function.trim() === "") return; // nothing is typed yet: on the way to another function
    const { fragment } = await linkOf(state);
    const isEcho = performance.now() - restoredAt < pause; // what panels change as they show a state again is no step of its own
    if (!isEcho) newest = ++at;
    entered = state;
    write(isEcho ? "replaceState" : "pushState", state, fragment);
    onMove();
  }));

  /** Enters what was changed so far. */
  function flush() {
    clearTimeout(timer);
    timer = undefined;
    return enter(store.state);
  }

  store.subscribe((state, changed) => {
    if (changed.has("chapter") || changed.has("sheet") || changed.size > 3) {
      if (timer !== undefined) enter(seen); // what came before is a step of its own
      seen = state;
      void flush();
      return;
    }
    seen = state;
    clearTimeout(timer);
    timer = setTimeout(flush, pause);
  });

  addEventListener("popstate", async (event) => {
    clearTimeout(timer);
    timer = undefined;
    if (event.state === null && !location.hash.includes("v=")) return write("replaceState", entered, (await linkOf(entered)).fragment); // a place within the page
    const known = event.state?.state ? { state: event.state.state, said: "" } : await stateOfLink(location.hash);
    if (event.state === null) newest = ++at;
    else at = event.state.at;
    entered = seen = known.state;
    restoredAt = performance.now();
    if (event.state === null) write("replaceState", entered, location.hash.replace(/^#/, ""));
    store.set(known.state);
    onSaid(known.said);
    onMove();
  });

  history.replaceState({ at, state: entered, fragment: location.hash.replace(/^#/, "") }, "");

  const steps = {
    get canUndo() {
      return at > 0;
    },
    get canRedo() {
      return at < newest;
    },
    async undo() {
      await flush();
      if (at > 0) history.back();
    },
    async redo() {
      await flush();
      if (at < newest) history.forward();
    },
    flush,
  };
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const back = key === "z" && !event.shiftKey;
    if (!back && key !== "y" && key !== "z") return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.id !== "definition") return; // a field of its own has an undo of its own
    event.preventDefault();
    void (back ? steps.undo() : steps.redo());
  });
  return steps;
}
