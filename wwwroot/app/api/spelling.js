// One call to the service, written out in the languages people call it from.

/** @typedef {import("./client.js").Call} Call */

/** @param {unknown} value */
const json = (value) => JSON.stringify(value, null, 2);

/** A shell word: everything between single quotes is literal, a single quote is closed, escaped and reopened. @param {string} text */
const shell = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

/** JSON as Python reads it: the same but for three words, which only stand outside strings. @param {unknown} value */
function python(value) {
  return json(value).replace(/"(?:[^"\\]|\\.)*"|\b(?:true|false|null)\b/g, (word) =>
    word.startsWith('"') ? word : { true: "True", false: "False", null: "None" }[word] ?? word);
}

/** A C# raw string literal, fenced by more quotes than its text has in a row. @param {string} text */
function raw(text) {
  const longest = Math.max(2, ...[...text.matchAll(/"+/g)].map(([run]) => run.length));
  const fence = '"'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** @type {{ language: string, write: (url: string, body: Record<string, unknown> | undefined) => string }[]} */
export const languages = [
  {
    language: "curl",
    write: (url, body) =>
      body === undefined
        ? `curl ${shell(url)}`
        : `curl ${shell(url)} \\\n  --header 'content-type: application/json' \\\n  --data ${shell(json(body))}`,
  },
  {
    language: "Python",
    write: (url, body) =>
      [
        "import json, urllib.request",
        "",
        `request = urllib.request.Request(${json(url)}` + (body === undefined ? ")" : ","),
        ...(body === undefined
          ? []
          : [
              `    data=json.dumps(${python(body).replaceAll("\n", "\n    ")}).encode(),`,
              `    headers={"content-type": "application/json"})`,
            ]),
        "print(json.load(urllib.request.urlopen(request)))",
      ].join("\n"),
  },
  {
    language: "JavaScript",
    write: (url, body) =>
      [
        `const response = await fetch(${json(url)}` + (body === undefined ? ");" : ", {"),
        ...(body === undefined
          ? []
          : [
              `  method: "POST",`,
              `  headers: { "content-type": "application/json" },`,
              `  body: JSON.stringify(${json(body).replaceAll("\n", "\n  ")}),`,
              "});",
            ]),
        "console.log(await response.json());",
      ].join("\n"),
  },
  {
    language: "C#",
    write: (url, body) =>
      [
        "using System.Text;",
        "",
        "using var client = new HttpClient();",
        ...(body === undefined
          ? [`Console.WriteLine(await client.GetStringAsync(${json(url)}));`]
          : [
              `var body = ${raw(json(body))};`,
              `using var content = new StringContent(body, Encoding.UTF8, "application/json");`,
              `using var response = await client.PostAsync(${json(url)}, content);`,
              "Console.WriteLine(await response.Content.ReadAsStringAsync());",
            ]),
      ].join("\n"),
  },
];
