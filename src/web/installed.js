// The page as an installed app: kept for use without a network, renewed on the reader's word, handed files and texts
// by the system. It talks to the app by events on the window; src/web/app/installed.rs is the other end.
const SHARED = "yaolan-shared";
const HOUR = 3_600_000;
/** After so many milliseconds the page is kept although its analyzer is not ready. */
const PATIENCE = 20_000;

const tell = (name, detail) => dispatchEvent(new CustomEvent(`yaolan:${name}`, { detail }));

/** Begins once the app listens; `address` is that of the service worker. */
export async function installed(address) {
  globalThis.launchQueue?.setConsumer(launched);
  await asked(new URL(location.href));
  // A browser that refuses a service worker loses only the use without a network.
  await keep(address).catch(() => {});
}

/** The system opens files with the installed page. */
async function launched({ files }) {
  if (files.length > 0) tell("files", await Promise.all(files.map((handle) => handle.getFile())));
}

/** What the address asks for: a shortcut, or texts and files that were shared with the installed page. */
async function asked(url) {
  const wanted = url.searchParams.get("do");
  const shared = url.searchParams.get("shared");
  if (wanted === null && shared === null) return;
  url.search = "";
  history.replaceState(history.state, "", url);
  if (wanted === "sample") tell("sample");
  if (shared) tell("share-failed", shared);
  else if (shared !== null) await take().catch(() => tell("share-failed", "failed"));
}

/** Takes what the service worker put aside; it is there once. */
async function take() {
  const cache = await caches.open(SHARED);
  const files = [];
  for (const key of await cache.keys()) {
    const item = await cache.match(key);
    const name = item.headers.get("x-name");
    if (name === null) tell("text", await item.text());
    else files.push(new File([await item.blob()], decodeURIComponent(name)));
    await cache.delete(key);
  }
  if (files.length > 0) tell("files", files);
}

/** Registers the service worker, tells of a new version, applies it and removes everything when asked to. */
async function keep(address) {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  let known = workers.controller;
  workers.addEventListener("controllerchange", () => {
    // Not at the first visit: then there was no version before. Elsewhere the new one was applied in another window.
    if (known) tell("update");
    known = workers.controller;
  });
  hold(workers);
  if (!known) await ready();
  const registration = await workers.register(address, { updateViaCache: "none" });
  if (registration.waiting && workers.controller) tell("update");
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && workers.controller) tell("update");
    });
  });
  addEventListener("yaolan:apply", () => apply(workers, registration));
  addEventListener("yaolan:remove", () => remove(registration));
  look(registration);
  workers.ready.then(() => tell("kept"));
}

/** At the first visit what the analyzer needs comes first. */
function ready() {
  return new Promise((resolve) => {
    addEventListener("yaolan:ready", resolve, { once: true });
    setTimeout(resolve, PATIENCE);
  });
}

/** Holds a lock that says which version this window was opened with, so that its files are kept. */
function hold(workers) {
  const version = document.documentElement.dataset.version;
  navigator.locks?.request(`yaolan-page-${version}`, { mode: "shared" }, () => {
    workers.controller?.postMessage("tidy");
    return new Promise(() => {});
  });
}

/** Looks for a new version when the reader comes back to a page that was left open. */
function look(registration) {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - last < HOUR) return;
    last = Date.now();
    registration.update().catch(() => {});
  });
}

function apply(workers, registration) {
  if (!registration.waiting) return location.reload();
  workers.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting.postMessage("apply");
}

/** Takes the page off the device: what it stored to work offline, not the reader's documents. */
async function remove(registration) {
  await registration.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith("yaolan-"));
  await Promise.all(names.map((name) => caches.delete(name)));
  tell("removed");
}
