// The service worker. It keeps what was read of one build, so that it can be read without a network, and never puts
// anything of another build beside it. The program writes what `BUILD` is above this.

/** @import { Asked, Build, Exchange, Serving, Told, Wait } from "./types.d.ts" */

const { BUILD: build } = /** @type {{ BUILD: Build }} */ (/** @type {unknown} */ (self));
const worker = /** @type {Serving} */ (/** @type {unknown} */ (self));

const PREFIX = "timeline-";
const OWN = `${PREFIX}${build.name}`;
const root = new URL("./", location.href).href;
const files = root + build.files;
const fonts = root + build.fonts;
const list = files + build.list;

// Where the network takes longer than this, what is kept is shown.
const PATIENCE = 4000;

// So many of the pages read last are read anew when a newer build comes.
const MOST = 24;

const FRESH = /** @type {const} */ ({ cache: "no-cache" }); // the host is asked whether there is a newer one

async function others() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(PREFIX) && name !== OWN);
}

/** The addresses of all that a cache has, what was kept last at the end. @param {string} name */
async function held(name) {
  const kept = await caches.open(name);
  return (await kept.keys()).map(({ url }) => url);
}

async function install() {
  const kept = await caches.open(OWN);
  await kept.addAll(build.core.map((path) => root + path));
  await Promise.allSettled(build.faces.map((path) => lasting(new Request(root + path))));
  for (const name of await others()) await renew(await held(name));
}

/** What was kept of an earlier build is kept of this one, as far as the network gives it. @param {string[]} before */
async function renew(before) {
  const pages = before.filter((url) => url.endsWith("/"));
  await Promise.allSettled(pages.slice(-MOST).map(read));
  if (before.some((url) => url.endsWith(build.list))) await Promise.allSettled([keepAll()]);
}

async function activate() {
  await Promise.all((await others()).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** What never changes at its address: kept, also by an earlier build, or fetched once. @param {Request} request */
async function lasting(request) {
  const kept = await caches.open(OWN);
  const found = await kept.match(request);
  if (found) return found;
  const answer = (await caches.match(request)) ?? (await fetch(request));
  if (answer.ok) await kept.put(request, answer.clone());
  return answer;
}

/**
 * Keep a page if it is of this build.
 *
 * @param {string} url
 * @param {Response} answer
 */
async function keep(url, answer) {
  const isPage = answer.ok && (answer.headers.get("content-type") ?? "").includes("text/html");
  if (!isPage || !(await answer.clone().text()).includes(build.files)) return;
  const kept = await caches.open(OWN);
  await kept.put(bare(url), answer);
}

/** What stands behind `?` and `#` makes no other page. @param {string} url */
const bare = (url) => url.replace(/[?#].*/, "");

/** Fetch and keep what a page has, or a page. @param {string} url */
const read = async (url) => (isLasting(url) ? lasting(new Request(url)) : keep(url, await fetch(bare(url), FRESH)));

/** @param {string} url */
const isLasting = (url) => url.startsWith(files) || url.startsWith(fonts);

/** A page as it is now or, without a network, as it was read. @param {Exchange} event */
async function page(event) {
  const { request } = event;
  const kept = await caches.open(OWN);
  const found = await kept.match(request, { ignoreSearch: true });
  const newest = fetch(request, FRESH);
  const copied = newest.then((answer) => answer.clone());
  event.waitUntil(copied.then((answer) => keep(request.url, answer)).catch(() => undefined));
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
const late = (found) => new Promise((show) => setTimeout(() => show(found), PATIENCE));

/** @param {Cache} kept */
async function unread(kept) {
  const said = await kept.match(root + build.unread);
  return new Response(said ? await said.blob() : "", { status: 503, headers: { "content-type": "text/html" } });
}

/** Keep all scripts and what they read, so that the search answers without a network. */
async function keepAll() {
  const answer = await lasting(new Request(list));
  /** @type {unknown} */
  const paths = await answer.json();
  for (const path of /** @type {string[]} */ (paths)) await lasting(new Request(root + path));
}

/** @param {Exchange} event */
function fetched(event) {
  const { url, method, mode } = event.request;
  if (method !== "GET" || !url.startsWith(root)) return;
  if (isLasting(url)) event.respondWith(lasting(event.request));
  else if (mode === "navigate") event.respondWith(page(event));
}

/** Do what a page asks. @param {Asked} asked */
async function done(asked) {
  if (asked === "take over") await worker.skipWaiting();
  else if (asked === "keep all") await keepAll();
  else if (asked !== "which") await Promise.all(asked.read.filter((url) => url.startsWith(root)).map(read));
  return files;
}

/** @param {Told} event */
function told(event) {
  const [port] = event.ports;
  event.waitUntil(
    done(event.data).then(
      (own) => port.postMessage(own),
      () => port.postMessage(""),
    ),
  );
}

worker.addEventListener("install", (event) => /** @type {Wait} */ (event).waitUntil(install()));
worker.addEventListener("activate", (event) => /** @type {Wait} */ (event).waitUntil(activate()));
worker.addEventListener("fetch", (event) => fetched(/** @type {Exchange} */ (event)));
worker.addEventListener("message", (event) => told(/** @type {Told} */ (event)));

// For the check of types alone: the program leaves it out.
export {};
