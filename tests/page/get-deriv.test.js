import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { programOf, serviceWord } from "../../wwwroot/app/math/get-deriv.js";

/** As the service writes them. */
const javaScript = `// loss(x) = x^2 + sin(x), in JavaScript.
// When run, it compares itself with numbers that were computed independently, at 3 points.

// loss(x) = x^2 + sin(x)
function loss(x) {
  return x * x + Math.sin(x);
}

function check(actual, expected) {
  throw new Error("not part of the function");
}

check(loss(1), [2]);
`;
const python = `# f(x) = x^2, in NumPy.
# When run, it compares itself with numbers.

import numpy as np


def f(x):
    """f(x) = x^2"""
    x = np.asarray(x, dtype=float)
    return x**2


def close(actual, expected):
    pass


if __name__ == "__main__":
    assert close(f(1), 1)
`;

test("the JavaScript runs as it stands, and its error has its valley in the middle", () => {
  /** @type {string[]} */
  const lines = [];
  runInNewContext(programOf(javaScript, "JavaScript", 1, 2 + Math.cos(1)), { console: { log: (/** @type {string} */ line) => lines.push(line) }, Math, Number });
  assert.equal(lines.length, 15);
  const errors = lines.map((line) => Number(line.split("error ")[1]));
  const best = errors.indexOf(Math.min(...errors));
  assert.ok(best > 2 && best < 8, String(best));
  assert.ok(errors[0] > 1e-4 && errors[14] > 1e-3);
});

test("the Python keeps its imports and its function, and loses its checks", () => {
  const program = programOf(python, "Python", -0.5, -1);
  assert.match(program, /^import numpy as np\n\n\ndef f\(x\):/);
  assert.match(program, /get_deriv\(f, -0\.5, h\)/);
  assert.doesNotMatch(program, /close|assert/);
  assert.match(programOf(python, "Python", 0, NaN), /exact = float\("nan"\)/);
  assert.match(programOf(python, "Python", 0, -Infinity), /exact = float\("-inf"\)/);
});

test("languages have the service's words", () => assert.deepEqual(["Python", "JavaScript"].map((language) => serviceWord(/** @type {any} */ (language))), ["numpy", "javascript"]));
