// Wires the page: one store, the panels, and the address.
import { debounce } from "./api/latest.js";
import { mountConstant } from "./panels/evaluate.js";
import { mountChainRule } from "./panels/chain-rule.js";
import { mountDerivative } from "./panels/derivative.js";
import { mountDescent } from "./panels/descent.js";
import { mountExamples } from "./panels/examples.js";
import { mountGradient } from "./panels/gradient.js";
import { mountGradientCheck } from "./panels/gradient-check.js";
import { mountParse } from "./panels/parse.js";
import { mountRequest } from "./panels/request.js";
import { createStore, fromFragment, toFragment } from "./state.js";

const panel = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.querySelector(`[data-panel="${name}"]`));
const store = createStore(fromFragment(location.hash));
const showRequest = mountRequest(/** @type {HTMLDialogElement} */ (document.querySelector("dialog.request")));

const constant = mountConstant(panel("constant"), { showRequest });
const derivative = mountDerivative(panel("derivative"), { store, showRequest });
const chain = mountChainRule(panel("chain-rule"), { store, showRequest });
const gradient = mountGradient(panel("gradient"), { store, showRequest });
const descent = mountDescent(panel("descent"), { store, showRequest, landscape: gradient.landscape, plots: panel("gradient") });
const check = mountGradientCheck(panel("gradient-check"), { store, showRequest });

mountParse(panel("parse"), {
  store,
  onReading(reading) {
    for (const name of ["derivative", "chain-rule", "gradient", "gradient-check", "constant"]) panel(name).classList.toggle("stale", reading === null);
    if (reading === null) return;
    const { length } = reading.variables;
    constant.show(length === 0 ? reading : null);
    derivative.show(length === 1 ? reading : null);
    chain.show(length === 1 ? reading : null);
    gradient.show(length > 1 ? reading : null);
    descent.show(length === 2 ? reading : null);
    check.show(reading);
  },
});
mountExamples(/** @type {HTMLElement} */ (document.querySelector("[data-part=gallery]")), store);

// Browsers allow about three changes of the address a second.
store.subscribe(debounce(350, () => history.replaceState(null, "", `#${toFragment(store.state)}`)));
addEventListener("hashchange", () => store.set(fromFragment(location.hash)));

const share = /** @type {HTMLButtonElement} */ (document.querySelector("[data-part=share]"));
share.addEventListener("click", async () => {
  history.replaceState(null, "", `#${toFragment(store.state)}`);
  try {
    await navigator.clipboard.writeText(location.href);
    share.textContent = "Copied";
  } catch {
    share.textContent = "In the address"; // the clipboard is closed; the address bar has the same link
  }
  setTimeout(() => (share.textContent = "Copy link"), 1600);
});
