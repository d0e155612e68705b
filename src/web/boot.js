// Starts the page: an external script, because the Content-Security-Policy forbids inline ones.
import { installed } from "./installed.js";

const { dataset } = document.querySelector("script[data-app]");
const address = (name) => new URL(name, document.baseURI).href;
const { default: start } = await import(address(dataset.app));
await start({ module_or_path: address(dataset.wasm) });
await installed(address("sw.js"));
