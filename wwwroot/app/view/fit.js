// What is too wide is written smaller, down to a size that can still be read; what is wider still scrolls.
import { scrolls } from "./scrolling.js";

const smallest = 0.6;

/** @param {HTMLElement} element whose text shall fit into its width @returns {() => void} fits again what has changed */
export function fitting(element) {
  scrolls(element);
  function fit() {
    element.style.fontSize = "";
    const wide = element.scrollWidth / Math.max(1, element.clientWidth);
    if (wide > 1.001) element.style.fontSize = `${Math.max(smallest, 1 / wide) * parseFloat(getComputedStyle(element).fontSize)}px`;
  }
  let width = 0;
  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    fit();
  }).observe(element);
  return fit;
}
