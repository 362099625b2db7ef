// When the colours of the page change, whoever draws on a canvas has to draw again.

/** @type {Set<() => void>} */
const listeners = new Set();
let watches = false;

/** @param {() => void} listener told when the page turns light or dark */
export function onTheme(listener) {
  listeners.add(listener);
  if (watches) return;
  watches = true;
  const tell = () => listeners.forEach((each) => each());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);
  new MutationObserver(tell).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
}
