// The address, the buttons that go back and forward through it, and the link to share.
import { outage } from "../api/client.js";
import { debounce } from "../api/latest.js";
import { linkOf } from "../link.js";
import { el, part, say } from "../view/elements.js";
import { mountHistory } from "./history.js";

/**
 * @param {object} options
 * @param {import("../state.js").Store} options.store
 * @param {{ address: (fragment: (chapter: import("../math/chapters.js").Chapter) => Promise<string>) => void }} options.chapters
 * @param {string} options.said what the person has to know of the link that the page was opened with
 */
export function mountAddress({ store, chapters, said }) {
  const undo = part(document, "undo");
  const redo = part(document, "redo");
  const words = part(document, "link-said");

  /** @param {string} text */
  function tell(text) {
    words.hidden = text === "";
    if (text !== "") words.replaceChildren(el("span", {}, text), el("button", { class: "quiet", type: "button", onclick: () => tell("") }, "Dismiss"));
  }
  function mark() {
    undo.disabled = !steps.canUndo;
    redo.disabled = !steps.canRedo;
  }
  const steps = mountHistory(store, { onSaid: tell, onMove: mark });
  undo.addEventListener("click", steps.undo);
  redo.addEventListener("click", steps.redo);

  const address = () => chapters.address(async (chapter) => (await linkOf({ ...store.state, chapter })).fragment);
  store.subscribe(debounce(350, address));
  address();

  const share = /** @type {HTMLButtonElement} */ (part(document, "share"));
  share.addEventListener("click", async () => {
    await steps.flush();
    const { fragment, whole } = await linkOf(store.state);
    const link = new URL(`#${fragment}`, location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      say(share, "Copied");
    } catch {
      say(share, "In the address"); // the clipboard is closed; the address bar has the same link
    }
    if (!whole) tell("The data are too long to be part of a link, which holds 20 kB. The link was made without them.");
    setTimeout(() => say(share, "Copy link"), 1600);
  });

  // A link to a place within the page would take the address, which holds the state.
  for (const skip of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".skip")))
    skip.addEventListener("click", (event) => {
      event.preventDefault();
      const target = skip.hash === "#picture" ? firstPicture() : /** @type {HTMLElement} */ (document.querySelector(skip.hash));
      target.focus();
      target.scrollIntoView({ block: "nearest" });
    });
  /** What the open chapter shows first. @returns {HTMLElement} */
  function firstPicture() {
    const stage = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main > .panel .stage"))].find((each) => each.checkVisibility()) ?? part(document, "chapters");
    stage.tabIndex = -1;
    return stage;
  }
  const gone = part(document, "outage");
  outage.subscribe((out) => {
    gone.hidden = !out;
    gone.replaceChildren(...(out ? [el("p", {}, "The service can't be reached. What is shown is from before; this page asks again by itself and goes on when the service is back.")] : []));
    document.querySelector("main")?.classList.toggle("outage", out);
  });
  mark();
  tell(said);
}
