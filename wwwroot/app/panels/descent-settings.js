// What a descent is made with: the update rule, its rate, the number of steps.
import { logSlide } from "../math/log-slide.js";
import { format } from "../math/numbers.js";
import { chosen, offered, rateFor, ratesAround, usualRate } from "../math/optimizers.js";
import { el, part, say } from "../view/elements.js";

/** @typedef {import("../math/optimizers.js").Optimizer} Optimizer */

const lengths = { low: 1, high: 5000 };

/** Until the catalogue tells the usual rate. */
const plainRate = 0.001;

/** @param {HTMLElement} root @param {import("../state.js").Store} store */
export function createDescentSettings(root, store) {
  /** @type {readonly Optimizer[]} */
  let all = [];
  const choice = part(root, "optimizers");
  const [rateSlider, stepsSlider] = [part(root, "rate"), part(root, "steps")];
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
    store.set({ optimizer: next.name, rate: before === null ? store.state.rate : rateFor(store.state.rate, before, next) });
  }

  function draw() {
    const { state } = store;
    const optimizer = current();
    for (const input of choice.querySelectorAll("input")) input.checked = input.value === optimizer?.name;
    rateSlider.parentElement.hidden = optimizer !== null && usualRate(optimizer) === null;
    if (document.activeElement !== rateSlider) rateSlider.value = String(rate().of(state.rate));
    if (document.activeElement !== stepsSlider) stepsSlider.value = String(steps.of(state.steps));
    say(part(root, "rate-value"), format(state.rate, 3));
    say(part(root, "steps-value"), String(state.steps));
    rateSlider.setAttribute("aria-valuetext", format(state.rate, 3));
    stepsSlider.setAttribute("aria-valuetext", String(state.steps));
  }
  store.subscribe(draw);
  draw();

  return {
    /** Offers the optimizers of the catalogue. @param {readonly Optimizer[]} known */
    offer(known) {
      all = known;
      choice.append(...offered(all).map((optimizer) =>
        el("label", { title: optimizer.sentence }, el("input", { type: "radio", name: "optimizer", value: optimizer.name, onchange: () => choose(optimizer) }), optimizer.title)));
      draw();
    },
    /** What a request says of the optimizer. @returns {{ name: string, lr?: number }} */
    asked() {
      const { optimizer: name, rate: lr } = store.state;
      const optimizer = current();
      if (optimizer === null) return { name, lr };
      return usualRate(optimizer) === null ? { name: optimizer.name } : { name: optimizer.name, lr };
    },
  };
}
