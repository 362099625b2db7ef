// A function of vectors and matrices: its gradient and Hessian as formulas of matrices, and in numbers.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { nameLatex } from "../math/names.js";
import { format, toNumber } from "../math/numbers.js";
import { inLine } from "../math/values.js";
import { createBusy } from "../view/busy.js";
import { el, part, say } from "../view/elements.js";
import { typesetToFit } from "../view/fit.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { showVerification } from "../view/verification.js";
import { createWalk } from "../view/walk.js";
import { createUnfolded } from "./unfolded.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(reading: Reading) => import("../api/calls.js").AnyPoint} options.pointOf
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountModel(root, { store, pointOf, showRequest }) {
  /** @type {Reading | null} */
  let reading = null;
  const list = part(root, "gradient");
  const latest = createLatest({ onSlow: createBusy(part(root, "busy"), "Differentiating…", () => latest.cancel()) });
  const bend = createLatest();

  function follow() {
    if (reading === null) return;
    const about = reading;
    const at = pointOf(about);
    latest.run(
      (signal) => ask(calls.gradient(about, at), signal),
      (answer) => {
        build(about, answer);
        showNotes(part(root, "notes"), beyondReading(answer.notes ?? []));
        showVerification(part(root, "verification"), answer.verification);
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        list.replaceChildren();
        say(part(root, "value"), "");
        showNotes(part(root, "notes"), [], [error]);
      },
    );
    bend.run(
      (signal) => ask(calls.hessian(about, at), signal),
      (answer) => showHessian(about, answer),
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        part(root, "hessian").replaceChildren(el("p", { class: "quiet-words" }, error.message)); // too large, or the value is a vector: said in its place
        say(part(root, "bending"), "");
      },
    );
  }
  const followSoon = debounce(120, follow);

  /** @param {Reading} about @param {any} answer */
  function build(about, answer) {
    const [here] = answer.at;
    const name = nameLatex(about.name);
    say(part(root, "value"), here ? `The value is ${format(toNumber(here.value))}; the length of the gradient is ${format(toNumber(here.norm))}.` : "");
    list.replaceChildren(
      ...answer.gradient.map((/** @type {any} */ { variable, derivative }) => {
        const formula = el("div", { class: "formula", role: "group", "aria-label": `Derivative with respect to ${variable}, typeset` });
        typesetToFit(formula, `\\frac{\\partial ${name}}{\\partial ${nameLatex(variable)}} = ${derivative.latex}`);
        const details = el("details", { class: "unfold" }, el("summary", {}, "Show the steps", el("span", { class: "hidden" }, ` of the derivative with respect to ${variable}`)));
        const walk = createWalk({ label: `The derivative with respect to ${variable}, backwards through the formula`, from: "last" });
        createUnfolded(details, { what: "Finding the steps…", call: () => calls.partialSteps(about, variable), body: walk.element, onAnswer: ({ steps }) => walk.show(steps) });
        return el("li", {}, formula, el("code", { class: "as-text" }, derivative.text),
          ...(here ? [el("p", { class: "numbers" }, `At ${variable} = ${inLine(here.point[variable])} this is `, el("strong", { "data-gradient": variable }, inLine(here.gradient[variable])))] : []), details);
      }),
    );
  }

  /** @param {Reading} about @param {any} answer */
  function showHessian(about, answer) {
    const blocks = answer.hessian.flatMap((/** @type {any[]} */ row, /** @type {number} */ i) => row.map((block, j) => ({ block, i, j }))).filter((/** @type {any} */ { i, j }) => j >= i);
    part(root, "hessian").replaceChildren(
      ...blocks.map((/** @type {any} */ { block, i, j }) => {
        const formula = el("div", { class: "formula", role: "group", "aria-label": `Second derivative with respect to ${answer.variables[i]} and ${answer.variables[j]}, typeset` });
        const by = i === j ? `\\partial ${nameLatex(answer.variables[i])}^2` : `\\partial ${nameLatex(answer.variables[i])} \\, \\partial ${nameLatex(answer.variables[j])}`;
        typesetToFit(formula, `\\frac{\\partial^2 ${nameLatex(about.name)}}{${by}} = ${block.latex}`);
        return formula;
      }),
    );
    say(part(root, "bending"), answer.eigenvalues === undefined ? "" :
      `The Hessian is ${answer.definiteness}, with eigenvalues ${inLine(answer.eigenvalues)} and condition number ${format(toNumber(answer.conditionNumber))}` +
      (answer.largestStableRate === undefined ? "." : `; gradient descent is stable up to a learning rate of ${format(toNumber(answer.largestStableRate))}.`));
  }

  store.subscribe((_, changed) => !root.hidden && changed.has("dataset") && followSoon());
  part(root, "request").addEventListener("click", () => reading && showRequest("Gradient and Hessian", [calls.gradient(reading, pointOf(reading)), calls.hessian(reading, pointOf(reading))]));

  return {
    /** @param {Reading | null} next a function with vectors or matrices among its variables, or null for none to show */
    show(next) {
      root.hidden = next === null;
      reading = next;
      latest.cancel();
      bend.cancel();
      follow();
    },
  };
}
