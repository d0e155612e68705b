// Starts the analyzer's worker. The program and the dictionary are asked for at once, beside the script that starts it.
const address = new URL("dictionary.bin", import.meta.url).href;
const program = new URL("worker_bg.wasm", import.meta.url).href;
// An earlier start of this very program may have kept the dictionary as it stands in memory: src/web/worker/dictionary.rs.
const key = `${address}?opened-by=${program.split("/").pop()}`;
const find = async () => caches.match(key, { cacheName: "yaolan-opened" });
const kept = find().catch(() => {}); // no caches: it is fetched
const answer = kept.then((kept) => kept ?? fetch(address));
answer.catch(() => {}); // told to the page by the program, once it runs
self.dictionary = { address, key, kept, answer };
const fetched = fetch(program);
fetched.catch(() => {}); // thrown where it is awaited
const { default: start, serve } = await import("./worker.js");
await start({ module_or_path: fetched });
serve();
