// The function as typed: read, typeset, underlined where it can't be read.
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { namesIn } from "../math/dataset.js";
import { given, settled } from "../math/given.js";
import { el, part, say } from "../view/elements.js";
import { grow, underline } from "../view/marked-field.js";
import { showNotes } from "../view/notes.js";
import { mountChips } from "./chips.js";
import { createCompletion } from "./completion.js";
import { offer } from "./doubts.js";
import { mountFormula } from "./formula.js";
import { mountLetters } from "./letters.js";
import { understand } from "./understanding.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(reading: Reading | null) => void} options.onReading told of every text that was read, and with null that one can't be
 */
export function mountParse(root, { store, onReading }) {
  /** @type {HTMLTextAreaElement} */
  const definition = part(root, "definition");
  const mirror = part(root, "mirror");
  const said = part(root, "said");
  const formula = mountFormula(root);
  const readings = part(root, "readings");
  const chips = mountChips(part(root, "chips"), store);
  const letters = mountLetters(part(root, "letters"), store);
  const latest = createLatest();

  const completion = createCompletion(part(root, "completion"), part(root, "completion-told"), definition, mirror, () => edited());

  function read() {
    const { function: text } = store.state;
    const { data, shapes, values } = given(store.state);
    latest.run(
      (signal) => understand(ask, text, data, shapes, signal),
      ({ answer, doubts, alternatives }) => {
        underline(mirror, definition.value === text ? text : definition.value, doubts.map((/** @type {any} */ note) => note.position), "doubt");
        say(said, "");
        said.classList.remove("wrong");
        const name = answer.name ?? "f";
        const { equation } = answer;
        const { variables } = answer.function;
        formula.show(answer, text);
        offer(readings, doubts, alternatives, replace);
        showNotes(part(root, "notes"), (answer.notes ?? []).filter((/** @type {any} */ note) => !doubts.includes(note)));
        const reading = settled({ definition: text, data, shapes, values, name, variables, ...(equation ? { difference: equation.difference } : {}) }, answer);
        chips.show(reading);
        letters.show(reading, answer.name === null);
        onReading(reading);
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        const { position, hint } = error.problem;
        underline(mirror, text, position ? [position] : [], "wrong");
        said.classList.add("wrong");
        said.replaceChildren(error.message, ...(hint ? [" ", el("span", { class: "hint" }, sentence(hint))] : []));
        formula.fade();
        offer(readings, [], [], replace);
        showNotes(part(root, "notes"), []);
        onReading(null);
      },
    );
  }

  const readSoon = debounce(60, read);

  function edited() {
    grow(definition);
    underline(mirror, definition.value, [], "");
    const text = definition.value;
    const named = namesIn(text);
    // Another function has another shape: what was zoomed to and clicked for the last one says nothing about it.
    store.set({ function: text, data: Object.fromEntries(Object.entries(store.state.data).filter(([name]) => named.has(name))), y: null, start: null });
  }

  /** Puts a reading in place of what was read, in brackets unless it is all there is. @param {{ start: number, end: number }} span @param {string} text */
  function replace({ start, end }, text) {
    const around = definition.value.slice(0, start) + definition.value.slice(end);
    definition.setRangeText(around.trim() === "" ? text : `(${text})`, start, end, "end");
    definition.focus();
    edited();
  }

  definition.addEventListener("input", () => {
    edited();
    completion.offer();
  });
  definition.addEventListener("keydown", (event) => {
    if (completion.handle(event)) return;
    if (event.key === "Enter" && !event.shiftKey) event.preventDefault(); // one line unless asked for more
  });
  new ResizeObserver(() => grow(definition)).observe(root);

  store.subscribe((state, changed) => {
    if (!changed.has("function") && !changed.has("data") && !changed.has("dataset")) return;
    if (definition.value !== state.function) {
      definition.value = state.function;
      grow(definition);
      underline(mirror, state.function, [], "");
    }
    readSoon();
  });

  definition.value = store.state.function;
  grow(definition);
  read();
}

/** @param {string} words */
const sentence = (words) => words[0].toUpperCase() + words.slice(1);
