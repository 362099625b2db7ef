// What a sheet is of: its rules, how hard, how many, and another one.
import { difficulties, mostExercises, sheetOf } from "../math/exercises.js";
import { el } from "../view/elements.js";

/** @typedef {import("../math/exercises.js").Sheet} Sheet */

/** @param {object} options @param {(next: Sheet) => void} options.onChange told what a person chose */
export function createExerciseSettings({ onChange }) {
  /** @type {Sheet} */
  let sheet = sheetOf({});
  const rules = el("fieldset", { class: "exercise-rules", "data-part": "rules" }, el("legend", { class: "hidden" }, "What to practise"));
  const difficulty = el("select", { id: "exercise-difficulty", "data-part": "difficulty", onchange: () => change({ difficulty: Number(difficulty.value) }) },
    ...difficulties.map((word, i) => el("option", { value: i + 1 }, word)));
  const count = el("input", { id: "exercise-count", "data-part": "count", type: "number", min: 1, max: mostExercises, inputmode: "numeric", onchange: counted });
  const another = el("button", { type: "button", "data-part": "another", onclick: () => change({ seed: (sheet.seed + 1) % 1_000_000 }) }, "Another sheet");
  const number = el("p", { class: "quiet-words", "data-part": "number" });

  /** @param {Partial<Sheet>} part */
  function change(part) {
    onChange({ ...sheet, ...part });
  }

  function counted() {
    const wanted = Math.round(Number(count.value));
    if (count.value.trim() === "" || !Number.isFinite(wanted)) count.value = String(sheet.count);
    else change({ count: Math.min(mostExercises, Math.max(1, wanted)) });
    count.value = String(sheet.count);
  }

  const boxes = () => /** @type {HTMLInputElement[]} */ ([...rules.querySelectorAll("input")]);

  function chosen() {
    const wanted = boxes().filter(({ checked }) => checked).map(({ value }) => value);
    if (wanted.length === 0) put(); // a sheet is of something
    else change({ rules: wanted });
  }

  function put() {
    for (const box of boxes()) box.checked = sheet.rules.includes(box.value);
    difficulty.value = String(sheet.difficulty);
    count.value = String(sheet.count);
    number.textContent = `Sheet ${sheet.seed}. Its link gives it again.`;
  }

  const choices = el("details", { class: "unfold exercise-choices", "data-part": "choices" }, el("summary", {}, "What to practise"), rules,
    el("div", { class: "setting-pair" },
      el("div", { class: "setting" }, el("label", { for: "exercise-difficulty" }, "Difficulty"), difficulty),
      el("div", { class: "setting" }, el("label", { for: "exercise-count" }, "Exercises"), count)));

  return {
    element: el("section", { class: "card", "aria-label": "The sheet" }, el("div", { class: "exercise-another" }, another, number), choices),
    /** Shows all there is to choose, or puts it away behind its name. @param {boolean} wide */
    unfold(wide) {
      choices.open = wide;
    },
    /** What there is to choose from. @param {{ rule: string, title: string, sentence: string }[]} kinds @param {Sheet} current */
    offer(kinds, current) {
      rules.append(...kinds.map(({ rule, title, sentence }) => el("label", { title: sentence }, el("input", { type: "checkbox", value: rule, onchange: chosen }), title)));
      sheet = current;
      put();
    },
    /** @param {Sheet} current */
    put(current) {
      sheet = current;
      put();
    },
  };
}
