// The bare page that yaolan's start is held against: jieba-wasm in a worker, one text cut.
const worker = new Worker("jieba-worker.js", { type: "module" });
worker.onmessage = ({ data }) => {
  if (data.ready) document.documentElement.dataset.ready = "true";
};
