// The function as typed: read, typeset, underlined where it can't be read.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { el, part, say } from "../view/elements.js";
import { showNotes } from "../view/notes.js";
import { formatLatex } from "../math/numbers.js";
import { nameLatex, typeset } from "../view/typeset.js";
import { namesIn, readDataset, shapeOf } from "../math/dataset.js";
import { createCompletion } from "./completion.js";

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
  const formula = part(root, "typeset");
  const readings = part(root, "readings");
  const latest = createLatest();

  const completion = createCompletion(part(root, "completion"), part(root, "completion-told"), definition, mirror, () => edited());

  function read() {
    const { function: text } = store.state;
    const { data, shapes, values } = given(store.state);
    latest.run(
      (signal) => understand(text, data, shapes, signal),
      ({ answer, alternatives }) => {
        const doubts = (answer.notes ?? []).filter((/** @type {any} */ note) => note.readings?.length > 1);
        underline(mirror, definition.value === text ? text : definition.value, doubts.map((/** @type {any} */ note) => note.position), "doubt");
        say(said, "");
        said.classList.remove("wrong");
        const name = answer.name ?? "f";
        const variables = answer.function.variables;
        const head = variables.length > 0 ? `${nameLatex(name)}(${variables.map(nameLatex).join(", ")})` : nameLatex(name);
        const constants = Object.entries(data).flatMap(([constant, value]) => (typeof value === "number" ? `${nameLatex(constant)} = ${formatLatex(value)}` : []));
        typeset(formula, `${head} = ${answer.function.latex}` + (constants.length > 0 ? `,\\quad ${constants.join(",\\; ")}` : ""), { display: true });
        formula.classList.remove("stale");
        offer(readings, doubts, alternatives, replace);
        showNotes(part(root, "notes"), (answer.notes ?? []).filter((/** @type {any} */ note) => !doubts.includes(note)));
        onReading(settled({ definition: text, data, shapes, values, name, variables }, answer));
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        const { position, hint } = error.problem;
        underline(mirror, text, position ? [position] : [], "wrong");
        said.classList.add("wrong");
        said.replaceChildren(error.message, ...(hint ? [" ", el("span", { class: "hint" }, sentence(hint))] : []));
        formula.classList.add("stale");
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
    const named = new Set(text.match(/[A-Za-z_\u0370-\u03ff][\w\u0370-\u03ff]*/g));
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

/**
 * What the page knows of names: numbers and data that were pasted, of those the definition has. Until the service has told which names
 * are variables, values are sent as shapes.
 * @param {import("../state.js").State} state
 */
function given({ function: text, data, dataset }) {
  const names = namesIn(text);
  /** @type {Record<string, import("../math/dataset.js").Value>} */
  let values = {};
  try {
    values = Object.fromEntries(Object.entries(readDataset(dataset, text).values).filter(([name]) => names.has(name)));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // the field says what is wrong
  }
  const numbers = Object.entries(values).filter(([, value]) => typeof value === "number");
  const arrays = Object.entries(values).filter(([, value]) => typeof value !== "number");
  return {
    data: { ...data, .../** @type {Record<string, number>} */ (Object.fromEntries(numbers)) },
    shapes: Object.fromEntries(arrays.map(([name, value]) => [name, shapeOf(value)])),
    values: Object.fromEntries(arrays),
  };
}

/**
 * Now that the variables are known: values of variables make the point, all others are data.
 * @param {Reading} reading @param {any} answer @returns {Reading}
 */
function settled({ shapes, values = {}, ...reading }, answer) {
  const isVariable = (/** @type {string} */ name) => reading.variables.includes(name);
  // Without a signature every name is a variable; a table is data all the same.
  const free = answer.name === null;
  const own = Object.entries(values).filter(([name]) => isVariable(name) && !free);
  const others = Object.entries(values).filter(([name]) => !isVariable(name) || free);
  return {
    ...reading,
    variables: free ? reading.variables.filter((name) => !(name in values)) : reading.variables,
    data: { ...reading.data, ...Object.fromEntries(others) },
    shapes: Object.fromEntries(own.map(([name, value]) => [name, shapeOf(value)])),
    values: Object.fromEntries(own),
  };
}

/**
 * Reads the text, and each bracketed reading of what is in doubt so that it can be typeset.
 * @param {string} definition @param {Record<string, number>} data @param {Record<string, number[]>} shapes @param {AbortSignal} signal
 */
async function understand(definition, data, shapes, signal) {
  const answer = await ask(calls.parse({ definition, data, shapes }), signal);
  const doubts = (answer.notes ?? []).filter((/** @type {any} */ note) => note.readings?.length > 1);
  const alternatives = await Promise.all(
    doubts.map((/** @type {any} */ note) => Promise.all(note.readings.map((/** @type {string} */ reading) => latexOf(reading, signal)))),
  );
  return { answer, alternatives };
}

/** The LaTeX of a reading; null where it can't stand alone. @param {string} text @param {AbortSignal} signal @returns {Promise<string | null>} */
async function latexOf(text, signal) {
  try {
    return (await ask(calls.parse({ definition: text, data: {} }), signal)).function.latex;
  } catch (error) {
    if (error instanceof ApiProblem) return null; // shown as text instead
    throw error;
  }
}

/**
 * Two readings side by side: the one taken, and what to write for the other.
 * @param {HTMLElement} host @param {any[]} doubts @param {(string | null)[][]} latex
 * @param {(span: { start: number, end: number }, text: string) => void} replace
 */
function offer(host, doubts, latex, replace) {
  host.replaceChildren(
    ...doubts.flatMap((note, i) => [
      el("p", {}, note.message),
      ...note.readings.map((/** @type {string} */ reading, /** @type {number} */ j) => {
        const formula = el("span", { class: "said-so" }, reading);
        const source = latex[i]?.[j];
        if (source) typeset(formula, source, { display: true });
        if (j === 0) return el("div", { class: "reading taken" }, el("small", {}, "Read as"), formula);
        if (reading.endsWith("…")) return el("div", { class: "reading" }, el("small", {}, "It could also be"), formula);
        return el("button", { class: "reading", type: "button", onclick: () => replace(note.position, reading) }, el("small", {}, "Read it instead as"), formula);
      }),
    ]),
  );
  host.hidden = host.childElementCount === 0;
}

/** @param {string} words */
const sentence = (words) => words[0].toUpperCase() + words.slice(1);

/** As many lines as the text takes. @param {HTMLTextAreaElement} area */
function grow(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}

/**
 * The same text behind the field, with marks under the characters meant. A place after the last character is marked by a space there.
 * @param {HTMLElement} mirror @param {string} text @param {{ start: number, end: number }[]} spans @param {string} kind
 */
function underline(mirror, text, spans, kind) {
  const pieces = [];
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const first = Math.min(Math.max(from, start), text.length);
    const last = Math.min(Math.max(end, first + 1), text.length);
    pieces.push(text.slice(from, first), el("mark", { class: kind }, text.slice(first, last) || "\u00a0"));
    from = last;
  }
  pieces.push(text.slice(from));
  mirror.replaceChildren(...pieces);
}
