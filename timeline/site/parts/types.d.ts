// What a page carries for its scripts: `scripts.py` writes it into the page, below the ids `words`, `entries`, `replay`
// and `month-names`.

import type { Forms, ReadingWords } from "../data/types.d.ts";

export type { Forms };

/** The words that scripts say, by the sections of `locale/site.*.yml`; a page carries those that its own scripts name. */
export interface Words {
  axis: Record<string, string>;
  count: { entries: Forms; moves: Forms; outages: Forms; sources: Forms };
  days: { none: string; today: string };
  distance: { exact: string; hour: Forms; join: string; minute: Forms };
  duration: Durations & { about: string; governed: Durations; join: string };
  reading: ReadingWords;
  last: { ago: Forms; today: string; yesterday: string };
  compare: { unread: string };
  quotes: { claims: Forms; count: Forms; unknown: string };
  replay: Record<StateName | "down_now" | "pause" | "play", string>;
  take: { copied: string; failed: string };
  time: { utc: string };
  timeline: {
    and: string;
    chosen: Forms;
    debunked: Forms;
    fewer: string;
    known: string;
    no_date: string;
    none_known: string;
    naming: string;
    with_lengths: string;
    nothing: string;
    outside: Forms;
    remove: string;
    searching: string;
    show: Forms;
    since: string;
    some: Forms;
    unfiltered: string;
    unread: string;
    unsearched: string;
    until: string;
  };
  typeset: { copied: string; copy: string };
  zone: {
    after: string;
    before: string;
    label: string;
    mine: string;
    next: string;
    of_city: string;
    own: string;
    previous: string;
    span: string;
    utc: string;
    yours: string;
  };
  zoom: {
    all_of_it: string;
    approximate: string;
    at: string;
    axis: string;
    clocks: string;
    close: string;
    failed: string;
    gathered: string;
    length_unknown: string;
    mark: string;
    nearer: string;
    part: Forms;
    show_closer: string;
    span: string;
    uncertain: string;
    whole: Forms;
  };
}

export interface Durations {
  day: Forms;
  hour: Forms;
  minute: Forms;
}

/** For each row of the timeline, in the order of the page, the places of the choices that it meets. */
export type MetChoices = number[][];

/** Of an outage its length in minutes and whether it is exact; -1 where it is not known, and 0 for what is no outage. */
export type OutageLength = [minutes: number, exact: boolean] | -1 | 0;

export type StateName = "working" | "down" | "partly" | "open" | "unknown";

/** How a company stands from a minute of a replay on; of an outage since when, and whether that minute is exact. */
export interface State {
  at: number;
  name: StateName;
  since?: number;
  exact?: boolean;
}

/** A replay: when it begins, how long it is, and how the companies stand in its course, by lane. */
export interface Replay {
  start: string;
  minutes: number;
  states: Record<string, State[]>;
}

/** By the ids under which a page carries data what it is. */
export interface PageData {
  /** The questions of what has outages, and those of one outage, as `compare/LANGUAGE.json` answers them. */
  asked: { many: string[]; one: string[] };
  words: Words;
  entries: MetChoices;
  lengths: OutageLength[];
  replay: Replay;
  "month-names": string[];
}
