// The function as typed: read, typeset, underlined where it can't be read.
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { given, settled } from "../math/given.js";
import { afterTyping, belong, inPlace } from "../math/typing.js";
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
 * @param {() => void} options.onDataWanted told that somebody wants to give values to vectors or matrices
 * @param {(waiting: boolean) => void} options.onWaiting told when reading lasts, and when that is over
 */
export function mountParse(root, { store, onReading, onDataWanted, onWaiting }) {
  /** @type {HTMLTextAreaElement} */
  const definition = part(root, "definition");
  const mirror = part(root, "mirror");
  const said = part(root, "said");
  const formula = mountFormula(root);
  const readings = part(root, "readings");
  const chips = mountChips(part(root, "chips"), store);
  const letters = mountLetters(part(root, "letters"), store);
  /** The data that belong to a function that was read here. */
  let owner = "";
  const latest = createLatest({ onSlow: onWaiting });

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
        offer(readings, text, doubts, alternatives, (span, meant) => definition.value === text && replace(span, meant)); // places of another text are none of this one
        showNotes(part(root, "notes"), (answer.notes ?? []).filter((/** @type {any} */ note) => !doubts.includes(note)));
        const reading = settled({ definition: text, data, shapes, values, name, variables, ...(equation ? { difference: equation.difference } : {}) }, answer);
        formula.show(answer, text, reading.variables);
        if (text === store.state.function && belong(store.state.dataset, text)) owner = store.state.dataset;
        chips.show(reading);
        letters.show(reading, answer);
        onReading(reading);
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        const { position, hint } = error.problem;
        underline(mirror, text, position ? [position] : [], "wrong");
        said.classList.add("wrong");
        const missing = hint ? withoutValues(hint) : null;
        if (missing !== null)
          said.replaceChildren(`${missing} ${missing.includes(" and ") ? "are vectors or matrices" : "is a vector or a matrix"} here, without values. `,
            el("button", { class: "quiet", type: "button", onclick: () => onDataWanted() }, "Give them under Data"));
        else said.replaceChildren(error.message, ...(hint ? [" ", el("span", { class: "hint" }, sentence(hint))] : []));
        formula.fade();
        offer(readings, text, [], [], replace);
        showNotes(part(root, "notes"), []);
        onReading(null);
      },
    );
  }

  const readSoon = debounce(20, read);

  function edited() {
    grow(definition);
    underline(mirror, definition.value, [], "");
    store.set(afterTyping(store.state, definition.value, owner === store.state.dataset && owner !== ""));
  }

  /** Puts a reading in place of what was read, in brackets where it needs them. @param {{ start: number, end: number }} span @param {string} text */
  function replace({ start, end }, text) {
    definition.setRangeText(inPlace(definition.value, { start, end }, text), start, end, "end");
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

/** What a program is told to give shapes for, a person gives values. @param {string} hint @returns {string | null} the names */
function withoutValues(hint) {
  if (!hint.includes('"shapes"')) return null;
  const names = [...hint.slice(0, hint.indexOf('"shapes"')).matchAll(/'([^']+)'/g)].map(([, name]) => name);
  return names.length === 0 ? null : new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}

/** @param {string} words */
const sentence = (words) => words[0].toUpperCase() + words.slice(1);
