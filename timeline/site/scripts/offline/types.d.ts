// What a service worker is handed and may do, as far as this one does it (W3C, Service Workers).

/** What the worker is told of its build; paths are below the site's root. `site/offline.py` writes it. */
export interface Build {
  /** The build's own name. */
  name: string;
  /** The folder of its styles, scripts and what these read, and that of the fonts. */
  files: string;
  fonts: string;
  /** What is kept from the start, the fonts of the site's languages, and the page for what is not kept. */
  core: string[];
  faces: string[];
  unread: string;
  /** Where the list is, in the build's folder, of all that is in it. */
  list: string;
}

/** What a page asks of the worker: to take over, of which build it is, to keep all, or what the page has read. */
export type Asked = "take over" | "which" | "keep all" | { read: string[] };

export interface Wait {
  waitUntil(done: Promise<unknown>): void;
}

export interface Exchange extends Wait {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

export interface Told extends Wait {
  data: Asked;
  ports: MessagePort[];
}

export interface Serving {
  addEventListener(type: "install" | "activate" | "fetch" | "message", listener: (event: unknown) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { unregister(): Promise<boolean> };
}
