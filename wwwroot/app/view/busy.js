// Work that lasts is shown, and can be ended.
import { el, say } from "./elements.js";

/**
 * @param {HTMLElement} host a line that is always there, so that nothing moves
 * @param {string} what what is being done, in words
 * @param {() => void} onCancel
 */
export function createBusy(host, what, onCancel) {
  const words = el("span", { role: "status" }, what);
  const bar = el("progress", { max: 1, value: 0, "aria-label": "Part that is done", hidden: true });
  const left = el("span", { "data-part": "left" });
  const cancel = el("button", { type: "button", onclick: onCancel }, "Cancel");
  const sign = [
    words,
    bar,
    left,
    el("span", { class: "turning", "aria-hidden": "true" }),
    cancel,
  ];
  return Object.assign((/** @type {boolean} */ busy) => {
    host.replaceChildren(...(busy ? sign : []));
    host.closest(".panel")?.classList.toggle("slow", busy); // what is shown is of before
    if (busy) return;
    bar.hidden = true;
    say(left, "");
    say(cancel, "Cancel");
  }, {
    /** How far it has come, where that is known. @param {number | null} share @param {string} more in words @param {boolean} isOwn whether it ends for everybody who waits for it */
    tell(share, more, isOwn) {
      say(cancel, isOwn ? "Cancel" : "Stop waiting");
      bar.hidden = share === null;
      bar.value = share ?? 0;
      say(left, more);
    },
  });
}

/** Fades a panel while its answers are late; it can still be used. @param {HTMLElement} inside */
export const fading = (inside) => (/** @type {boolean} */ late) => inside.closest(".panel")?.classList.toggle("late", late);
