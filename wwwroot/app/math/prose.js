// Sentences of the service, with their numbers written as everywhere on the page.
import { format } from "./numbers.js";

/** Numbers with an exponent, such as 1.67E-16, as 1.67×10⁻¹⁶. @param {string} sentence */
export const plainPowers = (sentence) =>
  sentence.replace(/-?\d+(?:\.\d+)?[eE][+-]?\d+/g, (number) => format(Number(number), Math.max(1, (number.match(/\d/g) ?? []).length - (number.split(/e/i)[1].match(/\d/g) ?? []).length)));
