// What is too wide scrolls within itself, and is then reached by the keyboard; what fits is no stop for the tab key.
import { set } from "./elements.js";

const watched = new ResizeObserver((entries) => {
  for (const { target } of entries) set(target, { tabindex: target.scrollWidth > target.clientWidth ? 0 : null });
});

/** @template {Element} E @param {E} element whose overflow scrolls @returns {E} the same */
export function scrolls(element) {
  watched.observe(element);
  return element;
}
