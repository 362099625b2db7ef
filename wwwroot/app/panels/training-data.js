// What a training learns from: a data set by its name, points placed by hand, or a table that is pasted.
import { format, readNumber } from "../math/numbers.js";
import { placed } from "../math/placed.js";
import { columnsOf, guessed, namesOf } from "../math/training-request.js";
import { settingsOf } from "../math/training-settings.js";
import { kinds, symbolPath } from "../plot/symbols.js";
import { el, say, svg } from "../view/elements.js";

/** @typedef {import("../math/training-settings.js").Settings} Settings */
/** @typedef {import("../math/placed.js").Placed} Placed */

const byHand = [["points", "Points of classes, placed by hand"], ["heights", "Points of a line, placed by hand"], ["table", "A table that I paste"]];

/**
 * @param {object} options
 * @param {() => { settings: Settings, points: Placed[], table: string }} options.now
 * @param {(change: Settings) => void} options.change
 * @param {(points: Placed[]) => void} options.place
 * @param {(table: string) => void} options.paste
 */
export function createTrainingData({ now, change, place, paste }) {
  /** @type {readonly import("../math/training-request.js").DataSet[]} */
  let datasets = [];
  let kind = 0;
  const settings = () => settingsOf(now().settings);
  const data = el("select", { id: "training-data", "data-part": "data", onchange: () => change({ data: data.value, example: "0", target: "", task: "" }) });
  const sentence = el("p", { class: "quiet-words" });
  const fault = el("p", { class: "said wrong", role: "status", "data-part": "data-fault" });

  const count = numberField("count", "Points", "200");
  const noise = numberField("noise", "Noise", "");
  const made = el("div", { class: "setting-pair" }, count.field, noise.field);

  /** @param {string} name @param {string} title @param {string} placeholder */
  function numberField(name, title, placeholder) {
    const input = el("input", { id: `training-${name}`, "data-part": name, inputmode: "decimal", autocomplete: "off", placeholder, oninput: () => change({ [name]: input.value.trim() }) });
    return { input, field: el("div", { class: "setting" }, el("label", { for: input.id }, title), input) };
  }

  // Points by hand: the class that a click places, and fields for those who don't click.
  const classes = el("div", { class: "class-choice", role: "radiogroup", "aria-label": "Class of the next point" }, ...Array.from({ length: kinds }, (_, each) => {
    const input = el("input", { type: "radio", name: "training-class", id: `training-class-${each}`, value: String(each), checked: each === 0, onchange: () => (kind = each) });
    return el("label", { for: input.id }, input, svg("svg", { class: "legend-sign", viewBox: "-7 -7 14 14", "aria-hidden": "true" }, svg("path", { class: `example kind-${each}`, d: symbolPath(each, 4.6) })), `class ${each}`);
  }));
  const [first, second] = ["x", "y"].map((name) => el("input", { id: `training-add-${name}`, "data-part": `add-${name}`, inputmode: "decimal", autocomplete: "off" }));
  const [firstLabel, secondLabel] = [el("label", { for: first.id }), el("label", { for: second.id })];
  const add = el("form", { class: "add-point", "data-part": "add-point" }, el("div", { class: "setting" }, firstLabel, first), el("div", { class: "setting" }, secondLabel, second), el("button", { type: "submit" }, "Add"));
  const list = el("ul", { class: "placed" });
  const placedDetails = el("details", { class: "numbers-behind" }, el("summary", {}, "The points, to remove some"), list);
  const clear = el("button", { type: "button", class: "quiet", onclick: () => place([]) }, "Remove all");
  const hand = el("div", { class: "by-hand", "data-part": "by-hand" }, el("p", { class: "quiet-words" }, "Click the picture to place a point, or type where it is. A click on a point removes it."), classes, add, placedDetails, clear);
  add.addEventListener("submit", (event) => {
    event.preventDefault();
    const [x, y] = [first, second].map(({ value }) => readNumber(value));
    [first, second].forEach((input, i) => input.setAttribute("aria-invalid", String([x, y][i] === null)));
    if (x === null || y === null) return;
    place([...now().points, { x: placed(x), y: placed(y), kind }]);
    first.value = second.value = "";
    first.focus();
  });

  // A table.
  const table = el("textarea", { id: "training-table", "data-part": "table", rows: 5, maxlength: 200_000, spellcheck: "false", autocapitalize: "off", autocomplete: "off", placeholder: "hours,sleep,passed\n1,8,0\n…", oninput: () => paste(table.value) });
  const target = el("select", { id: "training-target", "data-part": "target", onchange: () => change({ target: target.value, task: "" }) });
  const task = el("select", { id: "training-task", "data-part": "task", onchange: () => change({ task: task.value }) });
  const pasted = el("div", { class: "pasted" }, el("div", { class: "setting" }, el("label", { for: table.id }, "A line for each example, the names of the columns first"), table),
    el("div", { class: "setting-pair" }, el("div", { class: "setting" }, el("label", { for: target.id }, "Predict"), target), el("div", { class: "setting" }, el("label", { for: task.id }, "It is"), task)));

  const card = el("section", { class: "card" }, el("h3", {}, "Data"), el("div", { class: "setting" }, el("label", { for: data.id, class: "hidden" }, "Data"), data), sentence, made, hand, pasted, fault);

  function draw() {
    const chosen = settings();
    const { points } = now();
    data.value = chosen.data;
    const set = datasets.find(({ name }) => name === chosen.data);
    say(sentence, set?.sentence ?? "");
    made.hidden = set === undefined || !set.made;
    if (set) [count.input.placeholder, noise.input.placeholder] = [String(set.n), String(set.noise)];
    for (const [name, { input }] of /** @type {const} */ ([["count", count], ["noise", noise]])) if (document.activeElement !== input) input.value = chosen[name];
    const isHand = chosen.data === "points" || chosen.data === "heights";
    hand.hidden = !isHand;
    pasted.hidden = chosen.data !== "table";
    classes.hidden = chosen.data !== "points";
    const { features, target: aim } = namesOf(chosen, { datasets, points, table: now().table });
    say(firstLabel, features[0] ?? "x");
    say(secondLabel, chosen.data === "points" ? (features[1] ?? "y") : aim);
    clear.hidden = placedDetails.hidden = points.length === 0;
    if (isHand) list.replaceChildren(...points.map((point, i) => el("li", {}, `(${format(point.x, 3)}, ${format(point.y, 3)})${chosen.data === "points" ? `, class ${point.kind}` : ""} `,
      el("button", { type: "button", class: "quiet", "aria-label": `Remove the point (${format(point.x, 3)}, ${format(point.y, 3)})`, onclick: () => place(points.filter((_, each) => each !== i)) }, "Remove"))));
    if (pasted.hidden) return;
    if (document.activeElement !== table) table.value = now().table;
    const { names, cells } = columnsOf(now().table);
    const at = chosen.target === "" ? names.length - 1 : names.indexOf(chosen.target);
    target.replaceChildren(...names.map((name, i) => el("option", { value: i === names.length - 1 ? "" : name }, name)));
    target.value = at === names.length - 1 ? "" : chosen.target;
    const guess = guessed(cells[at] ?? []);
    task.replaceChildren(...["quantity", "class"].map((each) => el("option", { value: each === guess ? "" : each }, each === "class" ? "a class" : "a quantity")));
    task.value = chosen.task === guess ? "" : chosen.task;
  }

  return {
    card,
    draw,
    /** The class that a click places. */
    get kind() {
      return settings().data === "heights" ? 0 : kind;
    },
    /** What is wrong with the data, or nothing. @param {string} words */
    fault(words) {
      say(fault, words);
    },
    /** @param {readonly import("../math/training-request.js").DataSet[]} all */
    offer(all) {
      datasets = all;
      data.replaceChildren(el("optgroup", { label: "Data sets" }, ...all.map(({ name, title }) => el("option", { value: name }, title))), el("optgroup", { label: "Your own" }, ...byHand.map(([value, title]) => el("option", { value }, title))));
      draw();
    },
  };
}
