// What is shown can be taken along: a plot as SVG or PNG, a table as CSV.
import { asPlainNumber, csvOf, fileName } from "../math/export.js";
import { el, set, svg } from "./elements.js";
import { typefacesOf } from "./typefaces.js";

/** What a plot's look is made of; a picture that stands alone has no style sheet. */
const looks = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "opacity", "paint-order",
  "font-family", "font-size", "font-style", "font-weight", "text-anchor", "dominant-baseline", "shape-rendering", "vector-effect", "visibility",
];

/** What is never seen in a plot that cannot be touched. */
const gestures = ".reach, .halo, .ground";

/**
 * Gives a plot its menu. The host's whole picture is taken: the canvases under it and the SVG over them.
 * @param {{ picture: SVGSVGElement | (() => SVGSVGElement), tools?: HTMLElement }} stage the picture, or how to find it where it is drawn anew
 * @param {string} name what the file is called
 * @returns {HTMLElement} the menu, which stands among the plot's buttons
 */
export function exportable({ picture, tools }, name) {
  const found = () => (typeof picture === "function" ? picture() : picture);
  const options = menu("Save this plot", [
    ["SVG", async () => save(`${fileName(name)}.svg`, "image/svg+xml", await alone(found(), name))],
    ["PNG", () => savePng(found(), name)],
  ]);
  (tools ?? /** @type {HTMLElement} */ (found().parentElement)).append(options);
  return options;
}

/**
 * Gives a picture its menu that is painted and has no lines to be saved; words that lie over it are taken along.
 * @param {HTMLElement} host of the canvas and its words @param {HTMLElement} tools where the menu stands @param {string} name what the file is called
 */
export const exportablePainting = (host, tools, name) => tools.append(menu("Save this picture", [["PNG", () => savePainting(host, name)]]));

/**
 * Gives a table a button that saves it.
 * @param {HTMLElement} host where the button stands @param {HTMLTableElement} table @param {string} name
 */
export function exportableTable(host, table, name) {
  host.append(el("button", {
    type: "button", class: "quiet save", title: "Save this table as CSV", "aria-label": `Save as CSV: ${name}`,
    onclick: () => save(`${fileName(name)}.csv`, "text/csv", csvOf(rowsOf(table))),
  }, "Save as CSV"));
}

/** The cells as a program reads them. @param {HTMLTableElement} table */
const rowsOf = (table) =>
  [...table.rows].map((row) => [...row.cells].map((cell) => cell.dataset.value ?? asPlainNumber((cell.querySelector(".hidden") ?? cell).textContent ?? "")));

/**
 * A small menu behind one button; Escape and a click elsewhere close it.
 * @param {string} label @param {[string, () => unknown][]} items
 */
function menu(label, items) {
  const details = /** @type {HTMLDetailsElement} */ (el("details", { class: "export" },
    el("summary", { "aria-label": label, title: label },
      svg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: "M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13h10" }))),
    el("div", { class: "export-items", role: "group", "aria-label": label },
      ...items.map(([what, act]) => el("button", { type: "button", onclick: () => {
        details.open = false;
        act();
      } }, what)))));
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    /** @type {HTMLElement} */ (details.firstElementChild).focus();
  });
  details.addEventListener("focusout", ({ relatedTarget }) => {
    if (!details.contains(/** @type {Node | null} */ (relatedTarget))) details.open = false;
  });
  return details;
}

/** A picture that has coordinates of its own keeps them; any other is as large as what it lies in. @param {SVGSVGElement} picture */
const sizeOf = (picture) => (picture.hasAttribute("viewBox") ? picture : /** @type {HTMLElement} */ (picture.parentElement)).getBoundingClientRect();

/** What is seen through a picture. @param {Element} picture @returns {string} */
function groundBehind(picture) {
  for (let behind = picture.parentElement; behind !== null; behind = behind.parentElement) {
    const colour = getComputedStyle(behind).backgroundColor;
    if (colour !== "transparent" && !/^rgba\(.*, 0\)$/.test(colour)) return colour;
  }
  return "white";
}

