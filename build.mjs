// What trunk leaves to the project: run as its pre_build and post_build hook.
//
//   node build.mjs assets   packs the dictionary and other lists into target/assets
//   node build.mjs finish   names every built file after its content, in $TRUNK_STAGING_DIR; with a folder behind it, in
//                           that one: also a second time, after a file of the built page was changed by hand
//
// A name that carries the hash of the final bytes may be cached for ever and never mixes with another version.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const ASSETS = "target/assets";

/** Compresses without a time stamp, so that the same input gives the same bytes. */
const gzip = (bytes) => gzipSync(bytes, { level: 9 });

const DICTIONARY = ["src/segment/dictionary.txt", "src/segment/hmm.tsv"];
const PACKER = "src/segment/packed";

/** Packs the dictionary with the packer whose other half is in the worker, unless neither has changed since. */
function packDictionary(target) {
  const sources = [...DICTIONARY, ...readdirSync(PACKER).map((name) => join(PACKER, name))];
  const changed = (path) => statSync(path).mtimeMs > statSync(target).mtimeMs;
  if (existsSync(target) && !sources.some(changed)) return;
  const packer = "target/pack";
  execFileSync("rustc", ["--edition", "2024", "-O", "-o", packer, join(PACKER, "pack.rs")], { stdio: "inherit" });
  execFileSync(packer, [...DICTIONARY, target], { stdio: "inherit" });
}

/** The character maps of PDF.js in one file: length of the index (four bytes), index in JSON, maps one after the other. */
function packCharacterMaps(folder) {
  const index = {};
  const maps = [];
  let at = 0;
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".bcmap")).sort()) {
    const bytes = readFileSync(join(folder, name));
    index[name.replace(".bcmap", "")] = [at, bytes.length];
    maps.push(bytes);
    at += bytes.length;
  }
  const words = Buffer.from(JSON.stringify(index));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(words.length);
  return Buffer.concat([head, words, ...maps]);
}

/** The page's style sheets in one file, in the order in which style/page.css imports them. */
function styles() {
  const names = [...readFileSync("style/page.css", "utf8").matchAll(/^@import "(.*)";$/gm)].map(([, name]) => name);
  return Buffer.concat(names.map((name) => readFileSync(join("style", name))));
}

/** The script that puts the page's first words into the reader's language, with those words. */
function shell() {
  const keys = /^(app-name|app-tagline|compose-welcome|compose-welcome-text)$/;
  const words = Object.fromEntries(LANGUAGES.map((tag) => [tag, messages([`src/locale/${tag}.ftl`], keys)]));
  const code = readFileSync("src/web/shell.js", "utf8");
  return Buffer.from(code.replace("const WORDS = {};", `const WORDS = ${JSON.stringify(words)};`));
}

/** What reads PDFs: the two halves of PDF.js, in the form for older browsers too, and its character maps. */
function pdfAssets() {
  const source = "node_modules/pdfjs-dist";
  writeIfChanged(join(ASSETS, "pdfjs_display.js"), readFileSync(join(source, "legacy/build/pdf.min.mjs")));
  writeIfChanged(join(ASSETS, "pdfjs_engine.js"), readFileSync(join(source, "legacy/build/pdf.worker.min.mjs")));
  writeIfChanged(join(ASSETS, "cmaps.bin"), packCharacterMaps(join(source, "cmaps")));
}

/** Writes the assets that the page fetches beside its code. */
function assets() {
  mkdirSync(ASSETS, { recursive: true });
  packDictionary(join(ASSETS, "dictionary.bin"));
  writeIfChanged(join(ASSETS, "townships.bin"), gzip(readFileSync("src/recognize/place/townships.tsv")));
  const words = Object.fromEntries(LANGUAGES.map((tag) => [tag, messages([`src/locale/${tag}.ftl`, `src/web/embed/words/${tag}.ftl`], EMBEDDED)]));
  const labels = Object.fromEntries(LANGUAGES.map((tag) => [tag, words[tag]["embed-open"]]));
  writeIfChanged(join(ASSETS, "words.js"), Buffer.from(wordsScript(words)));
  writeIfChanged(join(ASSETS, "labels.js"), Buffer.from(`export const OPEN = ${JSON.stringify(labels)};\n`));
  writeIfChanged(join(ASSETS, "page.css"), styles());
  writeIfChanged(join(ASSETS, "shell.js"), shell());
  pdfAssets();
}

const LANGUAGES = ["zh-Hans", "zh-Hant", "en"];

/** Messages of the page that the embedded views show as well. */
const EMBEDDED = /^(app-name|tables-tabs|(embed|kind|column|level|organization|status)-[\w-]+)$/;

