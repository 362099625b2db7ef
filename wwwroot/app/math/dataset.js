// Data as people paste them: a table with a header, or lines of `name = value`.

/** @typedef {number | number[] | number[][]} Value */

/**
 * @typedef {object} Dataset
 * @property {Record<string, Value>} values what the names stand for
 * @property {string} words what was read, in words
 */

const nameAtLineStart = /^([A-Za-z\u0370-\u03ff][\w\u0370-\u03ff]*)\s*=\s*(.+)$/;

/**
 * Reads a pasted text. Columns become vectors under their headers; where the definition has an `X` and no column of that name, the
 * numeric columns that it does not name are put side by side as the matrix X.
 * @param {string} text @param {string} definition
 * @returns {Dataset}
 * @throws {RangeError} with the line at fault
 */
export function readDataset(text, definition) {
  /** @type {Record<string, Value>} */
  const values = {};
  /** @type {{ text: string, line: number }[]} */
  const table = [];
  text.split(/\r?\n/).forEach((raw, i) => {
    const line = raw.trim();
    if (line === "") return;
    const assigned = nameAtLineStart.exec(line);
    if (assigned) values[assigned[1]] = readValue(assigned[2], i + 1);
    else table.push({ text: line, line: i + 1 });
  });

  const words = Object.entries(values).map(([name, value]) => `${name} is ${kindOf(value)}`);
  if (table.length > 0) words.push(...readTable(table, namesIn(definition), parametersOf(definition), values));
  return { values, words: words.length > 0 ? `${words.join("; ")}.` : "" };
}

/** The parameters that a definition declares: those of its last function. @param {string} definition */
export function parametersOf(definition) {
  const last = definition.split(/[;\n]/).filter((each) => each.trim() !== "").at(-1) ?? "";
  const head = /^\s*[A-Za-z_\u0370-\u03ff][\w\u0370-\u03ff]*\s*\(([^()]*)\)\s*=(?!=)/.exec(last);
  return new Set(head === null ? [] : head[1].split(",").map((name) => name.trim()));
}

/** The names in a definition. @param {string} text */
export const namesIn = (text) => new Set(text.match(/[A-Za-z_\u0370-\u03ff][\w\u0370-\u03ff]*/g) ?? []);

/** The lengths of a value's axes. @param {Value} value @returns {number[]} */
export const shapeOf = (value) => (!Array.isArray(value) ? [] : Array.isArray(value[0]) ? [value.length, value[0].length] : [value.length]);

/** @param {Value} value */
export function kindOf(value) {
  const [rows, columns] = shapeOf(value);
  return rows === undefined ? "a number" : columns === undefined ? `a vector of ${rows}` : `a ${rows} × ${columns} matrix`;
}

/** @param {string} text @param {number} line @returns {Value} */
function readValue(text, line) {
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text.replace(/\u2212/g, "-"));
  } catch {
    throw new RangeError(`Line ${line}: write a number, a vector [1, 2] or a matrix [[1, 2], [3, 4]].`);
  }
  const isNumber = (/** @type {unknown} */ each) => typeof each === "number" && Number.isFinite(each);
  const isVector = (/** @type {unknown} */ each) => Array.isArray(each) && each.length > 0 && each.every(isNumber);
  if (isNumber(value) || isVector(value)) return /** @type {Value} */ (value);
  if (!Array.isArray(value) || value.length === 0 || !value.every(isVector)) throw new RangeError(`Line ${line}: a list can hold only numbers.`);
  if (value.some((row) => row.length !== value[0].length)) throw new RangeError(`Line ${line}: the rows of a matrix must have the same length.`);
  return /** @type {number[][]} */ (value);
}

/**
 * @param {{ text: string, line: number }[]} table @param {Set<string>} names of the definition @param {Set<string>} parameters of these, those that are
 * learned: a column never takes the place of one @param {Record<string, Value>} values
 * @returns {string[]} what was read
 */
function readTable(table, names, parameters, values) {
  const separator = [";", "\t", ","].find((each) => table[0].text.includes(each)) ?? ",";
  const rows = table.map(({ text, line }) => ({ line, cells: text.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1")) }));
  const head = rows[0].cells;
  const hasHead = head.some((cell) => cell !== "" && !Number.isFinite(Number(cell)));
  const headers = hasHead ? head.map((cell, i) => nameOf(cell, i)) : head.map((_, i) => `c${i + 1}`);
  const body = hasHead ? rows.slice(1) : rows;
  if (body.length === 0) throw new RangeError("The table has a header but no rows.");
  for (const { line, cells } of body)
    if (cells.length !== head.length) throw new RangeError(`Line ${line}: the first line has ${head.length} columns and this one has ${cells.length}.`);

  /** @type {Record<string, number[]>} */
  const columns = {};
  headers.forEach((header, i) => {
    const numbers = body.map(({ cells }) => (cells[i] === "" ? NaN : Number(cells[i].replace(/\u2212/g, "-"))));
    const bad = numbers.findIndex((number) => !Number.isFinite(number));
    if (bad < 0) columns[header] = numbers;
    else if (names.has(header)) throw new RangeError(`Line ${body[bad].line}: ${header} is "${body[bad].cells[i]}", which is not a number.`);
  });

  const words = [body.length === 1 ? "1 row" : `${body.length} rows`];
  for (const [header, numbers] of Object.entries(columns))
    if (names.has(header) && !parameters.has(header) && !(header in values)) {
      values[header] = numbers;
      words.push(`${header} is a vector of ${numbers.length}`);
    }
  const others = Object.keys(columns).filter((header) => !names.has(header) || parameters.has(header));
  const alike = others.filter((header) => parameters.has(header));
  if (alike.length > 0) words.push(`${alike.join(" and ")} ${alike.length === 1 ? "is a parameter" : "are parameters"} of the function, so ${alike.length === 1 ? "the column" : "the columns"} of that name ${alike.length === 1 ? "gives" : "give"} no value to it; to set it, write a line such as ${alike[0]} = 0`);
  if (names.has("X") && !("X" in values) && others.length > 0) {
    values.X = body.map((_, row) => others.map((header) => columns[header][row]));
    words.push(`X is made up of ${others.join(", ")}`);
  }
  return words;
}

/** A header as a name of the function language. @param {string} header @param {number} place */
function nameOf(header, place) {
  const name = header.replace(/[^\w\u0370-\u03ff]+/g, "_").replace(/^[^A-Za-z\u0370-\u03ff]+/, "").replace(/_+$/, "");
  return name === "" ? `c${place + 1}` : name;
}
