// The package in a browser, with or without a bundler.
import { create, placed } from "./analyzer.js";
import { YaolanError } from "./errors.js";

export { YaolanError };

const HERE = {
  wasm: new URL("worker_bg.wasm", import.meta.url).href,
  dictionary: new URL("dictionary.bin", import.meta.url).href,
  townships: new URL("townships.bin", import.meta.url).href,
};
const NAMES = { wasm: "worker_bg.wasm", dictionary: "dictionary.bin", townships: "townships.bin" };

/** A worker as analyzer.js talks to threads. */
function thread(worker) {
  const native = typeof worker === "function" ? worker() : new Worker(new URL("./thread.js", import.meta.url), { type: "module" });
  const wrapped = { post: (message) => native.postMessage(message), end: () => native.terminate() };
  native.onmessage = ({ data }) => wrapped.onreply(data);
  native.onerror = (event) => {
    event.preventDefault?.();
    wrapped.onfailure(event.message || "the worker's script cannot be loaded", "worker-failed");
  };
  return wrapped;
}

const platform = {
  places: (assets) => placed(HERE, NAMES, assets, globalThis.document?.baseURI ?? import.meta.url),
  thread,
  async answerer() {
    const [{ answerer }, { read }] = await Promise.all([import("./engine.js"), import("./read.js")]);
    return answerer(read);
  },
};

/** Loads the analyzer. */
export const createAnalyzer = (options) => create(platform, options);
