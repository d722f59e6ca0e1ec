// The service worker. It keeps what was read of one build, so that it can be read without a network, and never puts
// anything of another build beside it. The program writes what `BUILD` is above this.

/** @import { Build, Exchange, Serving, Told, Wait } from "./types.d.ts" */

const { BUILD: build } = /** @type {{ BUILD: Build }} */ (/** @type {unknown} */ (self));
const worker = /** @type {Serving} */ (/** @type {unknown} */ (self));

const PREFIX = "timeline-";
const OWN = `${PREFIX}${build.name}`;
const root = new URL("./", location.href);
const files = new URL(`${build.files}`, root).href;
const steady = new URL(build.fonts, root).href;

// Where the network takes longer than this, what is kept is shown.
const PATIENCE = 4000;

async function install() {
  const kept = await caches.open(OWN);
  await kept.addAll(build.core.map((path) => new URL(path, root).href));
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== OWN).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** What never changes at its address: kept, or fetched once. @param {Request} request */
async function lasting(request) {
  const kept = await caches.open(OWN);
  const found = await kept.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await kept.put(request, answer.clone());
  return answer;
}

/**
 * Fetch a page, and keep it if it is of this build.
 *
 * @param {Request} request
 */
async function fresh(request) {
  const answer = await fetch(request, { cache: "no-cache" }); // the host says whether there is a newer one
  const isPage = answer.ok && (answer.headers.get("content-type") ?? "").includes("text/html");
  if (isPage && (await answer.clone().text()).includes(build.files)) {
    const kept = await caches.open(OWN);
    const address = new URL(request.url);
    address.search = "";
    await kept.put(address.href, answer.clone());
  }
  return answer;
}

/** A page as it is now or, without a network, as it was read. @param {Request} request */
async function page(request) {
  const kept = await caches.open(OWN);
  const found = await kept.match(request, { ignoreSearch: true });
  const newest = fresh(request);
  try {
    return await (found ? Promise.race([newest, late(found)]) : newest);
  } catch {
    return found ?? unread(kept);
  }
}

/**
 * @param {Response} found
 * @returns {Promise<Response>}
 */
const late = (found) => new Promise((done) => setTimeout(() => done(found), PATIENCE));

/** @param {Cache} kept */
async function unread(kept) {
  const said = await kept.match(new URL(build.unread, root).href);
  return new Response(said ? await said.blob() : "", { status: 503, headers: { "content-type": "text/html" } });
}

/** Keep all scripts and what they read, so that the search answers without a network. */
async function keepAll() {
  const kept = await caches.open(OWN);
  const there = new Set((await kept.keys()).map(({ url }) => url));
  const list = await lasting(new Request(new URL(build.list, root).href));
  /** @type {unknown} */
  const read = await list.json();
  const paths = /** @type {string[]} */ (read);
  const lacking = paths.map((path) => new URL(path, root).href).filter((url) => !there.has(url));
  for (const url of lacking) await kept.add(url);
}

/** @param {Exchange} event */
function asked(event) {
  const { request } = event;
  const { href } = new URL(request.url);
  if (request.method !== "GET" || !href.startsWith(root.href)) return;
  if (href.startsWith(files) || href.startsWith(steady)) event.respondWith(lasting(request));
  else if (request.mode === "navigate") event.respondWith(page(request));
}

/** @param {Told} event */
function told(event) {
  if (event.data === "newer") event.waitUntil(worker.skipWaiting());
  if (event.data !== "keep") return;
  const [port] = event.ports;
  event.waitUntil(
    keepAll().then(
      () => port.postMessage("kept"),
      () => port.postMessage("failed"),
    ),
  );
}

worker.addEventListener("install", (event) => /** @type {Wait} */ (event).waitUntil(install()));
worker.addEventListener("activate", (event) => /** @type {Wait} */ (event).waitUntil(activate()));
worker.addEventListener("fetch", (event) => asked(/** @type {Exchange} */ (event)));
worker.addEventListener("message", (event) => told(/** @type {Told} */ (event)));

// For the check of types alone: the program leaves it out.
export {};
