// The package in Node.
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { create, placed } from "./analyzer.js";
import { YaolanError } from "./errors.js";

export { YaolanError };

const NAMES = { wasm: "worker_bg.wasm", dictionary: "dictionary.bin", townships: "townships.bin" };
const HERE = Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, new URL(name, import.meta.url).href]));

/** A worker thread as analyzer.js talks to threads; it does not keep a program alive that is done. */
function thread(worker) {
  const native = typeof worker === "function" ? worker() : new Worker(new URL("./node-thread.js", import.meta.url));
  const wrapped = {
    post(message) {
      native.ref();
      native.postMessage(message);
    },
    end: () => void native.terminate(),
  };
  native.unref();
  native.on("message", (reply) => {
    native.unref();
    wrapped.onreply(reply);
  });
  native.on("error", (error) => wrapped.onfailure(error.message, "worker-failed"));
  return wrapped;
}

const platform = {
  places: (assets) => placed(HERE, NAMES, assets, pathToFileURL(`${process.cwd()}/`)),
  thread,
  async answerer() {
    const [{ answerer }, { read }] = await Promise.all([import("./engine.js"), import("./node-read.js")]);
    return answerer(read);
  },
};

/** Loads the analyzer. */
export const createAnalyzer = (options) => create(platform, options);
