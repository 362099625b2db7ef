// Wires the page: one store, the panels, and the address.
import { debounce } from "./api/latest.js";
import { hasVariables, isCheckable, isComposition, isConstant, isCourse, isCurve, isLandscape, isModel, isOfSeveral } from "./math/shown.js";
import { mountChainRule } from "./panels/chain-rule.js";
import { mountDataset } from "./panels/dataset.js";
import { mountDerivative } from "./panels/derivative.js";
import { mountDescent } from "./panels/descent.js";
import { mountConstant } from "./panels/evaluate.js";
import { mountExamples } from "./panels/examples.js";
import { mountGradientCheck } from "./panels/gradient-check.js";
import { mountGradient } from "./panels/gradient.js";
import { mountGraph } from "./panels/graph.js";
import { mountModel } from "./panels/model.js";
import { mountParse } from "./panels/parse.js";
import { mountRequest } from "./panels/request.js";
import { createStore, fromFragment, pointOf, toFragment } from "./state.js";

/** @typedef {import("./api/calls.js").Reading} Reading */

const rootOf = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.querySelector(`[data-panel="${name}"]`));
const store = createStore(fromFragment(location.hash));
const showRequest = mountRequest(/** @type {HTMLDialogElement} */ (document.querySelector("dialog.request")));
const shared = { store, showRequest, pointOf: (/** @type {Reading} */ reading) => pointOf(reading, store.state) };

/**
 * @typedef {object} Entry a panel of the page
 * @property {string} name the word in the markup
 * @property {(root: HTMLElement, mounted: Record<string, any>) => { show: (reading: Reading | null) => void }} mount what it is mounted
 *   with; the panels before it in the list are mounted already
 * @property {(reading: Reading) => boolean} shows whether it has something to show for a reading
 */

/** The panels, in the order in which they are told of a reading. @type {Entry[]} */
const panels = [
  { name: "constant", mount: (root) => mountConstant(root, shared), shows: isConstant },
  { name: "derivative", mount: (root) => mountDerivative(root, shared), shows: isCurve },
  { name: "chain-rule", mount: (root) => mountChainRule(root, shared), shows: isComposition },
  { name: "gradient", mount: (root) => mountGradient(root, shared), shows: isOfSeveral },
  { name: "descent", mount: (root, { gradient }) => mountDescent(root, { ...shared, landscape: gradient.landscape, plots: rootOf("gradient") }), shows: isLandscape },
  { name: "descent-course", mount: (root) => mountDescent(root, { ...shared, landscape: null, plots: root }), shows: isCourse },
  { name: "model", mount: (root) => mountModel(root, shared), shows: isModel },
  { name: "graph", mount: (root) => mountGraph(root, shared), shows: hasVariables },
  { name: "gradient-check", mount: (root) => mountGradientCheck(root, shared), shows: isCheckable },
];

/** @type {Record<string, ReturnType<Entry["mount"]>>} */
const mounted = {};
for (const { name, mount } of panels) mounted[name] = mount(rootOf(name), mounted);

mountParse(rootOf("parse"), {
  store,
  onReading(reading) {
    for (const { name } of panels) rootOf(name).classList.toggle("stale", reading === null);
    if (reading === null) return;
    for (const { name, shows } of panels) mounted[name].show(shows(reading) ? reading : null);
  },
});
mountDataset(rootOf("parse"), store);
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
