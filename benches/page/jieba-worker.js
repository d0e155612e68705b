// jieba-wasm in a worker: ready after the first cut; then times the tagging of what it is sent.
import start, { cut, tag } from "../jieba/jieba_rs_wasm.js";
await start();
cut("全市地区生产总值同比增长6.5%。", true);
self.onmessage = ({ data: { text } }) => {
  const begin = performance.now();
  const tags = tag(text, true);
  postMessage({ milliseconds: performance.now() - begin, tokens: tags.length });
};
postMessage({ ready: true });
