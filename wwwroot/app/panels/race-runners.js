// The runners of a race: a line each, and the chosen one with its settings and with what came of its run.
import { toldOf } from "../math/race.js";
import { format } from "../math/numbers.js";
import { chosen, usualRate } from "../math/optimizers.js";
import { changed, classics, holding, mostRunners, runnersOf, shapes, withOneMore } from "../math/runners.js";
import { titlesOf } from "../math/race.js";
import { markerPath } from "../plot/ways.js";
import { el, say, svg } from "../view/elements.js";
import { createRunnerForm } from "./runner-form.js";

/** @typedef {import("../math/optimizers.js").Optimizer} Optimizer */
/** @typedef {import("../math/race.js").Run} Run */

/** The marker of a runner, for text and tables. @param {number} which */
export const markerOf = (which) =>
  svg("svg", { class: `runner-mark runner-${which + 1}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: markerPath(shapes[which]) }));

/**
 * @param {HTMLElement} host
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {() => void} options.onChoose told when another runner is looked at
 * @param {() => void} options.onRace told when somebody wants to see a race
 */
export function createRunners(host, { store, onChoose, onRace }) {
  /** @type {readonly Optimizer[]} */
  let catalogue = [];
  let looked = 0;
  /** @type {{ runs: readonly Run[], refusals: readonly (string | null)[], variables: readonly string[] }} */
  let told = { runs: [], refusals: [], variables: [] };
  const all = () => runnersOf(store.state);
  const which = () => Math.min(looked, all().length - 1);
  const form = createRunnerForm({
    read: () => all()[which()],
    write: (change) => store.set(holding(changed(all(), which(), change))),
  });
  const outcome = el("div", { class: "outcome", "data-part": "outcome", "aria-live": "polite" });
  const remove = el("button", { class: "quiet", type: "button", "data-part": "remove", onclick: () => {
    const rest = all().filter((_, i) => i !== which());
    store.set(holding(rest));
    choose(Math.max(0, which() - 1));
  } }, "Take out of the race");
  const body = el("div", { class: "runner-body" }, form.element, outcome, remove);
  const list = el("ul", { class: "runners", "data-part": "runners" });
  const add = el("button", { type: "button", "data-part": "add", onclick: () => {
    store.set(holding(withOneMore(all(), catalogue)));
    choose(all().length - 1);
  } }, "Add a runner");
  const three = el("button", { type: "button", "data-part": "three", onclick: () => {
    store.set(holding(classics(all())));
    onRace();
  } }, "Race plain, momentum and Adam");
  host.append(list, el("div", { class: "runner-buttons" }, add, three));

  /** @param {number} next */
  function choose(next) {
    looked = next;
    draw(true);
    onChoose();
  }

  const titles = () => titlesOf(all().map(({ optimizer, rate }) => {
    const known = catalogue.length > 0 ? chosen(catalogue, optimizer) : null;
    return { title: known?.title ?? optimizer, rate: known && usualRate(known) === null ? "" : format(rate, 3) };
  }));

  function draw(another = false) {
    const names = titles();
    const now = which();
    if (list.childElementCount !== names.length) {
      list.replaceChildren(...names.map((_, i) => el("li", {},
        el("button", { type: "button", class: "runner", onclick: () => choose(i) }, markerOf(i), el("span", { class: "runner-name" }), el("span", { class: "runner-rate" }), el("span", { class: "runner-said" })))));
      another = true;
    }
    all().forEach(({ optimizer, rate }, i) => {
      const item = list.children[i];
      const button = /** @type {HTMLElement} */ (item.firstElementChild);
      button.setAttribute("aria-expanded", String(i === now));
      const [, name, pace, said] = button.children;
      const known = catalogue.length > 0 ? chosen(catalogue, optimizer) : null;
      say(name, known?.title ?? optimizer);
      say(pace, known && usualRate(known) === null ? "" : format(rate, 3));
      const run = told.runs[i];
      say(said, told.refusals[i] ? "cannot run" : run ? toldOf(run, told.variables).headline.slice(0, -1) : "");
      if (i === now && body.parentElement !== item) item.append(body);
    });
    remove.hidden = names.length === 1;
    add.hidden = names.length >= mostRunners || catalogue.length === 0;
    three.hidden = names.length > 1;
    form.draw(another);
    tell();
  }

  /** What came of the run of the chosen one. */
  function tell() {
    const [run, refusal] = [told.runs[which()], told.refusals[which()]];
    const key = JSON.stringify([which(), refusal, run && [run.stop, run.diagnosis?.explanation, run.value.at(-1)], store.state.rate]);
    if (outcome.dataset.said === key) return;
    outcome.dataset.said = key;
    if (refusal) return outcome.replaceChildren(el("p", { class: "refusal" }, refusal));
    if (!run) return outcome.replaceChildren();
    const { headline, reason, end, explanation, suggestedRate } = toldOf(run, told.variables);
    const rate = suggestedRate === null ? null : Number(suggestedRate.toPrecision(3));
    outcome.replaceChildren(
      el("p", {}, el("strong", {}, headline), ` ${reason}`),
      el("p", {}, end),
      ...(explanation && explanation !== reason ? [el("p", {}, explanation)] : []),
      ...(rate !== null && rate !== all()[which()].rate
        ? [el("p", {}, el("button", { type: "button", "data-part": "suggested", onclick: () => store.set(holding(changed(all(), which(), { rate }))) }, `Try the rate ${format(rate, 3)}`))]
        : []),
    );
  }
  store.subscribe((_, members) => {
    if (["optimizer", "rate", "knobs", "runners"].some((member) => members.has(/** @type {any} */ (member)))) draw();
  });

  return {
    titles,
    /** The runner that is looked at. */
    get looked() {
      return which();
    },
    choose,
    /** @param {readonly Optimizer[]} known */
    offer(known) {
      catalogue = known;
      form.offer(known);
      draw(true);
    },
    /** @param {readonly Run[]} runs @param {readonly (string | null)[]} refusals why a runner cannot run @param {readonly string[]} variables */
    show(runs, refusals, variables) {
      told = { runs, refusals, variables };
      draw();
    },
  };
}
