// The search's files as the browser reads them: `search.py` and `search_box.py` write them.

import type { Lane, Shapes } from "../drawing/types.d.ts";
import type { Lexicon, Specification } from "../../search/types.d.ts";

/** The search's lists, each with what it has of a key. */
export interface Lists {
  /** Of a term its postings: for each event its distance from the one before, times 16, plus a weight from 1 to 15. */
  terms: number[];
  words: Spelt;
  /** The same words backwards. */
  endings: Spelt;
  /** By their first and last letter the short words. */
  frames: [word: string, spelt: Spelt][];
  /** By a sound the words that sound so. */
  sounds: string[];
}

/** In how many events a word is and, where that is not as it is folded, how the record writes it. */
export type Spelt = number | [events: number, written: string];

/** `search/manifest.json`: which files there are. */
export interface Manifest {
  /** The folder of all other files but the lexicon. */
  edition: string;
  /** The number of events. */
  events: number;
  /** The languages that there are cards in. */
  languages: string[];
  /** How many cards, and how many ids, a file holds. */
  cards: number;
  ids: number;
  /** The first key of each block of each list. */
  lists: Record<keyof Lists, string[]>;
}

/** `search/lexicon.json`: what the normaliser is made of. */
export interface LexiconFile {
  spec: Specification;
  lexicon: Lexicon;
}

/** `search/EDITION/LIST/NUMBER.json`: a part of a sorted list. */
export interface Block<Value> {
  keys: string[];
  values: Value[];
  /** For each key 1 if it is a word of the record, and 0 for a stem or anything else. */
  marks?: string;
}

/** What a result shows of an event, in one language; `search/EDITION/LANGUAGE/cards/NUMBER.json` holds some. */
export interface Card {
  id: string;
  /** The path of the event's page below the language's folder. */
  path: string;
  /** The date as ISO 8601, and in words. */
  iso: string;
  date: string;
  kind: string;
  company: string;
  /** The name of its mark's shape, and the lane in whose colour it is. */
  shape: string;
  lane: Lane;
  status: string;
  title: string;
  /** The texts that a passage is taken from, the summary first. */
  texts: string[];
}

/** Forms of a word by the CLDR category of a number. */
export type Forms = Record<string, string>;

/** An element as data: its name, its attributes, and what stands inside. */
export type Drawing = [name: string, attributes: Record<string, string>, ...inside: (string | Drawing)[]];

/** `search/box-LANGUAGE.json`: what the search box says and draws. */
export interface SearchBox {
  words: {
    all: Forms;
    draft: string;
    found: Forms;
    hint: string;
    keys: string;
    missing: string;
    near: string;
    nothing: string;
    results: string;
    slash: string;
    waiting: string;
  };
  /** What stands between the kind and the company. */
  separator: string;
  /** A pattern of runs of text that are written against the direction of the page. */
  foreign: string;
  /** The address of the form that suggests an event. */
  missing: string;
  shapes: Shapes;
  /** The badge of each status that says doubt. */
  badges: Record<string, Drawing>;
}
