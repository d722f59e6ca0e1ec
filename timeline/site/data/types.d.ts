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

/** `search/start-LANGUAGE.json`: what a search begins with. */
export interface Start {
  manifest: Manifest;
  lexicon: LexiconFile;
  /** Pages that a query can lead to. */
  ways: Way[];
  box: SearchBox;
}

/** Which files there are. */
export interface Manifest {
  /** The folder of all other files. */
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

/** What the normaliser is made of. */
export interface LexiconFile {
  spec: Specification;
  lexicon: Lexicon;
  /** Names of other things, which are never taken for slips. */
  others: string[];
}

/** A page that a query can lead to: what it is called, and what it is. */
export interface Way {
  /** Its path below the language's folder. */
  path: string;
  title: string;
  about: string;
  /** The term that it is about. */
  term?: string;
  /** Its titles in both languages. */
  asked?: string[];
  /** The first day of the time that it is about. */
  begins?: string;
  /** What is asked about outages that it answers. */
  question?: string;
  /** Whether an empty box offers it. */
  first?: boolean;
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

/** How it is said that a query was read otherwise than it was typed, or answered in part. */
export interface ReadingWords {
  and: string;
  changed: string;
  keyboard: string;
  lacking: string;
  near: string;
  only: string;
  partly: string;
  quoted: string;
}

/** What the search box says and draws. */
export interface SearchBox {
  words: {
    all: Forms;
    begin: string;
    draft: string;
    entries: string;
    found: Forms;
    goto: string;
    hint: string;
    keys: string;
    missing: string;
    nothing: string;
    results: string;
    slash: string;
    waiting: string;
  };
  reading: ReadingWords;
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

/** How many minutes, days, months and years the units of an axis have. */
export type TickSteps = Record<"minutes" | "days" | "months" | "years", number[]>;

/** `axis/LANGUAGE.json`: the entries of the axis. Times are minutes since 1970, in UTC. */
export interface AxisFile {
  from: number;
  to: number;
  /** A pattern of runs of text that are written against the direction of the page. */
  foreign: string;
  /** The lengths, in minutes, between which heights differ. */
  scale: [shortest: number, longest: number];
  /** Lengths that have a line of their own, by the names of their words. */
  guides: Record<string, number>;
  ticks: TickSteps;
  /** What each lane is called, first that of neither side. */
  /** The eras of the sides: when each begins and ends, where that is known. */
  eras: [lane: Lane, name: string, from: number | null, to: number | null][];
  lanes: string[];
  kinds: [name: string, shape: string][];
  shapes: Shapes;
  /** The names of months: whole, and as ticks have them. */
  months: string[];
  short: string[];
  rows: AxisRow[];
}

/** An entry of the axis; what is missing at a row's end is left out. */
export type AxisRow = [
  id: string,
  start: number,
  /** How wide the time is that is known of its start: 0 where the minute is known. */
  width: number,
  /** How long it lasted; null where that is not known. */
  length: number | null,
  lane: Lane,
  /** The place of its kind among the kinds. */
  kind: number,
  title: string,
  /** What is doubted, added up: 1 the time is about right, 2 it is uncertain, 4 the length is about right. */
  doubt?: number,
  /** How the words begin with which a move was made. */
  said?: string | null,
  /** The number of the row that it answers, from 1. */
  answers?: number,
  /** Its company, where that has no lane. */
  company?: string,
];

/** `compare/LANGUAGE.json`: all that can be compared, each with its answers to the same questions in the same order. */
export interface Comparison {
  columns: ComparedColumn[];
}

export interface ComparedColumn {
  key: string;
  sort: "company" | "platform" | "era" | "outage";
  name: string;
  /** The path of its page below the language's folder. */
  path: string;
  lane: number;
  answers: Answer[];
  years: { year: string; number: number; hours: string; unknown: number }[];
}

/** `compare/courses/LANGUAGE.json`: the courses of outages by their ids, as `course.py` and `course.js` draw them. */
export type Courses = Record<string, ToldCourse>;

export interface ToldCourse {
  name: Runs;
  course: Course;
  /** What the numbers of the flags stand for. */
  moments: { after: string; text: TextPiece[]; small: TextPiece[][] }[];
}

export interface Course {
  lane: Lane;
  name: Runs;
  /** Minutes; null where they are not known. */
  length: number | null;
  length_written: string;
  /** After how many minutes it was acknowledged; null if that is not known. */
  admitted: number | null;
  flags: { minutes: number; number: string; lane: Lane }[];
}

/** A text of which every second run is written against the direction of the page. */
export type Runs = string[];

export interface TextPiece {
  text: Runs;
  /** The path of a page below the language's folder, or nothing. */
  href: string;
}

export interface Answer {
  shown: string;
  small: string;
  /** The path of a page below the language's folder, or nothing. */
  path: string;
}
