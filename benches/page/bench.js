// Times the three analyzers side by side in one page: each in a worker, by turns, each result awaited.
import { analyzer } from "./analyzer.js";

/** The next message of `worker`. */
const answer = (worker) => new Promise((resolve) => worker.addEventListener("message", ({ data }) => resolve(data), { once: true }));

async function plain(script) {
  const worker = new Worker(script, { type: "module" });
  await answer(worker);
  return async (text) => {
    const begin = performance.now();
    worker.postMessage({ text });
    const { milliseconds } = await answer(worker);
    return { milliseconds, whole: performance.now() - begin };
  };
}

async function yaolan(script, lists) {
  const worker = new Worker(script, { type: "module" });
  const analyze = await analyzer((listen) => (worker.onmessage = ({ data }) => listen(data)), (message) => worker.postMessage(message), lists);
  return async (text) => {
    const begin = performance.now();
    const { milliseconds, analysis } = await analyze(text);
    return { milliseconds, whole: performance.now() - begin, bytes: analysis.json.length };
  };
}

/** Figures of `rounds` rounds over `text`, by analyzer; the first is told apart. */
export async function measure({ text, rounds, script, lists }) {
  const analyzers = {
    yaolan: await yaolan(script, lists),
    "jieba-wasm tag": await plain("jieba-worker.js"),
    "Intl.Segmenter": await plain("intl-worker.js"),
  };
  const figures = Object.fromEntries(Object.keys(analyzers).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(analyzers)) figures[name].push(await run(text));
  }
  return figures;
}
