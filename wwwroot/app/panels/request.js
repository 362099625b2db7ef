// Every answer shown can be asked for by a program: the calls behind a panel, as code.
import { base } from "../api/client.js";
import { languages } from "../api/spelling.js";
import { el, part, say } from "../view/elements.js";

/** @typedef {import("../api/client.js").Call} Call */

/** @returns {(title: string, calls: Call[]) => void} opens the window with the calls of a panel */
export function mountRequest() {
  const dialog = el("dialog", { class: "request", "aria-labelledby": "request-title" },
    el("div", { class: "request-head" },
      el("h2", { id: "request-title", "data-part": "title" }, "The request"), el("button", { class: "quiet", type: "button", "data-part": "close" }, "Close")),
    el("div", { class: "request-choice" },
      el("label", { for: "request-call" }, "Call"), el("select", { id: "request-call", "data-part": "call" }),
      el("div", { class: "tabs", role: "tablist", "aria-label": "Language", "data-part": "languages" })),
    el("pre", { id: "request-code", role: "tabpanel", tabindex: 0, "data-part": "code", "aria-label": "The request as code" }),
    el("p", { class: "request-foot" }, el("button", { type: "button", "data-part": "copy" }, "Copy"), el("span", { role: "status", "data-part": "copied" })));
  document.body.append(dialog);
  const call = part(dialog, "call");
  const code = part(dialog, "code");
  const tabs = part(dialog, "languages");
  const copied = part(dialog, "copied");
  /** @type {Call[]} */
  let calls = [];
  let language = 0;

  function draw() {
    const { route, body } = calls[call.selectedIndex];
    say(code, languages[language].write(new URL(base + route, document.baseURI).href, body));
    say(copied, "");
    [...tabs.children].forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(i === language));
      tab.setAttribute("tabindex", i === language ? "0" : "-1");
    });
  }

  tabs.append(...languages.map((each, i) => el("button", { type: "button", role: "tab", "aria-controls": "request-code", onclick: () => choose(i) }, each.language)));
  tabs.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    choose((language + step + languages.length) % languages.length);
    tabs.children[language].focus();
  });

  /** @param {number} i */
  function choose(i) {
    language = i;
    draw();
  }

  call.addEventListener("change", draw);
  part(dialog, "close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  part(dialog, "copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent ?? "");
      say(copied, "Copied.");
    } catch {
      getSelection()?.selectAllChildren(code);
      say(copied, "Selected: press Ctrl+C.");
    }
  });

  return (title, made) => {
    calls = made;
    say(part(dialog, "title"), title);
    call.replaceChildren(...calls.map(({ route, body }) => el("option", {}, `${body === undefined ? "GET" : "POST"} ${route}${hintOf(body)}`)));
    draw();
    dialog.showModal();
  };
}

/** What tells two calls of one route apart. @param {Record<string, unknown> | undefined} body */
function hintOf(body) {
  if (body?.of !== undefined) return ` (${body.of})`;
  if (body?.steps === true) return Array.isArray(body.variables) ? ` (steps for ${body.variables.join(", ")})` : " (steps)";
  return "";
}
