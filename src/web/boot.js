// Starts the page: an external script, because the Content-Security-Policy forbids inline ones. It runs as soon as it is
// there, beside the style sheets and the rest of the document.
const { dataset } = document.querySelector("script[data-app]");
const address = (name) => new URL(name, document.baseURI).href;

// The analyzer's worker starts beside the page's program, not after it, and is handed over (src/web/app/client.rs)
// with what it has said until then. One that fails is left to the program to start again.
const early = [];
const script = address(document.documentElement.dataset.worker);
const worker = new Worker(script, { type: "module" });
worker.onmessage = ({ data }) => early.push(data);
worker.onerror = () => delete globalThis.yaolanWorker;
const replay = () => early.forEach((data) => worker.dispatchEvent(new MessageEvent("message", { data })));
globalThis.yaolanWorker = { script, worker, replay };

const wasm = address(dataset.wasm);
// A server that does not call it application/wasm leaves it to the program's own script.
const compiled = WebAssembly.compileStreaming(fetch(wasm)).catch(() => wasm);
const program = Promise.all([import(address(dataset.app)), import("./installed.js")]);
// The program takes over once the first words are on the screen; a page that nobody sees may never be painted.
const painted = new Promise((resolve) => {
  if (document.hidden) return resolve();
  setTimeout(resolve, 1000);
  document.addEventListener("visibilitychange", resolve, { once: true });
  requestAnimationFrame(() => setTimeout(resolve));
});
const whole = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
if (document.readyState === "loading") await whole;
const [{ default: start }, { installed }] = await program;
const begun = new Promise((resolve) => addEventListener("yaolan:begun", resolve, { once: true }));
const module_or_path = await compiled;
await painted;
await start({ module_or_path });
await begun;
await installed(address("sw.js"));
