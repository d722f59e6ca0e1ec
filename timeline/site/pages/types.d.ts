// The small files that pages fetch when they need them; `timeline.py` and `on_this_day.py` write them.

/**
 * `timeline/LANGUAGE.json`: what the full view shows of each entry more, by its id: how many sources it has, and its
 * first fact, of which every second part is written against the direction of the page.
 */
export type Details = Record<string, [sources: number, ...fact: string[]]>;

/** `days/LANGUAGE/MONTH.json`: by the days of a month, from "01", the newest entries of each. */
export type Days = Record<string, DayEntry[]>;

export interface DayEntry {
  /** The path of the entry's page below the language's folder. */
  path: string;
  title: string;
  /** The date in words. */
  date: string;
}
