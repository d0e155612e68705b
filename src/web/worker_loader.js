// Starts the analyzer's worker. The program and the dictionary are asked for at once, beside the script that starts it.
const address = new URL("dictionary.bin", import.meta.url).href;
// An earlier start may have kept it as it stands in memory: src/web/worker/dictionary.rs.
const find = async () => (await caches.open("yaolan-opened")).match(`${address}?opened`);
const kept = find().catch(() => {}); // no caches: it is fetched
const answer = kept.then((kept) => kept ?? fetch(address));
answer.catch(() => {}); // told to the page by the program, once it runs
self.dictionary = { address, kept, answer };
const program = fetch(new URL("worker_bg.wasm", import.meta.url));
program.catch(() => {}); // thrown where it is awaited
const { default: start, serve } = await import("./worker.js");
await start({ module_or_path: program });
serve();
