// Sentences of the service, with their numbers written as everywhere on the page.
import { format } from "./numbers.js";

/** Numbers with an exponent, such as 1.67E-16, as 1.67×10⁻¹⁶, and negative ones with a real minus sign. @param {string} sentence */
export const plainPowers = (sentence) => sentence
  .replace(/-?\d+(?:\.\d+)?[eE][+-]?\d+/g, (number) => format(Number(number), Math.max(1, (number.split(/e/i)[0].match(/\d/g) ?? []).length)))
  .replace(/(^|[\s(])-(?=\d)/g, "$1−");
