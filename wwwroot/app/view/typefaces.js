// The typefaces of a picture, to be taken along in its file: who opens it elsewhere does not have them.
import { ApiProblem, fileAt } from "../api/client.js";

/** @typedef {{ family: string, style: string, weight: string, range: string, address: string }} Face */

/** The faces that the page's style sheets name. @returns {Face[]} */
function faces() {
  return [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].flatMap((rule) => {
    if (!(rule instanceof CSSFontFaceRule)) return [];
    const told = (/** @type {string} */ name) => rule.style.getPropertyValue(name);
    const [, address] = told("src").match(/url\("?([^")]+)"?\)/) ?? [];
    return address === undefined ? [] : [{
      family: unquoted(told("font-family")), style: told("font-style") || "normal", weight: told("font-weight") || "normal", range: told("unicode-range"),
      address: new URL(address, sheet.href ?? location.href).href,
    }];
  }));
}

const unquoted = (/** @type {string} */ name) => name.trim().replace(/^["']|["']$/g, "");

/** Whether a face draws one of some characters. @param {Face} face @param {string} text */
export function draws({ range }, text) {
  if (range === "") return true;
  const spans = range.split(",").map((each) => each.trim().replace(/^U\+/i, "").split("-").map((digits) => parseInt(digits, 16)));
  return [...text].some((character) => {
    const code = /** @type {number} */ (character.codePointAt(0));
    return spans.some(([from, to = from]) => code >= from && code <= to);
  });
}

/** @param {Blob} blob @returns {Promise<string>} */
const asAddress = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});

/**
 * The rules of a style sheet that bring the faces in which the words of a picture are drawn. What can't be fetched is left out: the next face of the list is drawn then.
 * @param {SVGSVGElement} picture as it is on the page @returns {Promise<string>}
 */
export async function typefacesOf(picture) {
  const known = faces();
  /** @type {Set<Face>} */
  const used = new Set();
  for (const word of picture.querySelectorAll("text")) {
    const { fontFamily, fontStyle, display } = getComputedStyle(word);
    const text = word.textContent ?? "";
    if (text === "" || display === "none") continue;
    const family = unquoted(fontFamily.split(",")[0]);
    const ofFamily = known.filter((face) => face.family === family && draws(face, text));
    const inStyle = ofFamily.filter(({ style }) => style === fontStyle);
    for (const face of inStyle.length > 0 ? inStyle : ofFamily) used.add(face);
  }
  const rules = await Promise.all([...used].map(async ({ family, style, weight, range, address }) => {
    try {
      const source = await asAddress(await fileAt(address));
      return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};${range === "" ? "" : `unicode-range:${range};`}src:url(${source}) format("woff2")}`;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      return "";
    }
  }));
  return rules.join("");
}
