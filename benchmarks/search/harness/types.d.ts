// What the measuring program, `benchmarks/search`, asks in the browser, and what engines give it.

/** Where an engine finds what it needs; each takes of it what is its own. */
export interface Options {
  /** The address of the index, or of the folder that it lies in. */
  index: string;
  language: string;
  /** How many results are asked for. */
  limit?: number;
  /** The address of the site whose program is asked. */
  site?: string;
  /** The name of the worker that searches. */
  worker?: string;
  /** A number for each time that the engine must have fetched nothing yet. */
  fresh?: number;
  /** Collects the paths of the files that are fetched. */
  seen?: Set<string>;
  /** Spellings that are taken out of the lexicon. */
  without?: string[];
  /** Whether a query is pasted, or typed letter by letter to the first result or to its end. */
  way?: "pasted" | "first" | "end";
}

/** The ids of the first results, and the number of all. */
export interface Answer {
  ids: string[];
  total: number;
}

/** Material's index, and what its worker answers. */
export interface MaterialIndex {
  config: unknown;
  docs: unknown;
}

export interface MaterialAnswer {
  data: { items: [{ location: string }][] };
}

/** Pagefind's own script. */
export interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

export interface Engine {
  find(query: string, limit?: number): Promise<Answer>;
}