/** Those messages of Fluent files whose keys fit; all of them are one line without arguments. */
function messages(paths, keys) {
  const text = paths.map((path) => readFileSync(path, "utf8")).join("\n");
  const lines = text.split("\n").map((line) => /^([a-z][\w-]*) = (.*)$/.exec(line)).filter(Boolean);
  return Object.fromEntries(lines.filter(([, key]) => keys.test(key)).map(([, key, value]) => [key, value]));
}

/** The script that gives the embedded views their words. */
const wordsScript = (words) =>
  `const WORDS = ${JSON.stringify(words, null, 1)};

/** The words of the interface in a language. */
export const wordsOf = (language) => (key) => WORDS[language]?.[key] ?? WORDS["zh-Hans"][key] ?? key;
`;

/** A file that is the same keeps its time stamp: trunk watches those. */
function writeIfChanged(path, bytes) {
  if (!existsSync(path) || !readFileSync(path).equals(bytes)) writeFileSync(path, bytes);
}

/** Where `name` stands in `text` as a whole file name. */
const wholeName = (name) => new RegExp(`(?<![\\w-])${name.replaceAll(".", "\\.")}`, "g");

/** Files that are asked for by these very names. */
const PAGES = ["index.html", "embed.html"];
const FIXED = [...PAGES, "sw.js", "sw-remove.js"];

/** Files that the installed page does without: pictures for the dialogue that installs it, the way to remove it. */
const NOT_KEPT = /^(sw|sw-remove|(wide|phone)-.*)\.\w+$/;

const isText = (name) => /\.(js|css|html|webmanifest)$/.test(name);

/** Writes the version and the list of files into a page or the service worker. */
const told = (text, version, files) =>
  text
    .replace(/(?<=data-version=|const VERSION = )"\w+"/, JSON.stringify(version))
    .replace(/(?<=const FILES = )\[.*\]/, JSON.stringify(files));

/** Takes back what `finish` has written. */
function unname(folder) {
  const plain = (name) => name.replace(/-[0-9a-f]{12}(\.\w+)$/, "$1");
  const named = readdirSync(folder).filter((name) => plain(name) !== name);
  for (const name of readdirSync(folder).filter(isText)) {
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    const unnamed = named.reduce((text, name) => text.replaceAll(wholeName(name), plain(name)), text);
    writeFileSync(path, FIXED.includes(name) ? told(unnamed, "VERSION", ["FILES"]) : unnamed);
  }
  for (const name of named) renameSync(join(folder, name), join(folder, plain(name)));
}

/**
 * Names every file of `folder` after its content, those first that name no other, and writes the new names into
 * the files that use them; then tells the service worker which files there are.
 */
function finish(folder) {
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".br"))) rmSync(join(folder, name));
  unname(folder);
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
  const uses = (name, other) => isText(name) && name !== other && wholeName(other).test(files.get(name).toString());
  const waiting = new Set([...files.keys()].filter((name) => !FIXED.includes(name)));
  while (waiting.size > 0) {
    const ready = [...waiting].find((name) => ![...waiting].some((other) => uses(name, other)));
    if (!ready) throw new Error(`these files name each other in a circle: ${[...waiting].join(", ")}`);
    waiting.delete(ready);
    const hash = createHash("sha256").update(files.get(ready)).digest("hex").slice(0, 12);
    const hashed = ready.replace(/(\.\w+)$/, `-${hash}$1`);
    for (const user of [...files.keys()].filter((name) => uses(name, ready))) {
      files.set(user, Buffer.from(files.get(user).toString().replaceAll(wholeName(ready), hashed)));
      writeFileSync(join(folder, user), files.get(user));
    }
    renameSync(join(folder, ready), join(folder, hashed));
  }
  listFiles(folder);
  if (process.env.TRUNK_PROFILE === "release") compress(folder);
}

/** Writes beside each file its brotli form, for servers that hand those out (sirv --brotli, nginx brotli_static). */
function compress(folder) {
  for (const name of readdirSync(folder).filter((name) => /\.(wasm|js|css|html|svg|webmanifest)$/.test(name))) {
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
  }
}

/**
 * Writes the version, which is another for other files, into the pages and the service worker, and into that one also
 * what it keeps.
 */
function listFiles(folder) {
  const files = readdirSync(folder).filter((name) => !NOT_KEPT.test(name)).sort();
  const all = createHash("sha256");
  for (const name of [...files, "sw.js"]) all.update(name).update(readFileSync(join(folder, name)));
  const version = all.digest("hex").slice(0, 12);
  for (const name of [...PAGES, "sw.js"]) {
    const path = join(folder, name);
    writeFileSync(path, told(readFileSync(path, "utf8"), version, files));
  }
}

const [, script, phase, folder = process.env.TRUNK_STAGING_DIR] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  if (phase === "assets") assets();
  else if (phase === "finish" && folder) finish(folder);
  else throw new Error("usage: node build.mjs assets | node build.mjs finish FOLDER");
}
