// The side of the page that holds a frame of embed.html.
import { aborted, YaolanError } from "./errors.js";
import { VERSION } from "./protocol.js";

/** How many milliseconds a frame has to answer the first message. */
const PATIENCE = 30_000;

/**
 * Greets the frame and resolves, once it has answered, to { analyze(text, options), onselect, close() }.
 * `frame` shows embed.html?origins=<origin of this page>.
 */
export async function connectFrame(frame) {
  const { origin } = new URL(frame.src, document.baseURI);
  const waiting = new Map();
  const connection = { onselect: null, analyze, close };
  const send = (message) => frame.contentWindow?.postMessage({ yaolan: VERSION, ...message }, origin);
  let next = 0;
  let greeted;

  function heard({ source, origin: from, data }) {
    if (source !== frame.contentWindow || from !== origin || data?.yaolan !== VERSION) return;
    if (data.type === "ready") greeted();
    if (data.type === "select") connection.onselect?.(data);
    const job = waiting.get(data.id);
    if (data.type === "result") job?.resolve(data.analysis);
    if (data.type === "error") job?.reject(new YaolanError(data.code, data.message));
  }

  function analyze(text, { date, offsets, signal } = {}) {
    if (signal?.aborted) return Promise.reject(aborted(signal));
    const id = (next += 1);
    const stop = () => {
      send({ type: "cancel", id });
      waiting.get(id)?.reject(aborted(signal));
    };
    signal?.addEventListener("abort", stop, { once: true });
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      send({ type: "analyze", id, text, ...(date && { date }), ...(offsets && { offsets }) });
    }).finally(() => {
      waiting.delete(id);
      signal?.removeEventListener("abort", stop);
    });
  }

  function close() {
    removeEventListener("message", heard);
    for (const { reject } of waiting.values()) reject(new YaolanError("closed", "the connection was closed"));
  }

  addEventListener("message", heard);
  await new Promise((resolve, reject) => {
    // The greeting holds nothing, so it may go to whatever the frame shows while it loads.
    const hello = () => frame.contentWindow?.postMessage({ yaolan: VERSION, type: "hello" }, "*");
    const timer = setTimeout(() => {
      close();
      reject(new YaolanError("no-answer", `the frame of ${origin} does not answer: is this page's origin among its origins?`));
    }, PATIENCE);
    greeted = () => {
      clearTimeout(timer);
      frame.removeEventListener("load", hello);
      resolve();
    };
    frame.addEventListener("load", hello);
    hello();
  });
  return connection;
}
