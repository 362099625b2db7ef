// Work that lasts is shown, and can be ended.
import { el } from "./elements.js";

/**
 * @param {HTMLElement} host a line that is always there, so that nothing moves
 * @param {string} what what is being done, in words
 * @param {() => void} onCancel
 */
export function createBusy(host, what, onCancel) {
  const sign = [
    el("span", { role: "status" }, what),
    el("span", { class: "turning", "aria-hidden": "true" }),
    el("button", { type: "button", onclick: onCancel }, "Cancel"),
  ];
  return (/** @type {boolean} */ busy) => {
    host.replaceChildren(...(busy ? sign : []));
    host.closest(".panel")?.classList.toggle("slow", busy); // what is shown is of before
  };
}

/** Fades a panel while its answers are late; it can still be used. @param {HTMLElement} inside */
export const fading = (inside) => (/** @type {boolean} */ late) => inside.closest(".panel")?.classList.toggle("late", late);
