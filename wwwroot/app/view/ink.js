// When the colours of the page change, or it is printed, whoever draws has to draw again.

/** @type {Set<() => void>} */
const listeners = new Set();
/** @type {Set<(share: number, isPaper: boolean) => void>} */
const painters = new Set();
let watches = false;

/** As wide is what is printed on a sheet, in pixels of the screen. */
const sheet = 660;

function watch() {
  if (watches) return;
  watches = true;
  const tell = () => listeners.forEach((each) => each());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);
  new MutationObserver(tell).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  // A sheet is light whatever the theme, and there is no time for a frame before it is printed.
  for (const [event, isPaper] of /** @type {const} */ ([["beforeprint", true], ["afterprint", false]]))
    addEventListener(event, () => {
      document.documentElement.toggleAttribute("data-paper", isPaper);
      tell();
      painters.forEach((each) => each(isPaper ? Math.min(1, sheet / document.body.clientWidth) : 1, isPaper));
    });
}

/** @param {() => void} listener told when the page turns light or dark */
export function onTheme(listener) {
  listeners.add(listener);
  watch();
}

/** @param {(share: number, isPaper: boolean) => void} painter told to draw at once, in so large a share of its size on the screen: for paper, and afterwards as before */
export function onPaper(painter) {
  painters.add(painter);
  watch();
}
