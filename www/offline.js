// A recipe for pages that should work without a network: a service worker that keeps what the widget has loaded once.
// Nothing of ours registers it. Copy it beside your pages (a worker serves the pages below its own folder) and register it:
//   navigator.serviceWorker.register("/offline.js")
const KEPT = "migration-widget-offline";
// Addresses with a hash of their content never change; `embed.js`, which names them, does.
const FOR_EVER = /\/pkg\/[^?]+\.[0-9a-f]{8}\.(js|wasm)$|\?[0-9a-f]{8}$/;
const NEWEST_FIRST = /\/(embed|index)\.js(\?|$)/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

const fetched = async (cache, request) => {
  const answer = await fetch(request);
  // What another origin gives without letting itself be read is not kept: it may be an error.
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
};

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (FOR_EVER.test(request.url)) {
    event.respondWith((async () => {
      const cache = await caches.open(KEPT);
      return (await cache.match(request)) ?? fetched(cache, request);
    })());
  } else if (NEWEST_FIRST.test(request.url) || request.mode === "navigate") {
    event.respondWith((async () => {
      const cache = await caches.open(KEPT);
      try {
        return await fetched(cache, request);
      } catch (offline) {
        const kept = await cache.match(request);
        if (kept) return kept;
        throw offline;
      }
    })());
  }
});
