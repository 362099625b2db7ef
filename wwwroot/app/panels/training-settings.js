// What a training is made with: the model, how it learns, and the parameters of a loss of one's own.
import { chosen, usualRate } from "../math/optimizers.js";
import { logSlide } from "../math/log-slide.js";
import { format } from "../math/numbers.js";
import { rolesInWords } from "../math/own-loss.js";
import { knobs as knobsKept, settingsOf } from "../math/training-settings.js";
import { el, say, set } from "../view/elements.js";
import { createKnobs } from "./knobs.js";

/** @typedef {import("../math/training-settings.js").Settings} Settings */

const activations = ["tanh", "relu", "sigmoid", "leaky_relu", "elu", "gelu", "silu", "softplus", "sin", "identity"];
const rates = logSlide({ low: 1e-4, high: 3 });
const lengths = logSlide({ low: 10, high: 20_000 });

let forms = 0;

/**
 * @param {object} options
 * @param {() => Settings} options.kept what is kept of the settings
 * @param {(change: Settings) => void} options.change
 * @param {() => string} options.typed the function of the other chapters, which is taken where no loss is written
 */
export function createTrainingSettings({ kept, change, typed }) {
  const id = `training-${++forms}`;
  /** @type {(() => void)[]} */
  const drawers = [];
  const now = () => settingsOf(kept());

  /** A labelled control. @param {string} title @param {HTMLElement} control @param {...(Node | string)} rest */
  const field = (title, control, ...rest) => el("div", { class: "setting", "data-setting": control.dataset.part ?? "" }, el("label", { for: control.id }, title), control, ...rest);

  /** @param {string} name @param {string} title @param {readonly (readonly [string, string])[]} choices */
  function select(name, title, choices) {
    const control = el("select", { id: `${id}-${name}`, "data-part": name, onchange: () => change({ [name]: control.value }) }, ...choices.map(([value, words]) => el("option", { value }, words)));
    drawers.push(() => {
      if (![...control.options].some(({ value }) => value === now()[name])) control.append(el("option", { value: now()[name] }, now()[name]));
      control.value = now()[name];
    });
    return field(title, control);
  }

  /** @param {string} name @param {string} title @param {string} placeholder @param {Record<string, string>} [more] */
  function text(name, title, placeholder, more = {}) {
    const control = el("input", { id: `${id}-${name}`, "data-part": name, autocomplete: "off", placeholder, ...more, oninput: () => change({ [name]: control.value.trim() }) });
    drawers.push(() => {
      if (document.activeElement !== control) control.value = now()[name] ?? "";
    });
    return field(title, control);
  }

  /** @param {string} name @param {string} title @param {ReturnType<typeof logSlide>} slide @param {(value: number) => string} write */
  function slider(name, title, slide, write) {
    const value = el("output", { for: `${id}-${name}`, "data-part": `${name}-value` });
    const control = el("input", { id: `${id}-${name}`, "data-part": name, type: "range", min: 0, max: 1000, step: 1, oninput: () => change({ [name]: write(slide.at(Number(control.value))) }) });
    drawers.push(() => {
      const number = Number(now()[name]);
      if (document.activeElement !== control) control.value = String(slide.of(number));
      say(value, format(number, 3));
      set(control, { "aria-valuetext": format(number, 3) });
    });
    return el("div", { class: "slide" }, el("label", { for: control.id }, title), value, control);
  }

  const model = select("model", "Model", [["network", "Network"], ["straight", "Straight line or boundary"], ["own", "A loss of your own"]]);
  const layers = text("layers", "Units of each hidden layer", "8, 8", { inputmode: "text" });
  const activation = select("activation", "Activation", activations.map((name) => [name, name.replace("_", " ")]));
  const loss = el("textarea", { id: `${id}-loss`, "data-part": "loss", rows: 2, spellcheck: "false", autocapitalize: "off", autocomplete: "off", oninput: () => change({ loss: loss.value }) });
  const lossField = field("Loss, as a function of its parameters", loss, el("p", { class: "quiet-words" }, "X stands for the features, y for what is predicted; columns have their own names too."));
  drawers.push(() => {
    if (document.activeElement !== loss) loss.value = now().loss;
  });
  const parameters = el("div", { class: "parameters", role: "group", "aria-label": "First values of the parameters", "data-part": "parameters" });
  const modelFault = el("p", { class: "said wrong", role: "status", "data-part": "model-fault" });
  const roles = el("div", { class: "parameters", role: "group", "aria-label": "Names that are columns too", "data-part": "roles" });
  const roleSummary = el("summary", {});
  const roleDetails = el("details", { class: "numbers-behind", hidden: true }, roleSummary, roles);
  const own = el("div", { class: "own-loss" }, lossField, roleDetails, parameters);

  const optimizer = select("optimizer", "Update rule", [["gradient_descent", "Gradient descent"], ["adam", "Adam"]]);
  const rate = slider("rate", "Learning rate", rates, (value) => String(Number(value.toPrecision(2))));
  const steps = slider("steps", "Steps", lengths, (value) => String(Math.round(Number(value.toPrecision(2)))));
  const rule = /** @type {HTMLSelectElement} */ (optimizer.querySelector("select"));
  /** @type {readonly import("../math/optimizers.js").Optimizer[]} */
  let known = [];
  const knobs = createKnobs({ id, read: () => knobsKept(kept()), write: (name, text) => change({ [`knob.${name}`]: text ?? "" }) });
  const ruleNow = () => (known.length > 0 ? chosen(known, now().optimizer) : null);
  drawers.push(() => knobs.draw(ruleNow()));
  const more = el("details", { class: "numbers-behind" }, el("summary", {}, "More settings"),
    text("batch", "Examples in each step", "all", { inputmode: "numeric" }), text("test", "Share kept for testing", "0", { inputmode: "decimal" }), text("seed", "Seed of the random numbers", "0", { inputmode: "numeric" }),
    select("standardize", "Features", [["", "as they are"], ["yes", "standardised"]]));
  const learningFault = el("p", { class: "said wrong", role: "status", "data-part": "learning-fault" });

  const modelCard = el("section", { class: "card" }, el("h3", {}, "Model"), model, layers, activation, own, modelFault);
  const learningCard = el("section", { class: "card" }, el("h3", {}, "Learning"), optimizer, rate, steps, knobs.element, more, learningFault);

  /** @param {string[]} names of the parameters of the loss @param {string[]} columns that it calls by their names */
  function offerParameters(names, columns) {
    roleDetails.hidden = columns.length === 0;
    say(roleSummary, rolesInWords(columns, (name) => now()[`role.${name}`] === "parameter"));
    if (!roles.contains(document.activeElement)) roles.replaceChildren(...columns.map((name) => {
      const role = el("select", { id: `${id}-role-${name}`, onchange: () => change({ [`role.${name}`]: role.value }) }, el("option", { value: "" }, "the column of this name"), el("option", { value: "parameter" }, "a parameter to learn"));
      role.value = now()[`role.${name}`] ?? "";
      return el("div", { class: "setting" }, el("label", { for: role.id }, el("code", {}, name), " is"), role);
    }));
    const drawn = [...parameters.querySelectorAll("input")].map(({ dataset }) => dataset.name);
    if (JSON.stringify(drawn) !== JSON.stringify(names))
      parameters.replaceChildren(...names.map((name) => {
        const input = el("input", { id: `${id}-start-${name}`, "data-name": name, autocomplete: "off", spellcheck: "false", oninput: () => change({ [`start.${name}`]: input.value }) });
        return el("div", { class: "setting" }, el("label", { for: input.id }, el("code", {}, name), " begins at"), input);
      }));
    for (const input of parameters.querySelectorAll("input")) if (document.activeElement !== input) input.value = now()[`start.${input.dataset.name}`] ?? "";
  }

  function draw() {
    for (const each of drawers) each();
    loss.placeholder = typed();
    const chosen = now().model;
    layers.hidden = activation.hidden = chosen !== "network";
    own.hidden = chosen !== "own";
  }

  return {
    cards: [modelCard, learningCard],
    draw,
    offerParameters,
    /** What is wrong with the model and with how it learns, or nothing. @param {string} ofModel @param {string} [ofLearning] */
    fault(ofModel, ofLearning = "") {
      say(modelFault, ofModel);
      say(learningFault, ofLearning);
      if (ofLearning !== "") more.open = true;
    },
    /** @param {readonly import("../math/optimizers.js").Optimizer[]} all */
    offer(all) {
      const movable = all.filter((each) => each.name !== "sgd" && usualRate(each) !== null); // gradient descent is the same, by its plain name
      known = all;
      rule.replaceChildren(...movable.map(({ name, title }) => el("option", { value: name }, title)));
      draw();
    },
  };
}
