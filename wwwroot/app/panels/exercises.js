// Exercises: a sheet to solve, marked as one types, with hints one by one; and on paper with its answers on a page of their own.
import { ApiProblem, ask } from "../api/client.js";
import * as calls from "../api/exercise-calls.js";
import { createLatest } from "../api/latest.js";
import { answersOf, keptOf, score, sheetOf } from "../math/exercises.js";
import { createBusy } from "../view/busy.js";
import { el, say } from "../view/elements.js";
import { showNotes } from "../view/notes.js";
import { createAnswerPage } from "./exercise-answers.js";
import { createExercise } from "./exercise-card.js";
import { createExerciseSettings } from "./exercise-settings.js";

/** @typedef {import("../math/exercises.js").Sheet} Sheet */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountExercises(root, { store, showRequest }) {
  let isOpen = false;
  /** The settings of the sheet that is shown. */
  let shown = "";
  /** @type {ReturnType<typeof createExercise>[]} */
  let cards = [];
  /** @type {(string | null)[]} */
  let verdicts = [];

  const now = () => sheetOf(store.state.sheet);
  const busy = el("div", { class: "busy" });
  const notes = el("ul", { class: "notes", hidden: true, "data-part": "notes" });
  const list = el("ol", { class: "exercises", "data-part": "exercises" });
  const outcome = el("p", { class: "exercise-score", role: "status", "data-part": "score" });
  const latest = createLatest({ onSlow: createBusy(busy, "Making a sheet…", () => latest.cancel()) });
  const settings = createExerciseSettings({ onChange: (/** @type {Sheet} */ next) => store.set({ sheet: keptOf(next), answers: {} }) });
  const page = createAnswerPage();
  const again = el("button", { type: "button", class: "quiet", "data-part": "clear", onclick: () => store.set({ answers: {} }) }, "Clear my answers");
  const print = el("button", { type: "button", "data-part": "print", onclick: printed }, "Print with answers");
  const body = el("div", { class: "panel-body exercise-body" });
  const sheet = el("div", {}, notes, list, el("div", { class: "exercise-foot" }, outcome, again, print), el("p", { class: "quiet-words exercise-how" },
    "Write formulas as you like: 3x^2 sin(x), LaTeX, or Python. Numbers count as fractions, roots, or decimals with three significant digits or more."));
  const rail = el("div", { class: "rail" }, settings.element);
  // Beside the sheet where there is room, else before it: the end of a long sheet is no place to ask for another.
  const narrow = matchMedia("(max-width: 62rem)");
  function arrange() {
    body.replaceChildren(...(narrow.matches ? [rail, sheet] : [sheet, rail]));
    settings.unfold(!narrow.matches);
  }
  narrow.addEventListener("change", arrange);
  arrange();
  const heading = el("h2", { id: "exercises-title" }, "Exercises");
  root.setAttribute("aria-labelledby", heading.id);
  root.replaceChildren(
    el("div", { class: "panel-head" }, heading,
      el("p", { class: "lede" }, "Short problems to solve by hand. Each answer is marked as you type; a wrong one has its slip named."),
      el("div", { class: "tools" }, el("button", { class: "quiet", type: "button", "data-part": "request", onclick: request }, "Show the request"))),
    busy,
    body,
    page.element,
  );

  function request() {
    const answered = cards.findIndex((card, i) => card.exercise.parts.length > 0 && Object.keys(answersOf(store.state.answers, i + 1, card.exercise)).length > 0);
    const checked = cards[answered] ?? cards[0];
    showRequest("Exercises", [calls.sheet(now()), ...(checked === undefined ? [] : [calls.check(checked.exercise.id, answersOf(store.state.answers, Math.max(answered, 0) + 1, checked.exercise), 0)])]);
  }

  /** @param {unknown} error */
  function refused(error) {
    if (!(error instanceof ApiProblem)) throw error;
    showNotes(notes, [], [error]);
  }

  function load() {
    const wanted = now();
    settings.put(wanted);
    const key = JSON.stringify(wanted);
    if (key === shown) return;
    latest.run(
      (signal) => ask(calls.sheet(wanted), signal),
      ({ exercises }) => {
        shown = key;
        showNotes(notes, []);
        page.clear();
        cards.forEach((card) => card.stop());
        verdicts = exercises.map(() => null);
        cards = exercises.map((/** @type {import("../math/exercises.js").Exercise} */ exercise, /** @type {number} */ i) => createExercise(exercise, {
          number: i + 1,
          store,
          onVerdict(verdict) {
            verdicts[i] = verdict;
            say(outcome, score(verdicts));
          },
        }));
        list.replaceChildren(...cards.map(({ element }) => element));
        say(outcome, score(verdicts));
        cards.forEach((card) => card.fill());
      },
      (error) => {
        shown = "";
        refused(error);
      },
    );
  }

  /** Answers of a sheet that is still on its way belong to none of the exercises that stand there. */
  function fill() {
    if (JSON.stringify(now()) === shown) cards.forEach((card) => card.fill());
  }

  /** The answers are asked for when they are to be printed, and stand on no screen. */
  async function printed() {
    print.disabled = true;
    try {
      const { exercises } = await ask(calls.sheet(now(), true));
      page.show(exercises);
      await document.fonts.ready;
      window.print();
    } catch (error) {
      refused(error);
    } finally {
      print.disabled = false;
    }
  }

  store.subscribe((_, changed) => {
    if (!isOpen) return;
    if (changed.has("sheet")) load();
    if (changed.has("answers")) fill();
  });
  void ask(calls.kinds).then(({ exercises }) => settings.offer(exercises, now()), refused);

  return {
    /** @param {import("../api/calls.js").Reading | null} next null: another chapter is open */
    show(next) {
      isOpen = next !== null;
      root.hidden = !isOpen;
      if (isOpen) {
        load();
        fill();
      } else {
        latest.cancel();
      }
    },
  };
}
