// What the search says to the rest of the page, and the messages between the page and the worker that searches.

import type { Card } from "../../site/data/types.d.ts";

/** Fetches a file of the search by its path and reads its JSON. */
export type Load = (path: string) => Promise<unknown>;

/** A piece of a text, and whether it matches what was searched for. */
export type Segment = [text: string, marked: boolean];

/** An event that answers a query. */
export interface Hit extends Omit<Card, "title" | "texts"> {
  title: Segment[];
  passage: Segment[];
}

/** What a query finds. */
export interface Results {
  query: string;
  /** The number of all events that answer it. */
  total: number;
  /** The best of them. */
  hits: Hit[];
  /** Other spellings, of a query that finds nothing. */
  near: string[];
}

/** The ids of all events that answer a query, the best first. */
export interface Matches {
  ids: string[];
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
}

/** What the worker sends back: an answer, null if a newer question of its kind has overtaken it, or why it failed. */
export interface Response {
  number: number;
  answer?: Answers[Question] | null;
  failure?: string;
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
}

/** Which words of a query a term answers, and how well. */
export type Wanted = Map<string, { word: number; weight: number; rare: number }[]>;
