// Wires the page: one store, the panels, and the address.
import { debounce } from "./api/latest.js";
import { mountConstant } from "./panels/evaluate.js";
import { mountChainRule } from "./panels/chain-rule.js";
import { mountDataset } from "./panels/dataset.js";
import { mountDerivative } from "./panels/derivative.js";
import { mountDescent } from "./panels/descent.js";
import { mountExamples } from "./panels/examples.js";
import { mountGradient } from "./panels/gradient.js";
import { mountGradientCheck } from "./panels/gradient-check.js";
import { mountGraph } from "./panels/graph.js";
import { mountModel } from "./panels/model.js";
import { mountParse } from "./panels/parse.js";
import { mountRequest } from "./panels/request.js";
import { createStore, fromFragment, place, toFragment } from "./state.js";

const panel = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.querySelector(`[data-panel="${name}"]`));
const store = createStore(fromFragment(location.hash));
const showRequest = mountRequest(/** @type {HTMLDialogElement} */ (document.querySelector("dialog.request")));

const constant = mountConstant(panel("constant"), { showRequest });
const derivative = mountDerivative(panel("derivative"), { store, showRequest });
const chain = mountChainRule(panel("chain-rule"), { store, showRequest });
const gradient = mountGradient(panel("gradient"), { store, showRequest });
const descent = mountDescent(panel("descent"), { store, showRequest, landscape: gradient.landscape, plots: panel("gradient") });
/** Where numbers are asked for: values that were given, else the usual places. @param {import("./api/calls.js").Reading} reading */
const pointOf = ({ variables, values = {} }) =>
  variables.length === 1 && !(variables[0] in values) ? { [variables[0]]: store.state.points[0] } : { ...place(variables, store.state.at), ...values };
const model = mountModel(panel("model"), { store, pointOf, showRequest });
const graph = mountGraph(panel("graph"), { store, pointOf, showRequest });
const check = mountGradientCheck(panel("gradient-check"), { store, pointOf, showRequest });

mountParse(panel("parse"), {
  store,
  onReading(reading) {
    for (const name of ["derivative", "chain-rule", "gradient", "gradient-check", "model", "graph", "constant"]) panel(name).classList.toggle("stale", reading === null);
    if (reading === null) return;
    // Curves and landscapes are drawn over numbers; vectors and matrices have formulas of their own.
    const hasArrays = Object.keys(reading.values ?? {}).length > 0;
    const ofData = Object.values(reading.data).some((value) => typeof value !== "number");
    const numbers = hasArrays ? null : reading;
    const { length } = reading.variables;
    constant.show(length === 0 ? numbers : null);
    derivative.show(length === 1 ? numbers : null);
    chain.show(length === 1 && !ofData ? numbers : null);
    gradient.show(length > 1 ? numbers : null);
    descent.show(length === 2 ? numbers : null);
    model.show(hasArrays || (ofData && length > 0) ? reading : null);
    graph.show(reading);
    check.show(reading);
  },
});
mountDataset(panel("parse"), store);
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
