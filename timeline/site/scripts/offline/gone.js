// The service worker of a site that keeps nothing: what an earlier one has kept is removed, and the worker too.

/** @import { Serving, Wait } from "./types.d.ts" */

const worker = /** @type {Serving} */ (/** @type {unknown} */ (self));

async function leave() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("timeline-")).map((name) => caches.delete(name)));
  await worker.registration.unregister();
}

worker.addEventListener("install", (event) => /** @type {Wait} */ (event).waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => /** @type {Wait} */ (event).waitUntil(leave()));

// For the check of types alone: the program leaves it out.
export {};
