// Bundles the page's libraries into one ES module each, copies the fonts, and writes the notices that go with them.
// Usage: node build-vendor.mjs OUTPUT_FOLDER
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
if (process.argv[2] === undefined) throw new Error("Usage: node build-vendor.mjs OUTPUT_FOLDER");
const output = resolve(process.argv[2]);

/** What the page imports: the file in OUTPUT_FOLDER → what it re-exports. */
const libraries = {
  "katex.js": `export { render, ParseError } from "katex";`,
  // The parts that draw a surface; loaded when one is looked at.
  "three.js": `export { AmbientLight, BufferAttribute, BufferGeometry, Color, DirectionalLight, DoubleSide, Group, Line, LineBasicMaterial, LineSegments, Mesh, MeshBasicMaterial, MeshLambertMaterial, PerspectiveCamera, Scene, SphereGeometry, WebGLRenderer } from "three";`,
  "d3.js": [
    `export { contours } from "d3-contour";`,
    `export { drag } from "d3-drag";`,
    `export { scaleLinear, scaleLog } from "d3-scale";`,
    `export { pointer, select } from "d3-selection";`,
    `export { zoom, zoomIdentity } from "d3-zoom";`,
  ].join("\n"),
};

/** The faces of the page: package → the files of it that are served. */
const faces = {
  "@fontsource-variable/stix-two-text": ["stix-two-text-latin-wght-normal", "stix-two-text-latin-wght-italic"],
  "@fontsource-variable/ibm-plex-sans": ["ibm-plex-sans-latin-wght-normal", "ibm-plex-sans-greek-wght-normal"],
  "@fontsource/ibm-plex-mono": ["ibm-plex-mono-latin-400-normal", "ibm-plex-mono-latin-ext-400-normal"],
};

const packages = new Set(["katex", ...Object.keys(faces)]);

await rm(output, { recursive: true, force: true });
await mkdir(join(output, "fonts"), { recursive: true });
for (const [file, contents] of Object.entries(libraries)) {
  await bundle(file, contents);
  await writeFile(join(output, file.replace(/js$/, "d.ts")), contents); // the same exports, for the type checker
}
await typesetting();
for (const [name, files] of Object.entries(faces))
  for (const file of files) await cp(join(modules, name, "files", `${file}.woff2`), join(output, "fonts", `${file}.woff2`));
await writeFile(join(output, "package.json"), `{ "type": "module" }\n`);
await writeFile(join(output, "NOTICES.txt"), "\uFEFF" + await notices()); // the mark tells a browser it is UTF-8

/** One library as one minified module; remembers every package that went into it. */
async function bundle(file, contents) {
  const { metafile } = await build({
    stdin: { contents, resolveDir: here, sourcefile: file },
    outfile: join(output, file),
    absWorkingDir: here,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none", // the notices carry them in full
    metafile: true,
    logLevel: "warning",
  });
  for (const input of Object.keys(metafile.inputs)) {
    const [, name] = input.split(sep).join("/").match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//) ?? [];
    if (name) packages.add(name);
  }
}

/** KaTeX's style sheet and its fonts, as woff2 alone: every browser that runs the page's modules reads it. */
async function typesetting() {
  const source = join(modules, "katex", "dist");
  const css = await readFile(join(source, "katex.min.css"), "utf8");
  const lean = css.replaceAll(/,url\(fonts\/[\w-]+\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, "");
  if (/\.(?:woff|ttf)\)/.test(lean)) throw new Error("KaTeX's style sheet names a font format that is not copied.");
  await mkdir(join(output, "katex", "fonts"), { recursive: true });
  await writeFile(join(output, "katex", "katex.css"), lean);
  for (const font of await readdir(join(source, "fonts")))
    if (font.endsWith(".woff2")) await cp(join(source, "fonts", font), join(output, "katex", "fonts", font));
}

/** The licence text of every package that is served, as its authors wrote it. A package without one stops the build. */
async function notices() {
  const parts = ["The page contains the following works of others, each under its own terms.\n"];
  for (const name of [...packages].sort()) {
    const folder = join(modules, name);
    const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence file.`);
    const text = (await readFile(join(folder, file), "utf8")).trim();
    parts.push(`${"=".repeat(78)}\n${name} ${version} (${license})\n${"=".repeat(78)}\n\n${text}\n`);
  }
  return parts.join("\n");
}
