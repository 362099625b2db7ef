// What a descent is made with: the update rule, its rate and its other parameters, the number of steps.
import { logSlide } from "../math/log-slide.js";
import { format } from "../math/numbers.js";
import { changedKnobs, chosen, knobsOf, offered, rateFor, ratesAround, typed, untyped, usualRate } from "../math/optimizers.js";
import { el, part, say } from "../view/elements.js";

/** @typedef {import("../math/optimizers.js").Optimizer} Optimizer */

const lengths = { low: 1, high: 5000 };

/** Until the catalogue tells the usual rate. */
const plainRate = 0.001;

let forms = 0;

/** @param {HTMLElement} root @param {import("../state.js").Store} store */
export function createDescentSettings(root, store) {
  /** @type {readonly Optimizer[]} */
  let all = [];
  /** The optimizer whose fields stand in the form. */
  let drawnFor = "";
  const id = `descent-${++forms}`;
  const rule = el("select", { id: `${id}-rule`, "data-part": "rule", onchange: () => choose(/** @type {Optimizer} */ (all.find(({ name }) => name === rule.value))) });
  const sentence = el("p", { class: "quiet-words rule-sentence" });
  const rateSlider = el("input", { id: `${id}-rate`, "data-part": "rate", type: "range", min: 0, max: 1000, step: 1 });
  const rateValue = el("output", { for: rateSlider.id, "data-part": "rate-value" });
  const rateSlide = el("div", { class: "slide" }, el("label", { for: rateSlider.id }, "Learning rate"), rateValue, rateSlider);
  const stepsSlider = el("input", { id: `${id}-steps`, "data-part": "steps", type: "range", min: 0, max: 1000, step: 1 });
  const stepsValue = el("output", { for: stepsSlider.id, "data-part": "steps-value" });
  const fields = el("div", { class: "knobs", "data-part": "knobs" });
  const more = el("details", { class: "numbers-behind" }, el("summary", {}, "All parameters"), fields);
  const here = el("button", { type: "button", "data-part": "here" }, "Start from the point");
  part(root, "settings").append(
    el("div", { class: "rule" }, el("label", { for: rule.id }, "Update rule"), rule), sentence, rateSlide,
    el("div", { class: "slide" }, el("label", { for: stepsSlider.id }, "Steps"), stepsValue, stepsSlider), more, here);

  const steps = logSlide(lengths);
  const current = () => (all.length > 0 ? chosen(all, store.state.optimizer) : null);
  const rate = () => {
    const optimizer = current();
    return logSlide(ratesAround((optimizer && usualRate(optimizer)) ?? plainRate));
  };

  rateSlider.addEventListener("input", () => store.set({ rate: rate().at(Number(rateSlider.value)) }));
  stepsSlider.addEventListener("input", () => store.set({ steps: Math.round(steps.at(Number(stepsSlider.value))) }));
  part(root, "settings").addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());

  /** @param {Optimizer} next */
  function choose(next) {
    const before = current();
    const names = knobsOf(next).map(({ name }) => name);
    const knobs = Object.fromEntries(Object.entries(store.state.knobs).filter(([name]) => names.includes(name)));
    store.set({ optimizer: next.name, knobs, rate: before === null ? store.state.rate : rateFor(store.state.rate, before, next) });
  }

  /** @param {string} name @param {string} text @param {unknown} usual */
  function turn(name, text, usual) {
    const knobs = { ...store.state.knobs, [name]: text };
    if (text === typed(usual)) delete knobs[name];
    store.set({ knobs });
  }

  /** A field for a parameter. @param {ReturnType<typeof knobsOf>[number]} parameter */
  function field({ name, default: usual, range = "", sentence: says = "" }) {
    const about = `${id}-${name}-about`;
    const isFlag = typeof usual === "boolean";
    const now = store.state.knobs[name] ?? typed(usual);
    const input = el("input", { id: `${id}-${name}`, "aria-describedby": about, autocomplete: "off", ...(isFlag ? { type: "checkbox" } : { inputmode: "decimal", value: now }) });
    if (isFlag) input.checked = now === "true";
    input.addEventListener(isFlag ? "change" : "input", () => {
      const text = isFlag ? String(input.checked) : input.value;
      input.setAttribute("aria-invalid", String(untyped(usual, text) === null));
      turn(name, text, usual);
    });
    return el("div", { class: "knob" }, el("label", { for: input.id }, el("code", {}, name)), input, el("p", { class: "quiet-words", id: about }, `${says} ${isFlag || range === "" ? "" : `Takes ${range}.`}`.trim()));
  }

  function draw() {
    const { state } = store;
    const optimizer = current();
    if (optimizer !== null) rule.value = optimizer.name;
    say(sentence, optimizer?.sentence ?? "");
    rateSlide.hidden = optimizer !== null && usualRate(optimizer) === null;
    if (document.activeElement !== rateSlider) rateSlider.value = String(rate().of(state.rate));
    if (document.activeElement !== stepsSlider) stepsSlider.value = String(steps.of(state.steps));
    say(rateValue, format(state.rate, 3));
    say(stepsValue, String(state.steps));
    rateSlider.setAttribute("aria-valuetext", format(state.rate, 3));
    stepsSlider.setAttribute("aria-valuetext", String(state.steps));
    more.hidden = optimizer === null || knobsOf(optimizer).length === 0;
    if (optimizer === null || optimizer.name === drawnFor) return;
    drawnFor = optimizer.name;
    fields.replaceChildren(...knobsOf(optimizer).map(field));
  }
  store.subscribe(draw);
  draw();

  return {
    /** The button that starts a descent. */
    here,
    /** Offers the optimizers of the catalogue. @param {readonly Optimizer[]} known */
    offer(known) {
      all = known;
      rule.replaceChildren(...offered(all).map(({ name, title }) => el("option", { value: name }, title)));
      draw();
    },
    /** What a request says of the optimizer. @returns {{ name: string, lr?: number }} */
    asked() {
      const { optimizer: name, rate: lr, knobs } = store.state;
      const optimizer = current();
      if (optimizer === null) return { name, lr };
      return { name: optimizer.name, ...(usualRate(optimizer) === null ? {} : { lr }), ...changedKnobs(optimizer, knobs) };
    },
  };
}
