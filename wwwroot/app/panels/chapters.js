// The chapters: the way between them, and the panels of the one that is open.
import { outage } from "../api/client.js";
import { bestOf, chapters, factsOf, instead, opening } from "../math/chapters.js";
import { el, part, say } from "../view/elements.js";
import { typesetting } from "../view/typeset.js";

/** @typedef {import("../api/calls.js").Reading} Reading */
/** @typedef {import("../math/chapters.js").Chapter} Chapter */
/** @typedef {{ show: (reading: Reading | null) => void }} Panel */

/**
 * @typedef {object} Entry a panel of the page
 * @property {string} name the word in the markup
 * @property {readonly Chapter[] | null} chapters where it is shown; null: in each, and it opens none
 * @property {() => Promise<(root: HTMLElement, mounted: Record<string, any>) => Panel>} load how it is mounted, once its module is there;
 *   the panels before it in the list are mounted already
 * @property {boolean} [alone] whether it needs no function: it is shown, and not faded, whatever is typed
 * @property {(reading: Reading, chapter: Chapter) => boolean} shows whether it has something to show for a reading in one of its chapters
 */

/** What is read of no function at all. @type {Reading} */
const nothing = { definition: "", data: {}, name: "", variables: [] };

/**
 * @param {HTMLElement} root where the navigation and the panels stand
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {readonly Entry[]} options.entries in the order in which they stand on the page and are told of a reading
 */
export function mountChapters(root, { store, entries }) {
  /** @type {Reading | null} */
  let reading = null;
  /** Whether no panel has been shown yet. */
  let isFirst = true;
  /** What each panel was last told. @type {Map<string, Reading | null>} */
  const told = new Map();
  /** @type {Record<string, Panel>} */
  const mounted = {};
  const list = part(root, "chapters");
  const opens = part(root, "chapters-open");
  const closed = part(root, "chapter-closed");
  const links = chapters.map(({ name, title }) => el("a", { "data-chapter-link": name, onclick: (event) => go(event, name) }, title));
  list.replaceChildren(...links.map((link) => el("li", {}, link)));

  /** The section of a panel; those that build their own begin empty, after the panel before them. */
  const roots = entries.map(({ name }) => /** @type {HTMLElement} */ (document.querySelector(`[data-panel="${name}"]`) ?? el("section", { class: "panel", "data-panel": name, hidden: true })));
  roots.forEach((each, i) => {
    if (!each.isConnected) (roots[i - 1]?.closest("main > *") ?? closed).after(each);
  });

  /** @param {MouseEvent} event @param {Chapter} name */
  function go(event, name) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return; // another tab or window
    event.preventDefault();
    store.set({ chapter: name });
  }

  /** Whether a chapter needs no function. @param {Chapter} chapter */
  const isAlone = (chapter) => entries.some((entry) => entry.alone && entry.chapters?.includes(chapter));

  /** Whether a panel has a place in a chapter and something to show there. @param {Entry} entry @param {Chapter} chapter @param {Reading} about */
  const stands = (entry, chapter, about) => isAlone(chapter) === (entry.alone ?? false) && (entry.chapters === null || entry.chapters.includes(chapter)) && entry.shows(about, chapter);

  /** @param {Reading} about */
  const opened = (about) => new Set(chapters.map(({ name }) => name).filter((name) => entries.some((entry) => entry.chapters !== null && stands(entry, name, about))));

  /** The chapters that are open because of the function. @param {ReadonlySet<Chapter>} open */
  const ofFunction = (open) => new Set([...open].filter((name) => !isAlone(name)));

  /** The panels that are there are told; those that are not yet are loaded, mounted and told. */
  async function turn() {
    const wished = store.state.chapter;
    const about = reading ?? (wished !== null && isAlone(wished) ? nothing : null);
    if (about === null) return point(wished); // nothing was read yet
    const open = opened(about);
    const best = () => bestOf(about, ofFunction(open));
    const chapter = wished ?? best();
    mark(about, chapter, open);
    const wanted = entries.filter((entry) => stands(entry, chapter, about));
    for (const { name } of entries) if (name in mounted && !wanted.some((each) => each.name === name)) tell(name, null);
    for (const { name } of wanted) if (name in mounted) tell(name, about);
    const missing = wanted.filter(({ name }) => !(name in mounted));
    if (missing.length === 0) return;
    const mounts = await loaded(missing);
    missing.forEach(({ name }, i) => {
      mounted[name] ??= mounts[i](roots[entries.findIndex((each) => each.name === name)], mounted);
    });
    if ((reading ?? nothing) === about && (store.state.chapter ?? best()) === chapter) for (const { name } of wanted) tell(name, about);
  }

  /** Modules that can't be fetched are fetched when the service is back. @param {Entry[]} missing @returns {Promise<any[]>} */
  async function loaded(missing) {
    for (;;)
      try {
        const mounts = await Promise.all(missing.map(({ load }) => load()));
        // What the page opens with is drawn before the formulas beside it are there; what comes later measures its formulas.
        if (isFirst) void typesetting().catch(() => void outage.over().then(typesetting));
        else await typesetting();
        isFirst = false;
        return mounts;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // of a module's own
        await outage.over();
      }
  }

  /** @param {string} name @param {Reading | null} about */
  function tell(name, about) {
    if (told.has(name) ? told.get(name) === about : about === null) return;
    told.set(name, about);
    mounted[name].show(about);
  }

  /** @param {Chapter | null} chapter */
  function point(chapter) {
    for (const link of links)
      if (link.dataset.chapterLink === chapter) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
  }

  /** @param {Reading} about @param {Chapter} chapter @param {Set<Chapter>} open */
  function mark(about, chapter, open) {
    delete document.documentElement.dataset.fresh;
    root.dataset.chapter = chapter;
    point(chapter);
    for (const link of links) {
      const name = /** @type {Chapter} */ (link.dataset.chapterLink);
      link.classList.toggle("closed", !open.has(name));
      link.title = open.has(name) ? "" : `Needs ${factsOf(name).needs}`;
    }
    for (const element of document.querySelectorAll("[data-in]"))
      element.classList.toggle("elsewhere", !(element.getAttribute("data-in") ?? "").split(" ").includes(chapter));
    const sentence = about === nothing ? "" : opening(about, ofFunction(open));
    say(opens, sentence);
    closed.hidden = open.has(chapter);
    if (closed.hidden) return;
    const { title, needs } = factsOf(chapter);
    const example = instead(about, chapter);
    closed.replaceChildren(
      el("p", {}, `${title} needs ${needs}. ${sentence}`),
      ...(example === "" ? [] : [el("button", { type: "button", onclick: () => store.set({ function: example, chapter, x: null, y: null, start: null }) }, "Show ", el("code", {}, example))]),
    );
  }

  store.subscribe((_, changed) => changed.has("chapter") && turn());
  turn();

  return {
    /** Each chapter's address. @param {(chapter: Chapter) => Promise<string>} fragment */
    address(fragment) {
      for (const link of links) void fragment(/** @type {Chapter} */ (link.dataset.chapterLink)).then((text) => (link.href = `#${text}`));
    },
    /** Fades the panels while it is not known what they shall show. @param {boolean} waiting */
    wait(waiting) {
      for (const each of roots) each.classList.toggle("slow", waiting);
    },
    /** @param {Reading | null} next what was read; null where it can't be read, and the panels fade */
    show(next) {
      roots.forEach((each, i) => each.classList.toggle("stale", next === null && !entries[i].alone));
      if (next === null) return;
      reading = next;
      turn();
    },
  };
}
