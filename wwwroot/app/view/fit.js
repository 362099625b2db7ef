// What is too wide is written smaller, down to a size that can still be read; what is wider still scrolls.
import { scrolls } from "./scrolling.js";
import { typeset, typesetting } from "./typeset.js";

const smallest = 0.55;

/** Not everything shrinks as letters do, so what was measured is measured again. */
const rounds = 3;

/** @param {HTMLElement} element whose text shall fit into its width @returns {() => void} fits again what has changed */
export function fitting(element) {
  scrolls(element);
  function fit() {
    element.style.fontSize = "";
    const full = parseFloat(getComputedStyle(element).fontSize);
    for (let [round, size] = [0, 1]; round < rounds && size > smallest; round++) {
      const wide = element.scrollWidth / Math.max(1, element.clientWidth);
      if (wide <= 1.001) return;
      size = Math.max(smallest, size / wide - 0.005);
      element.style.fontSize = `${size * full}px`;
    }
  }
  let width = 0;
  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    fit();
  }).observe(element);
  return fit;
}

/** A formula of full size, smaller where it would not fit. @param {HTMLElement} element made for it @param {string} latex */
export function typesetToFit(element, latex) {
  const fit = fitting(element);
  typeset(element, latex, { display: true });
  void typesetting().then(fit, () => {}); // who loads panels waits for the service, and asks again
}
