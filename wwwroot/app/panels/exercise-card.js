// One exercise: its task, a field for each answer, the mark beside it, what went wrong, and hints.
import { ApiProblem, ask } from "../api/client.js";
import * as calls from "../api/exercise-calls.js";
import { createLatest, debounce } from "../api/latest.js";
import { answerKey, answersOf, withAnswer } from "../math/exercises.js";
import { el, part, say } from "../view/elements.js";
import { typeset, typesetHead } from "../view/typeset.js";

/** @typedef {import("../math/exercises.js").Exercise} Exercise */

/** Milliseconds without a key before an answer is marked. */
const pause = 300;

/** The task, words and formulas in turn. @param {Exercise} exercise */
export const task = ({ pieces }) => pieces.map(({ text, latex }) => {
  const piece = el("span", latex === undefined ? {} : { class: "formula-piece" }, text);
  if (latex !== undefined) typeset(piece, latex);
  return piece;
});

/**
 * @param {Exercise} exercise
 * @param {object} options
 * @param {number} options.number from 1
 * @param {import("../state.js").Store} options.store
 * @param {(verdict: string | null) => void} options.onVerdict told how the whole is marked; null while that is not known
 */
export function createExercise(exercise, { number, store, onVerdict }) {
  let [seen, isOver] = [0, false];
  /** What was typed when it was marked last. */
  let marked = "";
  const latest = createLatest();
  const hinting = createLatest();
  const said = el("div", { class: "said-of-claim", role: "status", "data-part": "said" });
  const hints = el("ol", { class: "hints", "data-part": "hints" });
  const more = el("button", { type: "button", class: "quiet", "data-part": "hint", onclick: hint }, "Hint");
  const rows = exercise.parts.map(row);
  const element = el("li", { class: "exercise", "data-rule": exercise.rule },
    el("p", { class: "task" }, ...task(exercise)), el("ul", { class: "claims" }, ...rows), said, hints, more);
  more.setAttribute("aria-label", `Hint for exercise ${number}`);

  /** @param {import("../math/exercises.js").Part} asked */
  function row(asked) {
    const id = `exercise-${number}-${asked.name}`;
    const label = el("label", { for: id });
    typesetHead(label, asked.latex, `Exercise ${number}, ${asked.text}`);
    const field = el("input", { id, "data-part": "answer", autocomplete: "off", spellcheck: "false", autocapitalize: "off", maxlength: 2000, placeholder: exercise.asked === "number" ? "a number" : "a formula" });
    field.addEventListener("input", () => store.set({ answers: withAnswer(store.state.answers, answerKey(number, exercise, asked), field.value) }));
    return el("li", { "data-name": asked.name }, label, field, el("span", { class: "mark", "data-part": "mark" }));
  }

  const typed = () => answersOf(store.state.answers, number, exercise);

  function unmark() {
    marked = "";
    said.replaceChildren();
    for (const each of rows) {
      part(each, "answer").setAttribute("aria-invalid", "false");
      say(part(each, "mark"), "");
      part(each, "mark").className = "mark";
    }
    onVerdict(null);
  }

  /** @param {any} answer */
  function paint(answer) {
    answer.parts.forEach((/** @type {{ verdict: string }} */ { verdict }, /** @type {number} */ i) => {
      part(rows[i], "answer").setAttribute("aria-invalid", String(verdict === "unreadable"));
      say(part(rows[i], "mark"), verdict === "right" || verdict === "wrong" ? verdict : "");
      part(rows[i], "mark").className = `mark ${verdict}`;
    });
    const faults = answer.parts.map((/** @type {any} */ { fault }) => fault).filter(Boolean);
    said.replaceChildren(
      ...faults.map((/** @type {any} */ { message, hint: repair }) => el("p", { class: "refusal" }, repair === undefined ? message : `${message} ${repair[0].toUpperCase()}${repair.slice(1)}.`)),
      ...(answer.slip === undefined ? [] : [el("p", {}, el("strong", {}, `${answer.slip.title}. `), answer.slip.explanation)]),
      ...(answer.verdict === "wrong" && answer.slip === undefined ? [el("p", {}, "Not right yet. A hint may help.")] : []),
    );
    onVerdict(answer.verdict);
  }

  const markSoon = debounce(pause, () => {
    if (isOver) return; // what is typed by now belongs to another sheet
    const answers = typed();
    const key = JSON.stringify(answers);
    if (key === marked || Object.keys(answers).length === 0) return;
    latest.run(
      (signal) => ask(calls.check(exercise.id, answers, seen), signal),
      (answer) => {
        marked = key;
        paint(answer);
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        said.replaceChildren(el("p", { class: "refusal" }, error.message));
      },
    );
  });

  function hint() {
    hinting.run(
      (signal) => ask(calls.check(exercise.id, {}, seen), signal),
      (/** @type {any} */ { hint: next }) => {
        if (next === undefined) return;
        seen = next.number;
        const formula = el("span", { class: "hint-formula" });
        if (next.latex !== undefined) typeset(formula, next.latex);
        hints.append(el("li", {}, el("span", {}, next.text), ...(next.latex === undefined ? [] : [formula])));
        more.hidden = next.number === next.of;
        say(more, `Next hint (${next.number} of ${next.of} seen)`);
        more.setAttribute("aria-label", `Next hint for exercise ${number}, ${next.number} of ${next.of} seen`);
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        said.replaceChildren(el("p", { class: "refusal" }, error.message));
      },
    );
  }

  return {
    element,
    exercise,
    /** Shows what was typed, except where someone is typing, and has it marked. */
    fill() {
      const answers = typed();
      rows.forEach((each, i) => {
        const field = part(each, "answer");
        if (document.activeElement !== field) field.value = answers[exercise.parts[i].name] ?? "";
      });
      if (JSON.stringify(answers) === marked) return;
      latest.cancel(); // a mark for what was typed before says nothing about what is typed now
      unmark();
      if (Object.keys(answers).length > 0) markSoon();
    },
    /** Forgets what is under way. */
    stop() {
      isOver = true;
      latest.cancel();
      hinting.cancel();
    },
  };
}
