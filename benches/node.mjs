// Times the analyzers in one Node process: yaolan's worker program through the exports that the npm package uses,
// jieba-wasm, Intl.Segmenter. Prints the figures as JSON; run by run.mjs.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

const { text, rounds, files } = JSON.parse(readFileSync(0, "utf8"));
const FIRST = "全市地区生产总值同比增长6.5%。";
const ms = (begin) => performance.now() - begin;

let begin = performance.now();
const { initSync, Engine } = await import(pathToFileURL(files.worker).href);
const { memory } = initSync({ module: new WebAssembly.Module(readFileSync(files.wasm)) });
const dictionary = readFileSync(files.dictionary);
const plain = new Engine(dictionary);
plain.analyze(FIRST, undefined, "byte");
const start = { yaolan: ms(begin) };
plain.free();
const yaolan = new Engine(dictionary, gunzipSync(readFileSync(files.townships)));

begin = performance.now();
const jieba = createRequire(import.meta.url)("jieba-wasm");
jieba.cut(FIRST, true);
start["jieba-wasm tag"] = ms(begin);

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const run = {
  yaolan: () => yaolan.analyze(text, undefined, "byte"),
  "jieba-wasm tag": () => jieba.tag(text, true),
  "Intl.Segmenter": () => [...segmenter.segment(text)],
};
const figures = Object.fromEntries(Object.keys(run).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, once] of Object.entries(run)) {
    begin = performance.now();
    once();
    figures[name].push({ milliseconds: ms(begin) });
  }
}

// Growth: the text once and twenty times, by turns; then what the memory has grown by.
const grown = { once: [], twenty: [] };
const long = text.repeat(20);
const before = memory.buffer.byteLength;
for (let round = 0; round < Math.max(3, Math.ceil(rounds / 4)); round += 1) {
  for (const [name, words] of [["once", text], ["twenty", long]]) {
    begin = performance.now();
    yaolan.analyze(words, undefined, "byte");
    grown[name].push(ms(begin));
  }
}
const sizes = { start: before, after: memory.buffer.byteLength, text: Buffer.byteLength(long) };
process.stdout.write(JSON.stringify({ start, figures, grown, sizes }));
