// Times the analyzers in one Node process: yaolan's worker program under a stand-in for a worker's global scope,
// jieba-wasm, Intl.Segmenter. Prints the figures as JSON; run by run.mjs.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { analyzer } from "./page/analyzer.js";

const { text, rounds, files } = JSON.parse(readFileSync(0, "utf8"));
const ms = (begin) => performance.now() - begin;

// What the worker program knows of its surroundings: a place to post to, and lists to fetch.
const file = async (address) => new Response(readFileSync(new URL(address)));
globalThis.fetch = file;
let listen;
const early = [];
globalThis.postMessage = (message) => (listen ? listen(message) : early.push(message));
const say = (message) => setTimeout(() => globalThis.onmessage({ data: message }));
const hear = (listener) => {
  listen = listener;
  early.splice(0).forEach(listener);
};

const address = (name) => pathToFileURL(files[name]).href;
let begin = performance.now();
const { initSync } = await import(address("worker"));
initSync({ module: new WebAssembly.Module(readFileSync(files.wasm)) });
const analyze = await analyzer(hear, say, { dictionary: address("dictionary"), townships: null });
await analyze("全市地区生产总值同比增长6.5%。");
const start = { yaolan: ms(begin) };

begin = performance.now();
const jieba = createRequire(import.meta.url)("jieba-wasm");
jieba.cut("全市地区生产总值同比增长6.5%。", true);
start["jieba-wasm tag"] = ms(begin);

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const run = {
  yaolan: async () => analyze(text),
  "jieba-wasm tag": async () => jieba.tag(text, true),
  "Intl.Segmenter": async () => [...segmenter.segment(text)],
};
const figures = Object.fromEntries(Object.keys(run).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, once] of Object.entries(run)) {
    begin = performance.now();
    await once();
    figures[name].push({ milliseconds: ms(begin) });
  }
}
process.stdout.write(JSON.stringify({ start, figures }));
process.exit(0);
