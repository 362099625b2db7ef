// The field for data: what is pasted, and what was read of it.
import { readDataset } from "../math/dataset.js";
import { begun } from "../math/given.js";
import { part, say } from "../view/elements.js";

/** @param {HTMLElement} root @param {import("../state.js").Store} store */
export function mountDataset(root, store) {
  /** @type {HTMLTextAreaElement} */
  const field = part(root, "dataset");
  const said = part(root, "dataset-said");
  const area = part(root, "dataset-area");
  const opener = part(root, "dataset-open");

  /** @param {boolean} open */
  function open(open) {
    area.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  }

  function tell() {
    say(opener, store.state.dataset === "" ? "Data" : "Data …");
    try {
      say(said, readDataset(store.state.dataset, store.state.function).words);
      said.classList.remove("wrong");
      field.setAttribute("aria-invalid", "false");
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      say(said, error.message);
      said.classList.add("wrong");
      field.setAttribute("aria-invalid", "true");
      open(true);
    }
  }

  opener.addEventListener("click", () => {
    open(area.hidden);
    if (!area.hidden) field.focus();
  });
  field.addEventListener("input", () => store.set({ dataset: field.value, at: { ...store.state.at, ...begun({ ...store.state, dataset: field.value }) } }));
  store.subscribe((state, changed) => {
    if (changed.has("dataset") && field.value !== state.dataset) {
      field.value = state.dataset;
      if (state.dataset === "") open(false);
    }
    if (changed.has("dataset") || changed.has("function")) tell();
    if (changed.has("function") && !changed.has("at")) beginAt();
  });
  /** Parameters that stand nowhere yet begin where the data say. */
  function beginAt() {
    const missing = Object.entries(begun(store.state)).filter(([name]) => !(name in store.state.at));
    if (missing.length > 0) store.set({ at: { ...store.state.at, ...Object.fromEntries(missing) } });
  }
  beginAt();
  field.value = store.state.dataset;
  tell();

  return {
    /** Opens the field and puts the cursor there. */
    open() {
      open(true);
      field.focus();
    },
  };
}
