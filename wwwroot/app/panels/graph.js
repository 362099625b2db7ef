// The computation graph: every step with its value, then backwards with its adjoint, one at a time.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { layers, order } from "../math/layers.js";
import { inLine } from "../math/values.js";
import { createBusy } from "../view/busy.js";
import { el, part, say, set, svg } from "../view/elements.js";
import { exportable } from "../view/export.js";
import { beyondReading, showNotes } from "../view/notes.js";
import { createPlayer } from "../view/player.js";
import { scrolls } from "../view/scrolling.js";
import { table } from "../view/table.js";

/** @typedef {import("../api/calls.js").Reading} Reading */

/** More steps than these are read as a list. */
const mostDrawn = 40;
const [boxWidth, boxHeight, gapX, gapY, edge] = [132, 62, 68, 18, 8];

/**
 * @param {HTMLElement} root
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {(reading: Reading) => import("../api/calls.js").AnyPoint} options.pointOf
 * @param {(title: string, calls: import("../api/client.js").Call[]) => void} options.showRequest
 */
export function mountGraph(root, { store, pointOf, showRequest }) {
  /** @type {Reading | null} */
  let reading = null;
  /** @type {any} */
  let answer = null;
  /** @type {ReturnType<typeof order>} */
  let walk = [];

  const picture = scrolls(part(root, "picture"));
  const saving = exportable({ picture: () => /** @type {SVGSVGElement} */ (picture.querySelector("svg")), tools: part(root, "request").parentElement }, "Computation graph");
  saving.hidden = true;
  const player = createPlayer({ label: "The computation, forwards and backwards", onShow: show, words: sentence });
  const phase = (/** @type {"forward" | "backward"} */ which) => {
    const steps = walk.flatMap((step, i) => (step.phase === which ? [i] : []));
    if (steps.length > 0) player.playFrom(steps[0], steps[steps.length - 1]);
  };
  const phases = el("div", { class: "phases", role: "group", "aria-label": "Play one direction", hidden: true },
    el("button", { type: "button", onclick: () => phase("forward") }, "Forwards"),
    el("button", { type: "button", onclick: () => phase("backward") }, "Backwards"));
  part(root, "player").append(player.element, phases);
  const latest = createLatest({ onSlow: createBusy(part(root, "busy"), "Taking the computation apart…", () => latest.cancel()) });
  const details = /** @type {HTMLDetailsElement} */ (root.querySelector("details.unfold"));

  function follow() {
    if (reading === null || !details.open) return;
    const call = calls.graph(reading, pointOf(reading));
    latest.run(
      (signal) => ask(call, signal),
      (result) => {
        answer = result;
        showNotes(part(root, "notes"), beyondReading(result.notes ?? []));
        draw();
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        answer = null;
        picture.replaceChildren();
        saving.hidden = true;
        player.load(0, 0);
        phases.hidden = true;
        say(part(root, "said"), "");
        showNotes(part(root, "notes"), [], [error]);
      },
    );
  }
  const followSoon = debounce(120, follow);

  function draw() {
    const { nodes, cost } = answer;
    walk = order(nodes);
    picture.replaceChildren(nodes.length <= mostDrawn ? drawing(nodes) : list(nodes));
    saving.hidden = nodes.length > mostDrawn;
    say(part(root, "cost"), `Operations: ${cost.forward} for the value; ${cost.reverse} for the value and the whole gradient in one backward pass; ${cost.withoutReuse} if every path from an input were multiplied out.`);
    phases.hidden = nodes.length > mostDrawn || walk.length < 2 || walk.every(({ phase: of }) => of === "forward");
    player.load(walk.length, nodes.length <= mostDrawn ? 0 : walk.length - 1);
  }

  /** @param {number} at */
  function show(at) {
    if (answer === null) return;
    const done = walk.slice(0, at + 1);
    const forward = new Set(done.filter(({ phase }) => phase === "forward").map(({ id }) => id));
    const backward = new Set(done.filter(({ phase }) => phase === "backward").map(({ id }) => id));
    for (const box of picture.querySelectorAll("[data-step]")) {
      const id = box.getAttribute("data-step") ?? "";
      box.classList.toggle("ahead", !forward.has(id));
      box.classList.toggle("current", walk[at]?.id === id);
      const adjoint = box.querySelector("[data-adjoint]");
      if (adjoint) set(adjoint, { visibility: backward.has(id) ? null : "hidden" });
      const value = box.querySelector("[data-value]");
      if (value) set(value, { visibility: forward.has(id) ? null : "hidden" });
    }
    for (const line of picture.querySelectorAll("[data-to]")) line.classList.toggle("lit", backward.has(line.getAttribute("data-to") ?? ""));
    say(part(root, "said"), sentence(at));
  }

  /** One step of the walk in words. @param {number} at */
  function sentence(at) {
    const now = walk[at];
    if (answer === null || now === undefined) return "";
    const node = answer.nodes.find((/** @type {any} */ each) => each.id === now.id);
    if (now.phase === "forward")
      return node.inputs.length === 0 ? `${node.id} is given: ${inLine(node.value)}.` : `${node.id} = ${node.label} = ${inLine(node.value)}.`;
    if (node.id === answer.output) return `Backwards from ${node.id}: its derivative with respect to itself is ${inLine(node.adjoint)}.`;
    const users = answer.nodes.filter((/** @type {any} */ each) => each.inputs.includes(node.id) && each.adjoint !== undefined);
    const ways = users.map((/** @type {any} */ user) => {
      const local = user.local.find((/** @type {any} */ each) => each.input === node.id);
      if (!local) return "";
      return local.value === undefined ? `${local.text} where g is the derivative with respect to ${user.id}` : `${inLine(user.adjoint)} · ${inLine(local.value)} from ${user.id}`;
    });
    return `The derivative with respect to ${node.id} is ${inLine(node.adjoint)}: ${inShort(ways.filter(Boolean))}.`;
  }

  store.subscribe((_, changed) => !root.hidden && (changed.has("at") || changed.has("points") || changed.has("dataset")) && followSoon());
  details.addEventListener("toggle", () => {
    saving.hidden = true; // what is folded away is not saved
    follow();
  });
  part(root, "request").addEventListener("click", () => reading && showRequest("Computation graph", [calls.graph(reading, pointOf(reading))]));

  return {
    /** @param {Reading | null} next a function with a variable, or null for none to show */
    show(next) {
      root.hidden = next === null;
      reading = next;
      player.stop();
      latest.cancel();
      follow();
    },
  };
}

