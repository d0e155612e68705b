// Starts the page: an external script, because the Content-Security-Policy forbids inline ones.
const { dataset } = document.querySelector("script[data-app]");
const address = (name) => new URL(name, document.baseURI).href;
const { default: start } = await import(address(dataset.app));
await start({ module_or_path: address(dataset.wasm) });

// Once the page stands, it is kept for use without a network; a browser that refuses loses only that.
navigator.serviceWorker?.register(address("sw.js")).catch(() => {});
