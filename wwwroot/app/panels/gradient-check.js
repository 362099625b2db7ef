// One's own derivatives, typed in and told right or wrong, with the likely slip in words.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { entriesOf, readClaim } from "../math/claims.js";
import { format } from "../math/numbers.js";
import { place } from "../state.js";
import { createBusy } from "../view/busy.js";
import { el, part, say } from "../view/elements.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { table } from "../view/table.js";
import { nameLatex, typeset, typesetHead } from "../view/typeset.js";
import { inLine } from "../view/values.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {{ slip: string, title: string, explanation: string, evidence: string }} FoundSlip */

/** More fields than these are a task for a program. */
const mostVariables = 8;

/** So many entries of a wrong vector or matrix stand in its table. */
const mostEntries = 12;

/** Whether vectors or matrices occur. @param {Reading} reading */
const hasArrays = ({ values, data }) => [...Object.values(values ?? {}), ...Object.values(data)].some(Array.isArray);

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(reading: Reading) => import("../api/calls.js").AnyPoint} options.pointOf
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountGradientCheck(root, { store, pointOf, showRequest }) {
  /** @type {Reading | null} */
  let reading = null;
  const list = part(root, "claims");
  const verdict = part(root, "verdict");

  /** What was typed for one variable. @param {string} variable */
  const textOf = (variable) => (Object.hasOwn(store.state.claims, variable) ? store.state.claims[variable] : "");

  /** What was typed for the variables there are. */
  const typed = () => Object.entries(store.state.claims).filter(([name, text]) => reading?.variables.includes(name) && text.trim() !== "");
  const point = () => (reading !== null && hasArrays(reading) ? pointOf(reading) : reading?.variables.length === 1 ? { [reading.variables[0]]: store.state.points[0] } : place(reading?.variables ?? [], store.state.at));
  const call = () => calls.gradientCheck(/** @type {Reading} */ (reading), point(), Object.fromEntries(typed().map(([name, text]) => [name, readClaim(text)])));

  const latest = createLatest({ onSlow: createBusy(part(root, "busy"), "Checking…", () => latest.cancel()) });
  function check() {
    if (reading === null) return;
    where();
    if (typed().length === 0) {
      latest.cancel();
      paint([], "");
      return;
    }

    latest.run(
      (signal) => ask(call(), signal),
      (answer) => {
        paint(answer.components, answer.verdict);
        showNotes(part(root, "notes"), beyondReading(answer.notes));
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        paint([], "");
        const field = Object.keys(error.problem.errors ?? {})[0] ?? "";
        const row = rowOf(field.replace(/^claimed\./, ""));
        if (row === undefined || !field.startsWith("claimed.")) return showNotes(part(root, "notes"), [], [error]);
        part(row, "claim").setAttribute("aria-invalid", "true");
        part(row, "said").replaceChildren(el("p", { class: "refusal" }, [error.message, error.problem.hint].filter(Boolean).join(" ")));
      },
    );
  }
  const checkSoon = debounce(250, check);

  /** @param {string} variable @returns {HTMLElement | undefined} */
  const rowOf = (variable) => [...list.children].find((row) => row.dataset.variable === variable);

  function where() {
    const at = Object.entries(point()).map(([name, value]) => `${name} = ${inLine(value)}`);
    say(part(root, "where"), `A formula is compared at the point ${at.join(", ")} and around it, ${reading !== null && hasArrays(reading) ? "numbers such as [1, 2]" : "a number"} at the point alone.`);
  }

  /** @param {any[]} components @param {string} text */
  function paint(components, text) {
    say(verdict, text);
    showNotes(part(root, "notes"), []);
    for (const row of list.children) {
      const component = components.find(({ variable }) => variable === row.dataset.variable);
      part(row, "claim").setAttribute("aria-invalid", "false");
      const outcome = component === undefined ? "" : component.correct === null ? "can't be judged" : component.correct ? "right" : "wrong";
      const mark = part(row, "mark");
      say(mark, outcome);
      mark.className = component?.correct === true ? "mark right" : component?.correct === false ? "mark wrong" : "mark";
      part(row, "said").replaceChildren(...(component === undefined ? [] : explained(component)));
    }
  }

  /** @param {Reading} shown */
  function build(shown) {
    const { name, variables } = shown;
    list.replaceChildren(
      ...variables.map((variable) => {
        const id = `claim-${variables.indexOf(variable)}`;
        const label = el("label", { for: id });
        const [f, x] = [nameLatex(name), nameLatex(variable)];
        typesetHead(label, variables.length === 1 ? `${f}'(${x})` : `\\frac{\\partial ${f}}{\\partial ${x}}`, `Your derivative by ${variable}`);
        const field = el("input", { id, "data-part": "claim", autocomplete: "off", spellcheck: "false", autocapitalize: "off", placeholder: Array.isArray(shown.values?.[variable]) ? "a formula, or numbers such as [1, 2]" : "a formula or a number" });
        field.value = textOf(variable);
        field.addEventListener("input", () => {
          const others = Object.entries(store.state.claims).filter(([each]) => each !== variable);
          store.set({ claims: Object.fromEntries(field.value === "" ? others : [...others, [variable, field.value]]) });
        });
        return el("li", { "data-variable": variable },
          label, field, el("span", { class: "mark", "data-part": "mark" }), el("div", { class: "said-of-claim", "data-part": "said" }));
      }),
    );
  }

  store.subscribe((_, changed) => {
    if (reading === null || root.hidden) return;
    if (changed.has("claims"))
      for (const row of list.children) {
        const field = part(row, "claim");
        if (document.activeElement !== field) field.value = textOf(row.dataset.variable);
      }
    if (changed.has("claims") || changed.has("at") || changed.has("points")) checkSoon();
  });
  part(root, "request").addEventListener("click", () => reading && showRequest("Check", [call()]));

  return {
    /** @param {Reading | null} next */
    show(next) {
      const shown = next !== null && next.variables.length > 0 && next.variables.length <= mostVariables ? next : null;
      root.hidden = shown === null;
      reading = shown;
      latest.cancel();
      if (shown === null) return;
      say(part(root, "title"), shown.variables.length === 1 ? "Check my derivative" : "Check my gradient");
      build(shown);
      paint([], "");
      check();
    },
  };
}

