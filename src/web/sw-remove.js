// The way out for a whole site: served under the name sw.js, it takes the kept page off every device that comes by.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  const names = (await caches.keys()).filter((name) => name.startsWith("yaolan-"));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
