// What a runner runs by: the update rule, its rate, its momentum, and its other parameters.
import { logSlide } from "../math/log-slide.js";
import { format } from "../math/numbers.js";
import { chosen, offered, ratesAround, typed, usualRate } from "../math/optimizers.js";
import { ruled } from "../math/runners.js";
import { el, say } from "../view/elements.js";
import { createKnobs } from "./knobs.js";

/** @typedef {import("../math/optimizers.js").Optimizer} Optimizer */
/** @typedef {import("../math/runners.js").Runner} Runner */

/** Until the catalogue tells the usual rate. */
const plainRate = 0.001;

/** The slider of momentum goes so far, in hundredths. */
const mostMomentum = 99;

let forms = 0;

/**
 * @param {object} options
 * @param {() => Runner} options.read
 * @param {(change: Partial<Runner>) => void} options.write
 */
export function createRunnerForm({ read, write }) {
  const id = `runner-${++forms}`;
  /** @type {readonly Optimizer[]} */
  let all = [];
  const rule = el("select", { id: `${id}-rule`, "data-part": "rule" });
  const sentence = el("p", { class: "quiet-words rule-sentence" });
  const slide = (/** @type {string} */ name, /** @type {string} */ words, /** @type {number} */ max) => {
    const input = el("input", { id: `${id}-${name}`, "data-part": name, type: "range", min: 0, max, step: 1 });
    const output = el("output", { for: input.id, "data-part": `${name}-value` });
    return { input, output, element: el("div", { class: "slide" }, el("label", { for: input.id }, words), output, input) };
  };
  const rate = slide("rate", "Learning rate", 1000);
  const momentum = slide("momentum", "Momentum", mostMomentum);
  const knobs = createKnobs({ id, read: () => read().knobs, write: turn });
  const element = el("form", { class: "settings" },
    el("div", { class: "rule" }, el("label", { for: rule.id }, "Update rule"), rule), sentence, rate.element, momentum.element, knobs.element);

  const current = () => (all.length > 0 ? chosen(all, read().optimizer) : null);
  const rates = () => {
    const optimizer = current();
    return logSlide(ratesAround((optimizer && usualRate(optimizer)) ?? plainRate));
  };
  const momentumOf = () => current()?.parameters.find(({ name, default: usual }) => name === "momentum" && typeof usual === "number");

  element.addEventListener("submit", (event) => event.preventDefault());
  rule.addEventListener("change", () => {
    const [before, next] = [current(), all.find(({ name }) => name === rule.value)];
    if (before && next) write(ruled(read(), before, next));
  });
  rate.input.addEventListener("input", () => write({ rate: rates().at(Number(rate.input.value)) }));
  momentum.input.addEventListener("input", () => {
    const parameter = momentumOf();
    const text = String(Number(momentum.input.value) / 100);
    if (parameter) turn("momentum", text === typed(parameter.default) ? null : text);
  });

  /** @param {string} name @param {string | null} text */
  function turn(name, text) {
    const { [name]: _, ...others } = read().knobs;
    write({ knobs: text === null ? others : { ...others, [name]: text } });
  }

  return {
    element,
    /** Offers the optimizers of the catalogue. @param {readonly Optimizer[]} known */
    offer(known) {
      all = known;
      rule.replaceChildren(...offered(all).map(({ name, title }) => el("option", { value: name }, title)));
    },
    /** Shows the runner as it is now. @param {boolean} [another] whether it is another one than before */
    draw(another = false) {
      const runner = read();
      const optimizer = current();
      if (optimizer !== null) rule.value = optimizer.name;
      say(sentence, optimizer?.sentence ?? "");
      rate.element.hidden = optimizer !== null && usualRate(optimizer) === null;
      if (another || document.activeElement !== rate.input) rate.input.value = String(rates().of(runner.rate));
      say(rate.output, format(runner.rate, 3));
      rate.input.setAttribute("aria-valuetext", format(runner.rate, 3));
      const heavy = momentumOf();
      momentum.element.hidden = heavy === undefined;
      const weight = Number(runner.knobs.momentum ?? heavy?.default ?? 0);
      if (another || document.activeElement !== momentum.input) momentum.input.value = String(Math.round(100 * weight));
      say(momentum.output, format(weight, 3));
      momentum.input.setAttribute("aria-valuetext", format(weight, 3));
      knobs.draw(optimizer, another);
    },
  };
}
