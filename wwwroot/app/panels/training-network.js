// The network as units and weights: widths for sizes, colours and dashes for signs, and what passes through for one example.
import { entryAt, mostDrawn, placesOf, weightAt } from "../math/network.js";
import { format, toNumber } from "../math/numbers.js";
import { el, say, set, svg } from "../view/elements.js";
import { exportable } from "../view/export.js";
import { onPaper } from "../view/ink.js";
import { word } from "../view/stage.js";

/** @typedef {import("../math/network.js").Layer} Layer */

/**
 * @typedef {object} Shown
 * @property {Layer[]} layers
 * @property {string[]} features
 * @property {string} [target] what the last unit says, where there is one
 * @property {Record<string, any>} edges what the lines show, by the names of the weights: the weights, their gradient or their change
 * @property {Record<string, any>} biases
 * @property {(any[] | null)} values of the units of each layer, inputs first; null where none are known
 * @property {number | null} [lit] the layer that is spoken of, inputs being 0
 * @property {"weight" | "gradient" | "change"} of what the lines are
 */

/** @param {HTMLElement} host @param {{ label: string }} options */
export function createNetwork(host, { label }) {
  const edges = svg("g", { class: "edges" });
  const units = svg("g", { class: "units" });
  const picture = svg("svg", { role: "img", "aria-label": label });
  const text = el("p", { class: "hidden" });
  picture.append(edges, units);
  host.classList.add("stage", "network");
  host.append(el("div", { class: "canvas" }, picture), text);
  exportable({ picture }, label);
  let size = { width: 0, height: 0 };
  let signature = "";
  /** @type {Shown | null} */
  let shown = null;

  new ResizeObserver(([entry]) => {
    size = { width: entry.contentRect.width, height: entry.contentRect.height };
    signature = "";
    paint();
  }).observe(picture);

  onPaper((share) => {
    const whole = size;
    size = { width: size.width * share, height: size.height * share };
    paint();
    size = whole;
  });

  function paint() {
    if (shown === null || size.width < 40) return;
    const { layers, features, target = "" } = shown;
    const sizes = [features.length, ...layers.map((layer) => layer.units)];
    const places = placesOf(sizes, size);
    set(picture, { viewBox: `0 0 ${size.width} ${size.height}` });
    const next = JSON.stringify([sizes, size, features, target]);
    if (next !== signature) {
      signature = next;
      build(places, sizes, features, target);
    }
    update(places);
  }

  /** @param {{ x: number, y: number }[][]} places @param {number[]} sizes @param {string[]} features @param {string} target */
  function build(places, sizes, features, target) {
    const radius = Math.max(7, Math.min(17, size.height / (2.9 * Math.min(mostDrawn, Math.max(...sizes)))));
    edges.replaceChildren(...places.slice(1).flatMap((column, layer) => column.flatMap((to) => places[layer].map((from) => svg("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y })))));
    units.replaceChildren(...places.flatMap((column, layer) => [
      ...column.map(({ x, y }) => svg("g", { class: "unit", transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`, "data-layer": layer },
        svg("circle", { class: "bed", r: radius }), svg("circle", { class: "body", r: radius }), svg("circle", { class: "bias", r: radius + 3.5 }), word("", { class: "number", y: 3.5 }))),
      ...(layer === 0 ? column.map(({ x, y }, i) => word(features[i] ?? "", { class: "feature", x, y: y - radius - 6 })) : []),
      ...(layer === places.length - 1 && column.length === 1 ? [word(target, { class: "feature", x: column[0].x, y: column[0].y - radius - 6 })] : []),
      ...(sizes[layer] > column.length ? [word(`and ${sizes[layer] - column.length} more`, { class: "feature", x: column[0].x, y: column[column.length - 1].y + radius + 16 })] : []),
    ]));
  }

  /** @param {{ x: number, y: number }[][]} places */
  function update(places) {
    if (shown === null) return;
    const { layers, biases, values, lit = null } = shown;
    const lines = edges.children;
    const all = layers.flatMap(({ weight }) => [shown?.edges[weight]].flat(2)).map((each) => Math.abs(toNumber(each))).filter(Number.isFinite);
    const largest = all.reduce((a, b) => Math.max(a, b), 0) || 1;
    let line = 0;
    layers.forEach(({ weight }, layer) => {
      for (let to = 0; to < places[layer + 1].length; to++)
        for (let from = 0; from < places[layer].length; from++) {
          const value = toNumber(weightAt(shown?.edges[weight], from, to));
          const share = Number.isFinite(value) ? Math.abs(value) / largest : 0;
          set(lines[line++], { class: `${value < 0 ? "minus" : "plus"}${lit === null || lit === layer + 1 ? "" : " dim"}`, "stroke-width": (0.4 + 5.2 * share).toFixed(2), "stroke-opacity": (0.25 + 0.75 * Math.sqrt(share)).toFixed(2) });
        }
    });
    const bodies = units.querySelectorAll(".unit");
    let next = 0;
    places.forEach((column, layer) => column.forEach((_, unit) => {
      const body = bodies[next++];
      const value = values?.[layer] === undefined || values?.[layer] === null ? NaN : toNumber(entryAt(values[layer], unit));
      const bias = layer === 0 ? 0 : toNumber(entryAt(biases[layers[layer - 1].bias], unit));
      body.setAttribute("class", `unit${Number.isFinite(value) ? (value < 0 ? " minus" : " plus") : ""}${lit === layer ? " lit" : ""}`);
      set(body.children[1], { "fill-opacity": Number.isFinite(value) ? (0.08 + 0.42 * Math.min(1, Math.abs(value))).toFixed(2) : 0 });
      set(body.children[2], { class: `bias ${bias < 0 ? "minus" : "plus"}`, "stroke-width": (3.5 * Math.min(1, Math.abs(bias) / largest)).toFixed(2) });
      say(body.children[3], Number.isFinite(value) ? inUnit(value) : "");
    }));
  }

  return {
    /** @param {Shown | null} next null where the model is no network */
    show(next) {
      shown = next;
      host.hidden = next === null;
      paint();
    },
    /** @param {string} words */
    describe(words) {
      say(text, words);
    },
  };
}

/** A number that fits into a unit; the tables have all of its digits. @param {number} value */
const inUnit = (value) => (value !== 0 && Math.abs(value) < 0.005 ? "≈0" : format(Math.round(100 * value) / 100, 3));
