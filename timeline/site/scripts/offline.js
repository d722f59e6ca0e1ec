// What was read can be read without a network: a service worker keeps it. When the record is a newer one, it is said.
import { find } from "./dom.js";
import { root } from "./words.js";

const bar = find(document, ".newer");

// Whether the reader wants the newer record on this page.
let asked = false;

/** @param {ServiceWorker} worker */
function offer(worker) {
  bar.hidden = false;
  const ask = () => {
    asked = true;
    worker.postMessage("newer");
  };
  find(bar, "button").addEventListener("click", ask, { once: true });
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  const { controller } = navigator.serviceWorker;
  if (registration.waiting && controller) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && navigator.serviceWorker.controller) offer(installing);
    });
  });
}

/** Read the page anew when the reader has asked for the newer record, and at no other time. */
function followChange() {
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
  });
}

/** Have all kept that the search reads. @returns {Promise<boolean>} */
async function keepAll() {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = ({ data }) => done(data === "kept");
    active?.postMessage("keep", [port2]);
  });
}

/** The page on which a reader asks for that has a button; an installed site needs none. */
function offerKeeping() {
  const button = document.querySelector("button.keep");
  if (button instanceof HTMLButtonElement) {
    button.hidden = false;
    button.addEventListener("click", () => {
      button.disabled = true;
      void keepAll().then((kept) => {
        button.disabled = false;
        button.textContent = (kept ? button.dataset.kept : button.dataset.failed) ?? "";
      });
    });
  } else if (!matchMedia("(display-mode: browser)").matches) {
    void keepAll();
  }
}

async function begin() {
  const registration = await navigator.serviceWorker.register(new URL("sw.js", root), { updateViaCache: "none" });
  watch(registration);
  followChange();
  offerKeeping();
}

if ("serviceWorker" in navigator) {
  // First what the reader came for.
  if (document.readyState === "complete") void begin();
  else addEventListener("load", () => void begin(), { once: true });
}
