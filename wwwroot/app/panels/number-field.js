// A field for a number, which may be written as an expression of constants, such as pi/2: the service computes it.
import * as calls from "../api/calls.js";
import { ApiProblem, ask } from "../api/client.js";
import { createLatest, debounce } from "../api/latest.js";
import { readNumber, toNumber } from "../math/numbers.js";

const wanted = "A number is wanted here, or a formula of numbers such as pi/2.";

/**
 * @param {HTMLInputElement} field
 * @param {object} options
 * @param {() => number} options.now the number that the field stands for
 * @param {() => unknown} [options.stamp] what is another once something else has been said than was typed; the number itself by default
 * @param {(value: number) => string | void} options.onValue told of each number that was typed; says why it cannot be, or nothing
 */
export function numberField(field, { now, stamp = now, onValue }) {
  const latest = createLatest();
  /** @param {boolean} is @param {string} [words] why */
  function invalid(is, words = wanted) {
    field.setAttribute("aria-invalid", String(is));
    field.title = is ? words : "";
  }

  /** @param {number} value */
  function tell(value) {
    const refused = onValue(value) ?? "";
    invalid(refused !== "", refused);
  }

  /** @param {string} text */
  function compute(text) {
    const before = stamp();
    const isOver = () => !field.isConnected || !Object.is(stamp(), before); // a point was dragged meanwhile, or another function typed
    latest.run(
      (signal) => ask(calls.evaluate({ definition: text, data: {}, name: "", variables: [] }), signal),
      ({ value }) => {
        if (isOver()) return;
        const number = toNumber(value);
        if (Number.isFinite(number)) tell(number);
        else invalid(true);
      },
      (error) => {
        if (!(error instanceof ApiProblem)) throw error;
        if (!isOver()) invalid(true, error.message.replace(/^[a-z]+: /, "")); // which member of a request it was, nobody asked
      },
    );
  }
  const computeSoon = debounce(150, (/** @type {string} */ text) => field.value === text && compute(text));

  field.addEventListener("input", () => {
    latest.cancel();
    const value = readNumber(field.value);
    invalid(value === null && !/[a-z(/*^+π]/i.test(field.value));
    if (value !== null) tell(value);
    else if (/[a-z(/*^+π]/i.test(field.value)) computeSoon(field.value);
  });
  field.addEventListener("keydown", (event) => event.key === "Enter" && field.value !== String(now()) && readNumber(field.value) === null && compute(field.value));
  field.addEventListener("blur", () => {
    invalid(false);
    if (readNumber(field.value) !== null || field.value.trim() === "") field.value = String(now());
    else setTimeout(() => document.activeElement !== field && (field.value = String(now())), 1500); // an expression may still be on its way
  });
}
