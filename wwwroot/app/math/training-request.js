// What is asked of the service: settings and data as one request.
import { readNumber } from "./numbers.js";
import { changedKnobs, chosen } from "./optimizers.js";
import { field } from "./placed.js";
import { knobs, layersOf, valueOf } from "./training-settings.js";

/** @typedef {import("./training-settings.js").Settings} Settings */
/** @typedef {{ name: string, title: string, sentence: string, features: string[], target: string, classes: number, made: boolean, n: number, noise: number }} DataSet */
/** @typedef {"quantity" | "two" | "many"} Task */

/**
 * @typedef {object} Source
 * @property {readonly DataSet[]} datasets those of the catalogue
 * @property {readonly import("./placed.js").Placed[]} points those placed by hand
 * @property {string} table what was pasted
 * @property {readonly import("./optimizers.js").Optimizer[]} [rules] the update rules of the catalogue
 */

/** @typedef {{ resolution: number, sides: Record<string, [number, number]> | null }} Sight what is seen of the model: places along an axis, and from where to where */

/** Settings that are numbers, and what they are called where they are not. @type {readonly (readonly [string, string])[]} */
const numbers = [["count", "The number of points"], ["noise", "The noise"], ["batch", "The number of examples in each step"], ["test", "The share for testing"], ["seed", "The seed"], ["rate", "The rate"], ["steps", "The number of steps"]];

/** Places along the axes of the picture. */
const resolution = { one: 121, two: 33 };

