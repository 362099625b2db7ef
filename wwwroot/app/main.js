// Wires the page: one store, the chapters with their panels, and the address.
import { hasVariables, isCheckable, isComposition, isConstant, isCurve, isImplicit, isLandscape, isModel, isOfNumbers, isOfSeveral } from "./math/shown.js";
import { createSight } from "./math/sight.js";
import { mountAddress } from "./panels/address.js";
import { mountChapters } from "./panels/chapters.js";
import { mountDataset } from "./panels/dataset.js";
import { mountExamples } from "./panels/examples.js";
import { beginning } from "./panels/history.js";
import { mountParse } from "./panels/parse.js";
import { mountRequest } from "./panels/request.js";
import { createStore, initial, pointOf } from "./state.js";

/** @typedef {import("./api/calls.js").Reading} Reading */

const rootOf = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.querySelector(`[data-panel="${name}"]`));
const begun = await beginning();
const store = createStore(begun.state);
const showRequest = mountRequest();
const shared = { store, showRequest, sight: createSight(), pointOf: (/** @type {Reading} */ reading) => pointOf(reading, store.state) };

/** The panels, in the order in which they stand on the page and are told of a reading. @type {import("./panels/chapters.js").Entry[]} */
const entries = [
  {
    name: "constant", chapters: null, shows: isConstant,
    load: () => import("./panels/evaluate.js").then(({ mountConstant }) => (root) => mountConstant(root, shared)),
  },
  {
    name: "derivative", chapters: ["slope", "derivative"], shows: isCurve,
    load: () => import("./panels/derivative.js").then(({ mountDerivative }) => (root) => mountDerivative(root, shared)),
  },
  {
    name: "implicit", chapters: ["slope", "derivative"], shows: isImplicit,
    load: () => import("./panels/implicit.js").then(({ mountImplicit }) => (root) => mountImplicit(root, shared)),
  },
  {
    name: "critical-points", chapters: ["derivative"], shows: isCurve,
    load: () => import("./panels/critical-points.js").then(({ mountCriticalPoints }) => (root) => mountCriticalPoints(root, shared)),
  },
  {
    name: "taylor", chapters: ["derivative"], shows: isCurve,
    load: () => import("./panels/taylor.js").then(({ mountTaylor }) => (root) => mountTaylor(root, shared)),
  },
  {
    name: "chain-rule", chapters: ["chain-rule"], shows: isComposition,
    load: () => import("./panels/chain-rule.js").then(({ mountChainRule }) => (root) => mountChainRule(root, shared)),
  },
  {
    name: "gradient", chapters: ["gradient"], shows: isOfSeveral,
    load: () => import("./panels/gradient.js").then(({ mountGradient }) => (root) => mountGradient(root, shared)),
  },
  {
    name: "surface", chapters: ["gradient"], shows: isLandscape,
    load: () => import("./panels/surface.js").then(({ mountSurface }) => (root) => mountSurface(root, shared)),
  },
  {
    name: "direction", chapters: ["direction"], shows: isOfSeveral,
    load: () => import("./panels/direction.js").then(({ mountDirection }) => (root) => mountDirection(root, shared)),
  },
  {
    name: "descent", chapters: ["descent"], shows: hasVariables,
    load: () => import("./panels/descent.js").then(({ mountDescent }) => (root) => mountDescent(root, shared)),
  },
  {
    name: "descent-map", chapters: ["descent"], shows: isOfNumbers,
    load: () => import("./panels/descent-map.js").then(({ mountDescentMap }) => (root) => mountDescentMap(root, shared)),
  },
  {
    name: "failures", chapters: ["descent"], shows: hasVariables,
    load: () => import("./panels/failures.js").then(({ mountFailures }) => (root) => mountFailures(root, shared)),
  },
  {
    name: "model", chapters: ["gradient"], shows: isModel,
    load: () => import("./panels/model.js").then(({ mountModel }) => (root) => mountModel(root, shared)),
  },
  {
    name: "graph", chapters: ["chain-rule"], shows: hasVariables,
    load: () => import("./panels/graph.js").then(({ mountGraph }) => (root) => mountGraph(root, shared)),
  },
  {
    name: "gradient-check", chapters: ["derivative", "gradient"],
    shows: (reading, chapter) => isCheckable(reading) && isCurve(reading) === (chapter === "derivative"),
    load: () => import("./panels/gradient-check.js").then(({ mountGradientCheck }) => (root) => mountGradientCheck(root, shared)),
  },
  {
    name: "code", chapters: null, shows: hasVariables,
    load: () => import("./panels/code.js").then(({ mountCode }) => (root) => mountCode(root, shared)),
  },
  {
    name: "training", chapters: ["training"], shows: () => true, alone: true,
    load: () => import("./panels/training.js").then(({ mountTraining }) => (root) => mountTraining(root, shared)),
  },
  {
    name: "exercises", chapters: ["exercises"], shows: () => true, alone: true,
    load: () => import("./panels/exercises.js").then(({ mountExercises }) => (root) => mountExercises(root, shared)),
  },
];

const chapters = mountChapters(/** @type {HTMLElement} */ (document.querySelector("main")), { store, entries });
const data = mountDataset(rootOf("parse"), store);
mountParse(rootOf("parse"), { store, onReading: chapters.show, onWaiting: chapters.wait, onDataWanted: () => data.open() });
mountExamples(/** @type {HTMLButtonElement} */ (document.querySelector("[data-part=gallery-open]")), store);

// Guided tours are loaded when one is asked for, by their button or by the address.
const toursEntry = /** @type {HTMLButtonElement} */ (document.querySelector("[data-part=tours]"));
/** @type {Promise<{ open: () => void }> | null} */
let touring = null;
const loadTours = () => (touring ??= import("./panels/tours.js").then(({ mountTours }) => mountTours(/** @type {HTMLElement} */ (document.querySelector("nav.chapters")), { store, entry: toursEntry, first: initial })));
if (store.state.tour !== "") void loadTours();
toursEntry.addEventListener("click", () => touring === null && loadTours().then(({ open }) => open()));
store.subscribe(({ tour }, changed) => changed.has("tour") && tour !== "" && void loadTours());

mountAddress({ store, chapters, said: begun.said });
