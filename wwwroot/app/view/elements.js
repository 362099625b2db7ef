// Elements of the document.

const svgNamespace = "http://www.w3.org/2000/svg";

/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes */

/**
 * @param {Element} element
 * @param {Attributes} attributes null, undefined and false remove; `onclick` and its like listen
 */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === null || value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Attributes} [attributes] @param {(Node | string)[]} children
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  set(element, attributes);
  element.append(...children);
  return element;
}

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag @param {Attributes} [attributes] @param {Node[]} children
 */
export function svg(tag, attributes = {}, ...children) {
  const element = /** @type {SVGElementTagNameMap[T]} */ (document.createElementNS(svgNamespace, tag));
  set(element, attributes);
  element.append(...children);
  return element;
}

/** The element of a panel that plays a part; its absence is a mistake in the page.
 * @param {ParentNode} root @param {string} name @returns {any} */
export function part(root, name) {
  const found = root.querySelector(`[data-part="${name}"]`);
  if (found === null) throw new Error(`The page has no part named ${name}.`);
  return found;
}

/** Puts text where it differs, so that a live region speaks only of changes. @param {Element} element @param {string} text */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export const motionReduced = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Calls `action` once before the next frame, however often it is asked. @param {() => void} action @returns {() => void} */
export function onceAFrame(action) {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      action();
    });
  };
}
