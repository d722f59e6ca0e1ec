// What the parts of the axis hand to each other. Times are minutes since 1970, by the page's clock; distances are pixels, and run
// along the reading direction where they are called `u`.

import type { Lane, Shapes, Way } from "../types.d.ts";

/** A stretch of time. */
export type Range = [from: number, to: number];

export type LevelName = "day" | "month" | "year" | "years";

/** The level of a stretch that has a name of its own. */
export type CalendarName = "day" | "month" | "year";

/** A unit of time, whose parts are numbered. */
export interface Unit {
  /** Its length in minutes; of months their mean. */
  length: number;
  /** The width of what is written below one. */
  room: number;
  /** How many months of the calendar it is. */
  months?: number;
  /** The number of the part that a time lies in. */
  index: (time: number) => number;
  /** The time at which a part begins. */
  start: (index: number) => number;
  /** The number of the part behind another, where it is not the next whole number. */
  next?: (index: number) => number;
}

/** The units from fine to coarse: for names, and for gathering. */
export interface Units {
  named: Unit[];
  gathered: Unit[];
}

/** An entry of the axis. */
export interface Item {
  id: string;
  /** Its place among all, in order of time. */
  place: number;
  /** The start in UTC, and by the page's clock. */
  utc: number;
  start: number;
  /** How wide the time is that is known of its start: 0 where the minute is known. */
  width: number;
  /** How long it lasted; null where that is not known. */
  length: number | null;
  end: number;
  middle: number;
  lane: Lane;
  title: string;
  /** What is doubted, added up: 1 the time is about right, 2 it is uncertain, 4 the length is about right. */
  doubt: number;
  /** How the words begin with which a move was made. */
  said?: string | null;
  /** The number of the entry that it answers, from 1, and that entry. */
  answers?: number;
  answered?: Item;
  outage: boolean;
  /** The name of its kind. */
  called: string;
  shape: string;
  company: string;
  /** Whether it is held for true: a claim that was debunked is not. */
  held: boolean;
  /** What it is called by in the legend, which can hide it. */
  tokens: string[];
  href: string;
}

/** A strip in which marks lie: where it begins, the way it fills up, and its rows. */
export interface Band {
  lane: Lane;
  outage: boolean;
  /** Whether its outages stand upright, as tall as they were long. */
  upright: boolean;
  labels: boolean;
  /** The least room that its labels are worth. */
  least?: number;
  base: number;
  way: Way;
  depth: number;
  /** How far its rows are apart, and the first from its base. */
  pitch: number;
  offset: number;
  rows: number;
  holds: (item: Item) => boolean;
}

/** What a drawing shows, and how times and lengths become distances. */
export interface Frame {
  from: number;
  to: number;
  width: number;
  height: number;
  /** Where the lines of the two lanes are, and what lies above the one and below the other. */
  lines: number[];
  top: number;
  floor: number;
  perMinute: number;
  /** How wide a bar is that stands upright. */
  bar: number;
  guides: Record<string, number>;
  shapes: Shapes;
  units: Units;
  u: (time: number) => number;
  time: (u: number) => number;
  /** How tall so many minutes stand. */
  tall: (minutes: number) => number;
}

/** Where a mark may lie in a row: what it takes, and what it would like to have with its label. */
export interface Place {
  u0: number;
  u1: number;
  wanted?: number;
  row?: number;
  /** Where the next one of its row begins. */
  next?: number;
}

export interface SingleBox extends Place {
  item: Item;
  list?: undefined;
  u: number;
}

/** A stretch of time that is all that is known of when some moves were made. */
export interface StretchBox extends Place {
  item?: undefined;
  list: Item[];
}

export type Box = SingleBox | StretchBox;

/** Items that are gathered into one mark, and the stretch of time that they lie in. */
export interface Gathered {
  items: Item[];
  middle: number;
  from: number;
  to: number;
}

/** A mark as it is laid out. */
export interface Laid {
  items: Item[];
  band: Band;
  lane: Lane;
  time: number;
  u: number;
  u0: number;
  u1: number;
  y: number;
  /** How many elements it takes. */
  elements: number;
  counted?: boolean;
  from?: number;
  to?: number;
  label?: { u: number; room: number };
  /** Whether nobody knows where in a stretch it belongs. */
  vague?: boolean;
  stretch?: { u0: number; u1: number; y: number };
}

/** A mark that is shown: a link in the drawing of all years or in a closer one. */
export interface Mark {
  element: SVGAElement;
  items: Item[];
  time: number;
  lane: Lane;
  counted?: boolean;
  /** What a counted mark of the drawing of all years is called; one of another is called by its band. */
  title?: string;
  band?: Band;
  from?: number;
  to?: number;
}
