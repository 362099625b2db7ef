// Runs before the first paint, so that a chosen theme never flashes, and what the page opens with has its place at once. A plain script: a module would run after it.
(() => {
  const choices = ["system", "light", "dark"];
  const key = "theme";

  const chosen = () => {
    try {
      const stored = localStorage.getItem(key);
      return stored !== null && choices.includes(stored) ? stored : choices[0];
    } catch {
      return choices[0]; // storage is closed to this page: the system's theme it is
    }
  };

  const apply = (/** @type {string} */ theme) => {
    if (theme === choices[0]) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };

  // No link, and nothing to come back to: the page opens with its first function and the slope of it.
  if (!location.hash.includes("=") && history.state === null) document.documentElement.dataset.fresh = "";

  let theme = chosen();
  apply(theme);
  addEventListener("DOMContentLoaded", () => {
    const button = /** @type {HTMLButtonElement} */ (document.querySelector("[data-part=theme]"));
    const label = () => (button.textContent = `Theme: ${theme}`);
    label();
    button.addEventListener("click", () => {
      theme = choices[(choices.indexOf(theme) + 1) % choices.length];
      apply(theme);
      label();
      try {
        localStorage.setItem(key, theme);
      } catch {
        return; // it holds for this visit alone
      }
    });
  });
})();