/** What there is to say of one claim. @param {any} component @returns {Node[]} */
function explained(component) {
  const { claimed, exact, exactFormula, claimedFormula, correct, diagnosis, alsoPossible, remark, differsAt } = component;
  const said = [];
  if (remark) said.push(el("p", {}, remark));
  if (correct === false) {
    /** @type {FoundSlip[]} */
    const slips = [...(diagnosis ? [diagnosis] : []), ...(alsoPossible ?? [])];
    said.push(...slips.map(({ title, explanation }, i) =>
      el("p", {}, el("strong", {}, `${i === 0 ? (slips.length > 1 ? "Likely" : "") : "Or"}${slips.length > 1 ? ": " : ""}${title}. `), explanation)));
    const isArray = Array.isArray(exact);
    const numbers = `At the point it comes to ${inLine(claimed)}; ${inLine(exact)} is right.`;
    const away = differsAt ? ` They differ at ${Object.entries(differsAt).map(([name, value]) => `${name} = ${inLine(value)}`).join(", ")}, too.` : "";
    said.push(el("p", { class: "quiet-words" }, claimedFormula ? numbers + away : `${inLine(claimed)} is claimed; ${inLine(exact)} is right.${slips.length > 0 && !isArray ? " A formula would tell for sure." : ""}`));
    if (isArray) said.push(...entries(component));
    const formula = el("div", { class: "formula", role: "region", "aria-label": "The right derivative, typeset", tabindex: 0 });
    typeset(formula, exactFormula.latex, { display: true });
    said.push(el("details", { class: "numbers-behind" }, el("summary", {}, "Show the right formula"), formula));
  }

  return said;
}

/** Where a vector or a matrix is wrong, in words and in a table. @param {any} component @returns {Node[]} */
function entries(component) {
  const rows = entriesOf(component, mostEntries);
  if (rows.length === 0) return [];
  const { variable, worstEntry } = component;
  return [
    ...(worstEntry ? [el("p", {}, `The largest difference is in entry ${worstEntry.join(", ")}.`)] : []),
    table(`Your derivative by ${variable} and the right one, the largest differences first`, ["Entry", "Yours", "Right", "Measured"],
      rows.map(({ place: where, claimed, exact, numeric }) => [where, format(claimed), format(exact), numeric === null ? "" : format(numeric)])),
  ];
}