/** So many ways are told one by one. */
const mostWays = 5;

/** @param {string[]} ways */
const inShort = (ways) => (ways.length > mostWays ? `${ways.slice(0, mostWays).join(", plus ")}, plus ${ways.length - mostWays} more` : ways.join(", plus "));

/** @param {any[]} nodes */
function drawing(nodes) {
  const { places, columns, rows } = layers(nodes);
  const x = (/** @type {string} */ id) => edge + (places.get(id)?.column ?? 0) * (boxWidth + gapX);
  const y = (/** @type {string} */ id) => edge + (places.get(id)?.row ?? 0) * (boxHeight + gapY);
  const [width, height] = [2 * edge + columns * (boxWidth + gapX) - gapX, 2 * edge + rows * (boxHeight + gapY)];
  const lines = nodes.flatMap((node) =>
    node.inputs.map((/** @type {string} */ input) => {
      const [fromX, fromY, toX, toY] = [x(input) + boxWidth, y(input) + boxHeight / 2, x(node.id), y(node.id) + boxHeight / 2];
      const bend = Math.max(24, (toX - fromX) / 2);
      const passes = fromY === toY && toX - fromX > gapX + 1; // under the boxes between
      const low = passes ? boxHeight : 0;
      const local = node.local?.find((/** @type {any} */ each) => each.input === input)?.value;
      return [
        svg("path", { class: "graph-edge", "data-to": input, d: `M${fromX} ${fromY}C${fromX + bend} ${fromY + low} ${toX - bend} ${toY + low} ${toX} ${toY}` }),
        ...(local === undefined || Array.isArray(local) ? [] : [edgeWord(`×${inLine(local, 3)}`, toX - gapX / 2, passes ? toY + 30 : toX - fromX > gapX + 1 ? toY + (toY > fromY ? 16 : -8) : (fromY + toY) / 2 - 6, input)]),
      ];
    }).flat());
  const boxes = nodes.map((node) =>
    svg("g", { class: `graph-step ${node.inputs.length === 0 ? "given" : ""}`, "data-step": node.id, transform: `translate(${x(node.id)} ${y(node.id)})` },
      title(`${node.id} = ${node.label}${node.value === undefined ? "" : `, value ${inLine(node.value)}`}${node.adjoint === undefined ? "" : `, derivative ${inLine(node.adjoint)}`}`),
      svg("rect", { width: boxWidth, height: boxHeight, rx: 6 }),
      words(node.inputs.length === 0 ? node.id : `${node.id} = ${node.label}`, 19, "name"),
      words(node.value === undefined ? "" : inLine(node.value, 3), 37, "value", "data-value"),
      words(node.adjoint === undefined ? "" : `∂ ${inLine(node.adjoint, 3)}`, 54, "adjoint", "data-adjoint")));
  return svg("svg", { class: "graph", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `The computation in ${nodes.length} steps; the steps are described in words below` }, ...lines, ...boxes);
}

/** @param {string} text @param {number} y @param {string} kind @param {string} [mark] */
function words(text, y, kind, mark) {
  const most = 18;
  const element = svg("text", { x: 10, y, class: kind, ...(mark ? { [mark]: true } : {}) });
  element.textContent = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  return element;
}

/** The factor of a step, on the line along which it is passed back. @param {string} text @param {number} x @param {number} y @param {string} input */
function edgeWord(text, x, y, input) {
  const element = svg("text", { class: "edge-factor", "data-to": input, x, y, "text-anchor": "middle" });
  element.textContent = text;
  return element;
}

/** @param {string} text */
function title(text) {
  const element = svg("title");
  element.textContent = text;
  return element;
}

/** @param {any[]} nodes */
const list = (nodes) => el("div", {}, table("The steps of the computation", ["Step", "Is", "Value", "Derivative"],
  nodes.map((node) => [node.id, node.label, node.value === undefined ? "" : inLine(node.value), node.adjoint === undefined ? "" : inLine(node.adjoint)])));