/** The columns of a pasted table by its first line, and a few of their cells. @param {string} text @returns {{ names: string[], cells: string[][] }} */
export function columnsOf(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (lines.length === 0) return { names: [], cells: [] };
  const separator = [";", "\t", ","].find((each) => lines[0].includes(each)) ?? ",";
  const rows = lines.slice(0, 500).map((line) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1")));
  const named = rows[0].every((cell) => cell !== "" && !isNumber(cell));
  return {
    names: rows[0].map((cell, i) => (named ? cell : `c${i + 1}`)),
    cells: rows[0].map((_, i) => rows.slice(named ? 1 : 0).map((row) => row[i] ?? "")),
  };
}

const isNumber = (/** @type {string} */ text) => text !== "" && Number.isFinite(Number(text.replace(",", ".")));

/** What a target's cells are taken for, unless a person says otherwise: texts and few whole numbers are classes. @param {readonly string[]} cells */
export function guessed(cells) {
  const kinds = new Set(cells);
  if (cells.some((cell) => !isNumber(cell))) return "class";
  return kinds.size <= 10 && kinds.size * 2 <= cells.length && cells.every((cell) => Number.isInteger(Number(cell))) ? "class" : "quantity";
}

/** What is to be predicted. @param {Settings} settings @param {Source} source @returns {Task} */
export function taskOf(settings, { datasets, points, table }) {
  const many = (/** @type {number} */ classes) => (classes === 0 ? "quantity" : classes <= 2 ? "two" : "many");
  if (settings.data === "heights") return "quantity";
  if (settings.data === "points") return many(Math.max(1, new Set(points.map(({ kind }) => kind)).size));
  if (settings.data !== "table") return many(datasets.find(({ name }) => name === settings.data)?.classes ?? 0);
  const { names, cells } = columnsOf(table);
  const target = cells[settings.target === "" ? names.length - 1 : names.indexOf(settings.target)] ?? [];
  return (settings.task || guessed(target)) === "quantity" ? "quantity" : many(Math.max(1, new Set(target).size));
}

/** The names of the features and of the target. @param {Settings} settings @param {Source} source */
export function namesOf(settings, { datasets, table }) {
  if (settings.data === "heights") return { features: ["x"], target: "y" };
  if (settings.data === "points") return { features: ["x1", "x2"], target: "class" };
  if (settings.data === "table") {
    const { names } = columnsOf(table);
    const target = settings.target || (names.at(-1) ?? "");
    return { features: names.filter((name) => name !== target), target };
  }
  const set = datasets.find(({ name }) => name === settings.data);
  return { features: set?.features ?? [], target: set?.target ?? "y" };
}

/**
 * The request, or the field that keeps it from being made with a sentence on it.
 * @param {Settings} settings @param {Source} source @param {string} definition the loss of one's own
 * @returns {{ body: Record<string, unknown>, sight: Sight, fault?: undefined } | { body?: undefined, sight?: undefined, fault: { field: string, message: string } }}
 */
export function requestOf(settings, source, definition) {
  const task = taskOf(settings, source);
  const own = settings.model === "own";
  const start = own ? startOf(settings) : {};
  if (own && definition.trim() === "") return { fault: { field: "loss", message: "Write a loss, such as mean((m*x + b - y)^2)." } };
  for (const [name, value] of Object.entries(start)) if (value === null) return { fault: { field: `start.${name}`, message: `${name} needs a number, or a list such as [0, 0].` } };
  if (settings.data === "points" && new Set(source.points.map(({ kind }) => kind)).size < 2)
    return { fault: { field: "data", message: "Click the picture to place points, of two classes at least." } };
  if (settings.data === "heights" && source.points.length < 2) return { fault: { field: "data", message: "Click the picture to place two points at least." } };
  if (settings.data === "table" && source.table.trim() === "") return { fault: { field: "data", message: "Paste a table: a line for each example, the names of the columns first." } };
  for (const [name, title] of numbers) if (settings[name] !== "" && readNumber(settings[name]) === null) return { fault: { field: name, message: `${title} is not a number.` } };
  const number = (/** @type {string} */ name) => readNumber(settings[name]) ?? 0;
  const { features } = namesOf(settings, source);
  const byHand = settings.data === "points" || settings.data === "heights";
  const given = byHand || settings.data === "table";
  const network = { name: "mlp", layers: layersOf(settings.layers), activation: settings.activation };
  const straight = { name: task === "quantity" ? "linear" : task === "two" ? "logistic" : "softmax" };
  return {
    body: {
      model: own ? { definition, start } : settings.model === "network" ? network : straight,
      dataset: datasetOf(settings, source),
      // Whole numbers in columns of one's own are classes only where the loss says so.
      ...(given && settings.model === "network" ? { loss: { quantity: "mse", two: "log_loss", many: "cross_entropy" }[task] } : {}),
      optimizer: { name: settings.optimizer, lr: number("rate"), ...(source.rules?.length ? changedKnobs(chosen(source.rules, settings.optimizer), knobs(settings)) : {}) },
      steps: number("steps"),
      ...(settings.batch === "" ? {} : { batch: number("batch") }),
      ...(settings.standardize === "yes" ? { standardize: true } : {}),
      ...(number("test") !== 0 && !byHand ? { test: number("test") } : {}),
      seed: number("seed"),
    },
    sight: { resolution: features.length === 1 ? resolution.one : resolution.two, sides: byHand ? Object.fromEntries(features.map((name) => [name, field])) : null },
  };
}

/** @param {Settings} settings @param {Source} source */
function datasetOf(settings, { datasets, points, table }) {
  if (settings.data === "points") return { columns: { x1: points.map(({ x }) => x), x2: points.map(({ y }) => y), class: points.map(({ kind }) => kind) } };
  if (settings.data === "heights") return { columns: { x: points.map(({ x }) => x), y: points.map(({ y }) => y) } };
  if (settings.data === "table") return { csv: table, ...(settings.target === "" ? {} : { target: settings.target }) };
  if (datasets.find(({ name }) => name === settings.data)?.made === false) return { name: settings.data };
  return { name: settings.data, ...(settings.count === "" ? {} : { n: readNumber(settings.count) }), ...(settings.noise === "" ? {} : { noise: readNumber(settings.noise) }), seed: readNumber(settings.seed) ?? 0 };
}

/** The first value of each parameter; null where it can't be read. @param {Settings} settings @returns {Record<string, unknown>} */
export const startOf = (settings) =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => name.startsWith("start.")).map(([name, text]) => [name.slice(6), valueOf(text)]));
