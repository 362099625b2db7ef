import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { languages } from "../../wwwroot/app/api/spelling.js";

const url = "http://127.0.0.1:8080/api/v1/derivative";
/** Bodies whose text is hard to quote. @type {Record<string, unknown>[]} */
const bodies = [
  { function: "x^2 + 3", point: 1 },
  { function: "g(x) = x^3; f(x) = g'(x)", points: [1, -2.5e-7] },
  { function: 'a "quoted" \\ $HOME `x` %s {0}', data: {} },
  { function: "say \"\"\"true\"\"\" or null", flag: true, nothing: null, off: false },
  { function: "f(x) = 1\ng(α) = 'α'" },
];

/** @param {string} language @param {Record<string, unknown> | undefined} body */
const spelled = (language, body) => languages.find((each) => each.language === language)?.write(url, body) ?? "";

test("there are the four languages people ask for", () => {
  assert.deepEqual(languages.map(({ language }) => language), ["curl", "Python", "JavaScript", "C#"]);
});

for (const body of bodies) {
  const name = JSON.stringify(body.function);

  test(`a shell passes ${name} on unharmed`, () => {
    const echo = 'curl() { printf "%s\\0" "$@"; }\n';
    const words = execFileSync("bash", ["-c", echo + spelled("curl", body)], { encoding: "utf8" }).split("\0");
    assert.equal(words[0], url);
    assert.deepEqual(JSON.parse(words[words.indexOf("--data") + 1]), body);
  });

  test(`JavaScript sends ${name}`, async () => {
    /** @type {any[]} */
    const sent = [];
    const fetch = async (/** @type {unknown[]} */ ...request) => (sent.push(request), { json: () => ({}) });
    const run = new Function("fetch", "console", `return (async () => {${spelled("JavaScript", body)}})()`);
    await run(fetch, { log: () => {} });
    assert.equal(sent[0][0], url);
    assert.deepEqual(JSON.parse(sent[0][1].body), body);
    assert.equal(sent[0][1].method, "POST");
  });

  test(`C# holds ${name} in a raw string`, () => {
    const [, fence, text] = /var body = ("{3,})\n([\s\S]*)\n\1;/.exec(spelled("C#", body)) ?? [];
    assert.ok(!text.includes(fence), "the fence is longer than any run of quotes inside");
    assert.deepEqual(JSON.parse(text), body);
  });

  test(`Python's words stand in place of JSON's in ${name}, outside strings alone`, () => {
    const code = spelled("Python", body);
    const [, dictionary] = /data=json\.dumps\(([\s\S]*)\)\.encode\(\)/.exec(code) ?? [];
    const back = dictionary.replace(/"(?:[^"\\]|\\.)*"|\b(?:True|False|None)\b/g, (word) =>
      /** @type {Record<string, string>} */ ({ True: "true", False: "false", None: "null" })[word] ?? word);
    assert.deepEqual(JSON.parse(back), body);
    assert.doesNotMatch(dictionary.replace(/"(?:[^"\\]|\\.)*"/g, ""), /\b(?:true|false|null)\b/);
  });
}

test("a call without a body is a GET in every language", () => {
  for (const { language } of languages) assert.doesNotMatch(spelled(language, undefined), /POST|--data|Content\(|StringContent/);
});
