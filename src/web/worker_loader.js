// Starts the page's worker.
import start, { serve } from "./worker.js";

await start({ module_or_path: new URL("worker_bg.wasm", import.meta.url) });
serve();
