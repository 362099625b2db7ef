// Files that are saved: their names, and tables as text.

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A name that every system takes. @param {string} words */
export const fileName = (words) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 80) || "calcapi";

/** A number as people read it, as a program reads it; any other text as it is. @param {string} text */
export function asPlainNumber(text) {
  const plain = text.trim().replaceAll("−", "-").replace(/^-?∞$/, (sign) => (sign === "∞" ? "Infinity" : "-Infinity"));
  const [mantissa, power] = plain.split(/×10(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/);
  if (power === undefined) return Number.isNaN(Number(plain)) && plain !== "NaN" ? text.trim() : plain;
  const digits = [...power].map((sign) => (sign === "⁻" ? "-" : superscripts.indexOf(sign))).join("");
  return `${mantissa}e${digits}`;
}

/** Rows as comma-separated values (RFC 4180). @param {readonly (readonly string[])[]} rows */
export const csvOf = (rows) => rows.map((row) => row.map(quoted).join(",")).join("\r\n") + "\r\n";

/** @param {string} cell */
const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
