// What trunk leaves to the project: run as its pre_build and post_build hook.
//
//   node build.mjs assets   packs the dictionary and other lists into target/assets
//   node build.mjs finish   names every built file after its content, in $TRUNK_STAGING_DIR
//
// A name that carries the hash of the final bytes may be cached for ever and never mixes with another version.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const ASSETS = "target/assets";

/** Compresses without a time stamp, so that the same input gives the same bytes. */
const gzip = (bytes) => gzipSync(bytes, { level: 9 });

/** LEB128 of a non-negative integer, appended to `out`. */
function leb128(value, out) {
  while (value >= 0x80) {
    out.push((value % 0x80) | 0x80);
    value = Math.floor(value / 0x80);
  }
  out.push(value);
}

/** The packed form of jieba's dictionary; its layout is documented in src/segment/packed.rs. */
export function packDictionary(plain) {
  const words = plain.split("\n").filter(Boolean).map((line) => line.split(" "));
  const tags = [...new Set(words.map(([, , tag]) => tag))].sort();
  const columns = { shared: [], added: [], tag: [], frequency: [] };
  const suffixes = [];
  let before = [];
  for (const [word, frequency, tag] of words) {
    const characters = [...word];
    let shared = 0;
    while (shared < Math.min(before.length, characters.length, 255) && before[shared] === characters[shared]) shared += 1;
    columns.shared.push(shared);
    columns.added.push(characters.length - shared);
    columns.tag.push(tags.indexOf(tag));
    leb128(Number(frequency), columns.frequency);
    suffixes.push(characters.slice(shared).join(""));
    before = characters;
  }
  const head = Buffer.alloc(4);
  head.writeUInt32LE(words.length);
  const names = tags.flatMap((tag) => [Buffer.byteLength(tag), ...Buffer.from(tag)]);
  const { shared, added, tag, frequency } = columns;
  return Buffer.concat([
    Buffer.from("YLD1"), head, Buffer.from([tags.length, ...names]),
    Buffer.from(shared), Buffer.from(added), Buffer.from(tag), Buffer.from(frequency),
    Buffer.from(suffixes.join("")),
  ]);
}

/** Writes the assets that the page fetches beside its code. */
function assets() {
  mkdirSync(ASSETS, { recursive: true });
  writeIfChanged(join(ASSETS, "dictionary.bin"), gzip(packDictionary(readFileSync("src/segment/dictionary.txt", "utf8"))));
}

/** trunk watches modification times: an asset that is the same is left alone. */
function writeIfChanged(path, bytes) {
  if (!existsSync(path) || !readFileSync(path).equals(bytes)) writeFileSync(path, bytes);
}

/** Renames every file of the staging folder after its content, in the order in which they name each other. */
function finish(folder) {
  const fixed = new Set(["index.html", "manifest.webmanifest", "sw.js"]);
  const isText = (name) => /\.(js|mjs|css|html|webmanifest)$/.test(name);
  const names = readdirSync(folder).filter((name) => /\.\w+$/.test(name));
  const content = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  const waiting = new Set(names.filter((name) => !fixed.has(name)));
  const mentions = (name, other) => isText(name) && other !== name && content.get(name).includes(other);
  while (waiting.size > 0) {
    const ready = [...waiting].filter((name) => ![...waiting].some((other) => mentions(name, other)));
    if (ready.length === 0) throw new Error(`files name each other in a circle: ${[...waiting].join(", ")}`);
    for (const name of ready) {
      waiting.delete(name);
      const hash = createHash("sha256").update(content.get(name)).digest("hex").slice(0, 12);
      const hashed = name.replace(/(\.\w+)$/, `-${hash}$1`);
      renameSync(join(folder, name), join(folder, hashed));
      for (const other of names) {
        if (isText(other) && mentions(other, name)) {
          content.set(other, Buffer.from(content.get(other).toString("utf8").replaceAll(name, hashed)));
          writeFileSync(join(folder, fixed.has(other) || waiting.has(other) ? other : `${other}`), content.get(other));
        }
      }
    }
  }
}
