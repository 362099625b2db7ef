// A derivation that is walked through: its lines, and the buttons that step along them.
import { relationOf } from "../math/relations.js";
import { el } from "./elements.js";
import { derivation } from "./derivation.js";
import { createPlayer } from "./player.js";

/** @typedef {import("./derivation.js").Step} Step */

/**
 * @param {object} options
 * @param {string} options.label what is walked through
 * @param {"first" | "last"} options.from the step that is shown before anyone moves; lines after it keep their room and are not shown
 * @param {(at: number) => void} [options.onShow] told the step shown, counted from 0
 */
export function createWalk({ label, from, onShow = () => {} }) {
  /** @type {readonly Step[]} */
  let steps = [];
  const lines = el("div", { class: "lines" });
  const player = createPlayer({
    label,
    words: (at) => `${steps[at].title}. ${steps[at].explanation} ${relationOf(steps[at].rule).words} ${steps[at].after.text}`,
    onShow(at, moved) {
      const items = /** @type {HTMLElement[]} */ ([...(lines.firstElementChild?.children ?? [])]);
      items.forEach((item, i) => {
        item.classList.toggle("ahead", i > at);
        item.classList.toggle("current", i === at && moved);
      });
      if (moved) items[at]?.scrollIntoView({ block: "nearest" });
      onShow(at);
    },
  });
  return {
    element: el("div", { class: "walk" }, player.element, lines),
    /** @param {readonly Step[]} next */
    show(next) {
      const same = JSON.stringify(next) === JSON.stringify(steps);
      if (same && lines.childElementCount > 0) return; // another point, the same lines: the reader stays where they are
      steps = next;
      lines.replaceChildren(derivation(steps));
      player.load(steps.length, from === "first" ? 0 : steps.length - 1);
    },
    stop: player.stop,
  };
}
