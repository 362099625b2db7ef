// As much of a document as the page's small parts need, so that they can be tested without a browser.

class Node {
  /** @type {FakeElement | null} */ parentElement = null;
}

class TextNode extends Node {
  /** @param {string} text */
  constructor(text) {
    super();
    this.textContent = text;
  }
}

/** Attributes, children, listeners, and finding by tag or by `[name="value"]`. */
export class FakeElement extends Node {
  /** @param {string} tag */
  constructor(tag) {
    super();
    this.tagName = tag;
    /** @type {any[]} */
    this.childNodes = [];
    /** @type {Record<string, string>} */
    this.attributes = {};
    /** @type {Record<string, ((event: any) => void)[]>} */
    this.listeners = {};
    /** @type {Record<string, string>} */
    this.style = {};
    /** @type {string | null} */
    this.typed = null;
    this.checked = false;
    this.isConnected = true;
    this.dataset = new Proxy(this.attributes, {
      get: (attributes, /** @type {string} */ name) => attributes[`data-${name}`],
      set: (attributes, /** @type {string} */ name, value) => ((attributes[`data-${name}`] = String(value)), true),
    });
    const names = () => new Set((this.className || "").split(" ").filter(Boolean));
    const put = (/** @type {Set<string>} */ all) => (this.className = [...all].join(" "));
    this.classList = {
      contains: (/** @type {string} */ name) => names().has(name),
      toggle: (/** @type {string} */ name, on = !names().has(name)) => put(on ? names().add(name) : new Set([...names()].filter((each) => each !== name))),
    };
  }
  get value() {
    return this.typed ?? this.attributes.value ?? "";
  }
  set value(text) {
    this.typed = text;
  }
  get className() {
    return this.attributes.class ?? "";
  }
  set className(text) {
    this.attributes.class = text;
  }
  get hidden() {
    return "hidden" in this.attributes;
  }
  set hidden(is) {
    if (is) this.attributes.hidden = "";
    else delete this.attributes.hidden;
  }
  get children() {
    return this.childNodes.filter((child) => child instanceof FakeElement);
  }
  get childElementCount() {
    return this.children.length;
  }
  get firstElementChild() {
    return this.children[0] ?? null;
  }
  /** The rows of a table, and the cells of a row. */
  get rows() {
    return this.children;
  }
  get cells() {
    return this.children;
  }
  /** @returns {string} */
  get textContent() {
    return this.childNodes.map((child) => child.textContent).join("");
  }
  set textContent(text) {
    this.replaceChildren(...(text === "" ? [] : [text]));
  }
  append(/** @type {any[]} */ ...added) {
    for (const each of added) this.appendChild(typeof each === "string" ? new TextNode(each) : each);
  }
  appendChild(/** @type {any} */ child) {
    child.parentElement = this;
    this.childNodes.push(child);
    return child;
  }
  replaceChildren(/** @type {any[]} */ ...next) {
    this.childNodes = [];
    this.append(...next);
  }
  setAttribute(/** @type {string} */ name, /** @type {unknown} */ value) {
    this.attributes[name] = String(value);
  }
  getAttribute(/** @type {string} */ name) {
    return this.attributes[name] ?? null;
  }
  removeAttribute(/** @type {string} */ name) {
    delete this.attributes[name];
  }
  addEventListener(/** @type {string} */ type, /** @type {(event: any) => void} */ listener) {
    (this.listeners[type] ??= []).push(listener);
  }
  /** Lets something happen to it. @param {string} type */
  happen(type) {
    for (const listener of this.listeners[type] ?? []) listener({ type, target: this, preventDefault() {} });
  }
  /** @param {string} selector @returns {FakeElement[]} */
  querySelectorAll(selector) {
    const [, name, value] = /^\[([\w-]+)="([^"]*)"\]$/.exec(selector) ?? [];
    const fits = (/** @type {FakeElement} */ each) => (name === undefined ? each.tagName === selector : each.getAttribute(name) === value);
    return this.children.flatMap((child) => [...(fits(child) ? [child] : []), ...child.querySelectorAll(selector)]);
  }
  querySelector(/** @type {string} */ selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
}

const fake = {
  compatMode: "CSS1Compat",
  activeElement: null,
  createElement: (/** @type {string} */ tag) => new FakeElement(tag),
  createElementNS: (/** @type {string} */ _, /** @type {string} */ tag) => new FakeElement(tag),
  createTextNode: (/** @type {string} */ text) => new TextNode(text),
  createDocumentFragment: () => new FakeElement("#fragment"),
};

// The document that modules find; this file is imported before them.
Object.assign(globalThis, { document: fake, ResizeObserver: class { observe() {} } });

/** A panel whose parts are there and empty. @param {string[]} names @returns {any} */
export function panelOf(...names) {
  const panel = new FakeElement("section");
  for (const name of names) {
    const holder = new FakeElement("div");
    const part = new FakeElement("div");
    part.setAttribute("data-part", name);
    holder.append(part);
    panel.append(holder);
  }
  return panel;
}
