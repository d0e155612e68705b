// Keeps the page for use without a network. build.mjs writes the version and the list of files into it.
//
// A version is fetched whole before it is used. Every file but the pages themselves carries the hash of its content
// in its name, so a window that was opened with an earlier version goes on getting that version's files: they are
// kept until no window needs them. Files of two versions never mix.
const VERSION = "VERSION";
const FILES = ["FILES"];

const PREFIX = "yaolan-page-";
const CACHE = PREFIX + VERSION;
/** What was shared with the installed page and is not opened yet. */
const SHARED = "yaolan-shared";
/** Caches of earlier builds, which kept the dictionary a second time. */
const OBSOLETE = ["yaolan-data", "yaolan-opened"];
/** More than this is not taken in at one sharing. */
const SHARED_LIMIT = 64 * 1024 * 1024;

const PAGES = ["index.html", "embed.html"];
const scope = new URL(self.registration.scope);

/** Fetches `file`, or takes it over from an earlier version: the same name is the same content. */
async function keep(cache, file) {
  const page = PAGES.includes(file);
  const kept = page ? undefined : await caches.match(file);
  const answer = kept ?? (await fetch(new Request(file, { cache: page ? "reload" : "default" })));
  if (!answer.ok) throw new Error(`${file}: HTTP ${answer.status}`);
  // An answer that came by a redirection is refused as that of a navigation.
  await cache.put(file, answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer);
}

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => Promise.all(FILES.map((file) => keep(cache, file)))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), tidy()]));
});

/** Deletes what no window needs: each window holds a lock that bears the name of its version's cache. */
async function tidy() {
  const locks = await self.navigator.locks?.query();
  const needed = new Set([CACHE, ...(locks?.held ?? []).map((lock) => lock.name)]);
  const names = await caches.keys();
  const done = names.filter((name) => OBSOLETE.includes(name) || (name.startsWith(PREFIX) && !needed.has(name)));
  // A version that is being installed has no window yet.
  const coming = self.registration.installing ?? self.registration.waiting;
  await Promise.all(coming ? [] : done.map((name) => caches.delete(name)));
}

self.addEventListener("message", (event) => {
  if (event.data === "apply") self.skipWaiting();
  if (event.data === "tidy") event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const name = url.pathname.slice(scope.pathname.length);
  if (request.method === "POST" && name === "share") event.respondWith(share(request));
  else if (request.method === "GET") event.respondWith(answer(request, name));
});

async function answer(request, name) {
  const page = PAGES.find((page) => (name || "index.html") === page);
  const hit = page ? await caches.open(CACHE).then((cache) => cache.match(page)) : await caches.match(request.url);
  return hit ?? fetch(request);
}

/** Puts aside what another program shared, then opens the page, which takes it from there. */
async function share(request) {
  const page = new URL("./", scope);
  try {
    const form = await request.formData();
    const files = form.getAll("files").filter((file) => file instanceof File);
    const text = ["title", "text", "url"].map((field) => form.get(field)).filter(Boolean).join("\n");
    const items = [...files, ...(text ? [text] : [])];
    const size = items.reduce((sum, item) => sum + (item.size ?? item.length), 0);
    if (size > SHARED_LIMIT) throw new RangeError("too large");
    const cache = await caches.open(SHARED);
    for (const item of items) {
      const headers = item instanceof File ? { "x-name": encodeURIComponent(item.name) } : {};
      await cache.put(new URL(`shared/${crypto.randomUUID()}`, scope), new Response(item, { headers }));
    }
    page.search = "?shared";
  } catch (error) {
    page.search = `?shared=${error instanceof RangeError ? "too-large" : "failed"}`;
  }
  return Response.redirect(page, 303);
}
