// What was read can be read without a network: a service worker keeps it. When there is a newer record than the one on
// the page, it is said.
import { find } from "./dom.js";
import { root } from "./words.js";

/** @import { Asked } from "./offline/types.d.ts" */

const bar = find(document, ".newer");

// The folder of the build that this page is of.
const own = new URL("../../", import.meta.url).href;

/**
 * Ask a worker to do something; it answers with the folder of its build, or with nothing where it could not.
 *
 * @param {ServiceWorker} worker
 * @param {Asked} asked
 * @returns {Promise<string>}
 */
function ask(worker, asked) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = ({ data }) => done(String(data));
    worker.postMessage(asked, [port2]);
  });
}

/** Have kept what this page has read before the worker was there. @param {ServiceWorker} worker */
function bring(worker) {
  const had = performance.getEntriesByType("resource").map(({ name }) => name);
  return ask(worker, { read: [location.href, ...had] });
}

/** The reader of an earlier build is offered the newer one; its own pages take it along. @param {ServiceWorker} worker */
async function meet(worker) {
  const build = await ask(worker, "which");
  if (build !== own) bar.hidden = false;
  else if (worker.state === "installed") {
    await ask(worker, "take over");
    await bring(worker);
  }
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  if (registration.waiting) void meet(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && navigator.serviceWorker.controller) void meet(installing);
    });
  });
  // A page may stay open for days.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(refused);
  });
}

/** @param {ServiceWorkerRegistration} registration */
async function showNewer(registration) {
  if (registration.waiting) await ask(registration.waiting, "take over");
  location.reload();
}

async function keepAll() {
  const { active } = await navigator.serviceWorker.ready;
  return active ? ask(active, "keep all") : "";
}

/** @param {HTMLButtonElement} button */
async function keepFor(button) {
  const said = find(document, ".keep + output");
  said.textContent = "…";
  const kept = await keepAll();
  said.textContent = (kept ? button.dataset.kept : button.dataset.failed) ?? "";
}

/** The page on which a reader asks for all has a button; an installed site needs none. */
function offerKeeping() {
  const button = document.querySelector("button.keep");
  if (button instanceof HTMLButtonElement) {
    button.hidden = false;
    button.addEventListener("click", () => void keepFor(button));
  } else if (!matchMedia("(display-mode: browser)").matches) {
    void keepAll();
  }
}

// A browser may refuse to keep anything; the page is read all the same.
const refused = () => undefined;

async function begin() {
  const late = !navigator.serviceWorker.controller;
  const registration = await navigator.serviceWorker.register(new URL("sw.js", root), { updateViaCache: "none" });
  watch(registration);
  find(bar, "button").addEventListener("click", () => void showNewer(registration));
  const { active } = await navigator.serviceWorker.ready;
  offerKeeping();
  if (active && late) await bring(active);
}

if ("serviceWorker" in navigator) {
  // First what the reader came for.
  const then = () => void begin().catch(refused);
  if (document.readyState === "complete") then();
  else addEventListener("load", then, { once: true });
}
