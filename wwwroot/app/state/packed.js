// Long text made short enough for an address: deflated, and written in characters that an address may have.

/** What is longer than this, once packed, is left out of a link. */
export const mostInLink = 20_000;

/** Shorter text is not worth packing. */
const worthPacking = 300;

/** @param {Uint8Array} bytes @param {CompressionStream | DecompressionStream} through */
async function piped(bytes, through) {
  const stream = new Blob([/** @type {any} */ (bytes)]).stream().pipeThrough(/** @type {any} */ (through));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What was packed lately, the newest last. @type {{ text: string, packed: string }[]} */
const known = [];

/** @param {string} text @returns {Promise<string | null>} null where packing is not worth it */
export async function packed(text) {
  if (text.length < worthPacking) return null;
  const before = known.find((each) => each.text === text);
  if (before !== undefined) return before.packed;
  const bytes = await piped(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const short = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  known.push({ text, packed: short });
  if (known.length > 4) known.shift();
  return short;
}

/** @param {string} written @returns {Promise<string>} a `RangeError` where it was damaged */
export async function unpacked(written) {
  try {
    const binary = atob(written.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(await piped(bytes, new DecompressionStream("deflate-raw")));
  } catch {
    throw new RangeError("The packed text is damaged.");
  }
}
