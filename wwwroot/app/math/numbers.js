// Numbers as people read them.

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The service's numbers: JSON numbers, and the three words that JSON lacks. @param {number | string | null | undefined} value */
export function toNumber(value) {
  if (typeof value === "number") return value;
  return value === "Infinity" ? Infinity : value === "-Infinity" ? -Infinity : NaN;
}

/** Digits with a real minus sign and a power of ten where the number is very large or small.
 * @param {number} value @param {number} [digits] significant digits, 6 by default */
export function format(value, digits = 6) {
  if (Number.isNaN(value)) return "undefined";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 10 ** Math.max(digits, 6)) return minus(trim(Number(value.toPrecision(digits)).toFixed(Math.max(0, digits - 1 - Math.floor(Math.log10(size))))));
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
  return `${minus(trim(mantissa))}×10${raised(Number(exponent))}`;
}

/** The same number as LaTeX. @param {number} value @param {number} [digits] */
export function formatLatex(value, digits = 6) {
  if (Number.isNaN(value)) return "\\text{undefined}";
  if (!Number.isFinite(value)) return value > 0 ? "\\infty" : "-\\infty";
  const [mantissa, power] = format(value, digits).split("×10");
  const plain = mantissa.replace("−", "-");
  if (power === undefined) return plain;
  return `${plain} \\cdot 10^{${[...power].map((c) => (c === "⁻" ? "-" : superscripts.indexOf(c))).join("")}}`;
}

/** A number for a field that a person edits: plain digits that read back as the same number. @param {number} value */
export const editable = (value) => String(value);

/** What a person typed as a number, or null. A real minus sign and a decimal comma are understood. @param {string} text */
export function readNumber(text) {
  const plain = text.trim().replace("−", "-").replace(/^([^.,]*),([^.,]*)$/, "$1.$2");
  const value = plain === "" ? NaN : Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** A sentence of the service with its powers of ten as all others stand here. @param {string} sentence */
export const readable = (sentence) =>
  sentence.replace(/(?<![\w.])(-?\d+(?:\.\d+)?)[eE]([+-]?)0*(\d{1,3})(?![\w.]*[\w])/g, (_, mantissa, sign, power) => `${mantissa === "1" ? "" : `${mantissa.replace("-", "−")}×`}10${raised(Number(`${sign}${power}`))}`);

/** The labels of evenly spaced ticks, all with the same decimals or the same power of ten. @param {number[]} ticks */
export function tickLabels(ticks) {
  if (ticks.length === 0) return [];
  const step = ticks.length > 1 ? Math.abs(ticks[1] - ticks[0]) : Math.abs(ticks[0]) || 1;
  const largest = Math.max(...ticks.map(Math.abs));
  if (largest >= 1e5 || step < 1e-4) {
    const power = Math.floor(Math.log10(largest || step));
    const decimals = Math.min(12, Math.max(0, power - Math.floor(Math.log10(step) + 1e-9)));
    return ticks.map((tick) => (tick === 0 ? "0" : `${minus((tick / 10 ** power).toFixed(decimals))}×10${raised(power)}`));
  }
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return ticks.map((tick) => minus((tick + 0).toFixed(decimals)));
}

/** The nearest number with few digits: for a drag, whose precision is a pixel's. @param {number} value @param {number} resolution */
export function rounded(value, resolution) {
  if (!(resolution > 0)) return value;
  const decimals = Math.min(12, Math.max(0, Math.ceil(-Math.log10(resolution))));
  return Number(value.toFixed(decimals)) + 0;
}

/** @param {string} digits */
const trim = (digits) => (digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits);

/** @param {string} digits */
const minus = (digits) => digits.replace(/^-(0(?:\.0*)?$)?/, (_, zero) => zero ?? "−");

/** A whole power of ten, written out where it is short. @param {number} power */
export const powerOfTen = (power) => (power >= -3 && power <= 4 ? format(10 ** power, 1) : `10${raised(power)}`);

/** @param {number} power */
const raised = (power) => (power < 0 ? "⁻" : "") + [...String(Math.abs(power))].map((digit) => superscripts[Number(digit)]).join("");
