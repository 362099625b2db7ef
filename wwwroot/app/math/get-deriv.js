// The slope from two values as a program, around the person's own function.

/** @typedef {"JavaScript" | "Python"} Language */

/** The service's word for a language of programs. @param {Language} language */
export const serviceWord = (language) => (language === "Python" ? "numpy" : "javascript");

/** Where the service's program begins to check itself, which is no part of the function. */
const checks = { JavaScript: /\n+function check\(/, Python: /\n+def close\(/ };
const heads = { JavaScript: /^function (\w+)\(/m, Python: /^def (\w+)\(/m };

/**
 * A program that runs as it stands: the function, the slope from two values, and its error for steps from 0.1 to 1e-15.
 * @param {string} code the function as the service writes it @param {Language} language @param {number} point @param {number} exact the derivative there
 */
export function programOf(code, language, point, exact) {
  const own = code.split(checks[language])[0].replace(/^(?:(?:\/\/|#)[^\n]*\n)+\n*/, "").trimEnd();
  const name = heads[language].exec(own)?.[1] ?? "f";
  return `${own}\n\n${language === "Python" ? "\n" : ""}${(language === "Python" ? python(name, pythonNumber(point), pythonNumber(exact)) : javaScript(name, String(point), String(exact)))}\n`;
}

/** @param {string} f @param {string} point @param {string} exact */
const javaScript = (f, point, exact) => `
function getDeriv(f, x, h) {
  const rise = f(x + h) - f(x - h);
  const run = 2 * h;
  return rise / run;
}

const exact = ${exact};
for (let k = 1; k <= 15; k++) {
  const h = Number(\`1e-\${k}\`);
  const slope = getDeriv(${f}, ${point}, h);
  console.log(\`h = \${h}: slope \${slope}, error \${Math.abs(slope - exact)}\`);
}`.trim();

/** @param {string} f @param {string} point @param {string} exact */
const python = (f, point, exact) => `
def get_deriv(f, x, h):
    rise = f(x + h) - f(x - h)
    run = 2 * h
    return rise / run


exact = ${exact}
for k in range(1, 16):
    h = 10.0 ** -k
    slope = get_deriv(${f}, ${point}, h)
    print(f"h = {h}: slope {slope}, error {abs(slope - exact)}")`.trim();

/** @param {number} value */
const pythonNumber = (value) => (Number.isFinite(value) ? String(value) : `float("${String(value).toLowerCase().replace("infinity", "inf")}")`);
