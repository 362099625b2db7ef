// Says which of the two points lie beyond the picture, and brings them into it.
import { drawable } from "../math/windows.js";
import { windowAround } from "../math/moves.js";
import { el } from "../view/elements.js";

/** @typedef {import("../state.js").Interval} Interval */

/** @param {HTMLElement} host @param {import("../state.js").Store} store @returns {(window: Interval) => void} to be told of the part of the axis that is shown */
export function mountBeyond(host, store) {
  const words = el("span", {});
  host.append(words, " ", el("button", { class: "quiet", type: "button", onclick: () => store.set({ x: windowAround(store.state.points), y: null }) }, "Show the points"));
  return ([low, high]) => {
    const names = store.state.points.flatMap((x, which) => (x < low || x > high ? ["PQ"[which]] : []));
    host.hidden = names.length === 0 || !drawable(windowAround(store.state.points));
    if (names.length > 0) words.textContent = names.length === 1 ? `${names[0]} is beyond the picture.` : "P and Q are beyond the picture.";
  };
}
