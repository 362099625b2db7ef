// The page as it is published: a handful of files whose names carry a hash of their content, and an index that names them.
// Usage: node build-page.mjs WWWROOT OUTPUT_FOLDER
// In development the files are served as written.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { build } from "esbuild";

if (process.argv[3] === undefined) throw new Error("Usage: node build-page.mjs WWWROOT OUTPUT_FOLDER");
const source = resolve(process.argv[2]);
const output = resolve(process.argv[3]);

/** Where the hashed files stand, which never change under their names. */
const hashed = "page";

/** The panels that a first visit shows come along at once; all others come together, when one of them is opened. */
const firstPanels = ["derivative", "evaluate", "code"];

const common = {
  absWorkingDir: source,
  outdir: join(output, hashed),
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  sourcemap: true,
  target: ["es2022", "chrome123", "firefox120", "safari17.5"],
  legalComments: "none", // the notices carry them in full
  metafile: true,
  logLevel: "warning",
};

await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
const html = await readFile(join(source, "index.html"), "utf8");

const modules = await build({ ...common, entryPoints: ["app/main.js"], chunkNames: "[name]-[hash]", splitting: true, format: "esm", plugins: [gathered()] });
const theme = await build({ ...common, entryPoints: ["app/theme.js"], format: "iife" });
const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)].map(([, href]) => href);
const styles = await build({
  ...common,
  stdin: { contents: sheets.map((href) => `@import "./${href}";`).join("\n"), resolveDir: source, sourcefile: "styles.css", loader: "css" },
  entryNames: "styles-[hash]",
  loader: { ".woff2": "file" },
});

const [main, look, sheet] = [outputOf(modules, "app/main.js"), outputOf(theme, "app/theme.js"), Object.keys(styles.metafile.outputs).find((name) => name.endsWith(".css"))];
const preloaded = new Set([main, ...importedBy(main)]);
const page = html
  .replace(/ *<link rel="stylesheet"[^>]*>\n/g, "")
  .replace(/href="(lib\/fonts\/[^"]+)"/g, (_, font) => `href="${published(assetOf(font))}"`)
  .replace(/( *)<script src="app\/theme.js"><\/script>\n/, (_, indent) =>
    [`<link rel="stylesheet" href="${published(sheet)}">`, ...[...preloaded].map((name) => `<link rel="modulepreload" href="${published(name)}">`), `<link rel="modulepreload" href="${published(outputOf(modules, "lib/katex.js"))}" fetchpriority="low">`, `<script src="${published(look)}"></script>`]
      .map((line) => `${indent}${line}\n`).join(""))
  .replace("app/main.js", published(main));
if (/"(?:app|styles)\//.test(page)) throw new Error("The index still names a file as written.");
await writeFile(join(output, "index.html"), page);
for (const file of ["icon.svg", "lib/NOTICES.txt"]) {
  await mkdir(dirname(join(output, file)), { recursive: true });
  await cp(join(source, file), join(output, file));
}

/** Few files instead of one for each panel and each part that two panels share. */
function gathered() {
  const panels = /\bimport\("\.\/panels\/([\w-]+)\.js"\)/g;
  const main = join(source, "app", "main.js");
  return {
    name: "gathered",
    setup({ onLoad, onResolve }) {
      onLoad({ filter: /[\\/]app[\\/]main\.js$/ }, async () => {
        const text = await readFile(main, "utf8");
        const first = firstPanels.map((name, i) => `import * as first${i} from "./panels/${name}.js";`).join("");
        return { loader: "js", contents: first + text.replace(panels, (_, name) => (firstPanels.includes(name) ? `Promise.resolve(first${firstPanels.indexOf(name)})` : `import("panels")`)) };
      });
      onResolve({ filter: /^panels$/ }, () => ({ path: "panels", namespace: "gathered" }));
      onLoad({ filter: /./, namespace: "gathered" }, async () => {
        const names = new Set([...(await readFile(main, "utf8")).matchAll(panels)].map(([, name]) => name).filter((name) => !firstPanels.includes(name)));
        return { resolveDir: join(source, "app"), contents: [...names].map((name) => `export * from "./panels/${name}.js";`).join("\n") };
      });
    },
  };
}

/** The file that came of an entry or of a panel that is loaded when it is needed. */
function outputOf({ metafile }, entry) {
  const found = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry);
  if (found === undefined) throw new Error(`Nothing was made of ${entry}.`);
  return found[0];
}

/** The hashed file of a typeface. */
function assetOf(file) {
  const found = Object.entries(styles.metafile.outputs).find(([, { inputs }]) => file in inputs);
  if (found === undefined) throw new Error(`No style sheet names ${file}.`);
  return found[0];
}

/** What a module imports at once, and what that imports. */
function importedBy(name) {
  return modules.metafile.outputs[name].imports.filter(({ kind }) => kind === "import-statement").flatMap(({ path }) => [path, ...importedBy(path)]);
}

/** The address of an output, from the index. */
function published(name) {
  return relative(output, resolve(source, name)).split(sep).join("/");
}

console.log(`${Object.keys(modules.metafile.outputs).filter((name) => name.endsWith(".js")).length} modules, of which ${preloaded.size} at once; ${basename(sheet)}.`);
