// What the search says to the rest of the page, and the messages between the page and the worker that searches.

import type { Card, Start } from "../../site/data/types.d.ts";

/** Fetches a file of the search by its path and reads its JSON, if that is right. */
export type Load = <Type>(path: string, isRight: (read: unknown) => read is Type) => Promise<Type>;

/** A piece of a text, and whether it matches what was searched for. */
export type Segment = [text: string, marked: boolean];

/** An event that answers a query. */
export interface Hit extends Omit<Card, "title" | "texts"> {
  title: Segment[];
  passage: Segment[];
}

/** What was made of a query. */
export interface Reported {
  /** Other spellings, of a query that finds nothing. */
  near: string[];
  /** Words that were read as others, which the record has. */
  changed: { typed: string; shown: string }[];
  /** What the same keys write on another keyboard, if that is what was searched for. */
  keys: string;
}

/** A page that a query leads to: its path below the language's folder, its name, and what it is. */
export interface WayFound {
  path: string;
  title: string;
  about: string;
}

/** What a query finds. */
export interface Results extends Reported {
  query: string;
  ways: WayFound[];
  /** The number of all events that answer it. */
  total: number;
  /** The best of them. */
  hits: Hit[];
  /** Where these are few, the events that answer a part, and the words that none of them has. */
  partly: { total: number; hits: Hit[]; lacking: string[] };
}

/** The ids of all events that answer a query, the best first; or else of a part, without the words that none has. */
export interface Matches extends Reported {
  ids: string[];
  /** Whether they answer no more than a part. */
  part: boolean;
  lacking: string[];
}

export interface SearchOptions {
  /** The number of hits to show. */
  limit?: number;
}

/** By the name of a question its answer; `warm` only has everything fetched that each query needs. */
export interface Answers {
  search: Results;
  matches: Matches;
  warm: null;
}

export type Question = keyof Answers;

/** What the page sends to the worker. */
export interface Request {
  number: number;
  language: string;
  question: Question;
  query: string;
  options: SearchOptions;
  /** What a search begins with, as long as the worker has not got it. */
  start?: Start;
}

/** What the worker sends back: an answer, null if a newer question of its kind has overtaken it, or why it failed. */
export interface Response {
  number: number;
  answer?: Answers[Question] | null;
  failure?: string;
  /** Whether it failed because a file is not there. */
  gone?: boolean;
}

/** A term that a word of a query may be, as far as the index has it. */
export interface Variant {
  term: string;
  postings: number[];
  weight: number;
  /** How surely it covers the word, from 0 to 1. */
  cover: number;
  /** Whether it is a word of the record, not a stem. */
  real?: boolean;
  /** Whether it is what the word begins as it was typed. */
  begun?: boolean;
}

/** A word of a query as it is looked up; one that is optional asks for nothing. */
export interface LookedUp {
  variants: Variant[];
  optional: boolean;
  /** Whether it only makes a question of the others, and says nothing of its own. */
  aside: boolean;
  /** Whether it is the name of something that the record is not about. */
  other: boolean;
  /** Whether it counts more than others. */
  stressed: boolean;
  /** Whether the record has it, or what it begins. */
  known: boolean;
  /** The word that it was corrected to, if it was. */
  shown: string;
}

/** Which words of a query a term answers, and how well. */
export type Wanted = Map<string, { word: number; weight: number; rare: number }[]>;