/** The picture as a file of its own: looks and typefaces written into it, its ground painted. @param {SVGSVGElement} picture @param {string} name */
export async function alone(picture, name) {
  const host = /** @type {HTMLElement} */ (picture.parentElement);
  const { width, height } = sizeOf(picture);
  const viewBox = picture.getAttribute("viewBox") ?? `0 0 ${width} ${height}`;
  const [left, top, across, down] = viewBox.split(/[ ,]+/);
  picture.dispatchEvent(new CustomEvent("outline", { detail: true }));
  const copy = /** @type {SVGSVGElement} */ (picture.cloneNode(true));
  const [originals, copies] = [picture.querySelectorAll("*"), copy.querySelectorAll("*")];
  originals.forEach((original, i) => {
    const look = getComputedStyle(original);
    if (look.display === "none") set(copies[i], { display: "none" });
    for (const property of looks) {
      const value = look.getPropertyValue(property);
      if (value !== "") copies[i].setAttribute(property, value);
    }
    for (const attribute of ["class", "role", "tabindex", "aria-hidden", "aria-label", "aria-valuenow", "aria-valuemin", "aria-valuemax", "aria-valuetext"]) copies[i].removeAttribute(attribute);
  });
  picture.querySelectorAll(gestures).forEach((each) => copies[[...originals].indexOf(each)].remove());
  for (const attribute of ["class", "role", "aria-label", "aria-describedby"]) copy.removeAttribute(attribute);
  set(copy, { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox });
  picture.dispatchEvent(new CustomEvent("outline", { detail: false }));
  const title = svg("title");
  title.textContent = name;
  const grounds = [...host.querySelectorAll("canvas:not(.ways)")].map((canvas) => groundOf(/** @type {HTMLCanvasElement} */ (canvas), picture));
  const sheet = svg("style");
  sheet.textContent = await typefacesOf(picture);
  copy.prepend(title, sheet, svg("rect", { x: left, y: top, width: across, height: down, fill: groundBehind(picture) }), ...grounds);
  return new XMLSerializer().serializeToString(copy);
}

/** What a canvas shows under a picture, within its axes. @param {HTMLCanvasElement} canvas @param {SVGSVGElement} picture */
function groundOf(canvas, picture) {
  const [own, all] = [canvas.getBoundingClientRect(), picture.getBoundingClientRect()];
  const axes = picture.querySelector("rect.ground");
  const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => Number(axes?.getAttribute(name) ?? 0));
  const image = svg("image", { href: canvas.toDataURL(), x: own.left - all.left - left, y: own.top - all.top - top, width: own.width, height: own.height, preserveAspectRatio: "none" });
  const inside = svg("svg", { x: left, y: top, width, height, overflow: "hidden" });
  inside.append(image);
  return inside;
}

/** @param {SVGSVGElement} picture @param {string} name */
async function savePng(picture, name) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await alone(picture, name))}`;
  await image.decode();
  const { pen, saved } = sheetFor(sizeOf(picture), name);
  pen.drawImage(image, 0, 0, pen.canvas.width, pen.canvas.height);
  saved();
}

/** @param {HTMLElement} host @param {string} name */
function savePainting(host, name) {
  const whole = host.getBoundingClientRect();
  const { pen, fine, saved } = sheetFor(whole, name);
  const canvas = /** @type {HTMLCanvasElement} */ (host.querySelector("canvas"));
  pen.fillStyle = groundBehind(canvas);
  pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
  pen.drawImage(canvas, 0, 0, pen.canvas.width, pen.canvas.height);
  pen.scale(fine, fine);
  [pen.textAlign, pen.textBaseline] = ["center", "middle"];
  for (const word of host.querySelectorAll("span")) {
    const [{ font, color }, { left, top, width, height }] = [getComputedStyle(word), word.getBoundingClientRect()];
    [pen.font, pen.fillStyle] = [font, color];
    pen.fillText(word.textContent ?? "", left - whole.left + width / 2, top - whole.top + height / 2);
  }
  saved();
}

/** A sheet to paint on, finer than the screen, and how it is saved. @param {{ width: number, height: number }} size @param {string} name */
function sheetFor({ width, height }, name) {
  const fine = Math.max(2, devicePixelRatio);
  const canvas = /** @type {HTMLCanvasElement} */ (el("canvas", { width: Math.round(width * fine), height: Math.round(height * fine) }));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  return { pen, fine, saved: () => canvas.toBlob((blob) => blob && download(`${fileName(name)}.png`, blob)) };
}

/** @param {string} file @param {string} type @param {string} text */
export const save = (file, type, text) => download(file, new Blob([text], { type: `${type};charset=utf-8` }));

/** @param {string} file @param {Blob} blob */
function download(file, blob) {
  const href = URL.createObjectURL(blob);
  el("a", { href, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
