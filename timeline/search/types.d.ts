// What both halves of the normaliser read: the specification, `spec.json`, and the lexicon, which
// `index/lexicon.py` makes of a record's vocabulary. Both go to the browser in `search/start-LANGUAGE.json`.

/** Terms, each with its weight from 0 to 1. */
export type Terms = Map<string, number>;

/** Terms in order, the heaviest first. */
export type Weighted = [term: string, weight: number][];

/** The weights of relations, tables and parts of dates, by their names. */
export type Weights = Record<string, number>;

/** A pattern of a whole word, and what may stand instead: digits are the pattern's groups. */
export type Rule = [pattern: string, ...instead: string[]];

/** An ending, what stands instead of it, and how many letters must be left before it. */
export type Ending = [ending: string, instead: string, least: number];

/** Words in one text, a space between them. */
export type WordList = string;

/** Characters from the first to the last, both as hexadecimal code points: `0621-064A`. */
export type CharacterRange = string;

/** `spec.json`: all that is the same in both halves and no program. */
export interface Specification {
  fold: FoldingRules;
  weights: Weights;
  arabic: ArabicRules;
  english: EnglishRules;
  dates: DateRules;
  sound: SoundRules;
  /** Words that make a question of others, folded. */
  frames: WordList;
  /** Words by which a question begins whether something is so. */
  asks: WordList;
  /** Words that doubt whether something is true, folded. */
  doubts: WordList;
  /** Words that ask what somebody said, folded. */
  sayings: WordList;
  since: WordList;
  /** By the order in which outages are asked for the words that ask for it, folded. */
  orders: Record<string, WordList>;
  /** By what is asked about outages the words that ask it. */
  questions: Record<string, string[]>;
}

export interface FoldingRules {
  /** The characters that can be part of a word. */
  allowed: CharacterRange[];
  /** Those that are left out of it: marks of vowels, joiners, the hamza by itself. */
  dropped: CharacterRange[];
  /** The letters of Arabic. */
  arabic: CharacterRange[];
  /** The zeros of other digits than those of ASCII, as code points. */
  digits: string[];
  /** Letters that Unicode does not take to pieces, and what they are folded to. */
  letters: Record<string, string>;
  apostrophes: string;
  hyphens: string;
  emoji: string;
  /** What may stand between thousands. */
  thousands: string;
}

export interface ArabicRules {
  /** The number of letters of the longest word that is stemmed. */
  longest: number;
  articles: string[];
  /** The letters of conjunctions, each with the length beyond which a word may begin with it. */
  conjunctions: Record<string, number>;
  prepositions: string;
  futures: string[];
  kept: WordList;
  pronouns: Rule[];
  doubtful: Rule[];
  endings: Rule[];
  short: Rule[];
  plurals: Rule[];
  skeletons: Rule[];
  roots: [level: "root" | "far", ...rule: Rule][];
  stops: WordList;
}

export interface EnglishRules {
  /** The number of letters of the longest word that is stemmed. */
  longest: number;
  /** A pattern of the double consonants that are written once. */
  twice: string;
  /** And of those that an ending doubles, behind two letters. */
  doubled: string;
  vowel: string;
  kept: WordList;
  irregular: Record<string, string>;
  plurals: Ending[];
  inflections: Ending[];
  endings: Ending[];
  derived: Ending[];
  /** By a verb the phrasal verbs that stand for it. */
  phrasal: Record<string, string[]>;
  stops: WordList;
}

/** Patterns of whole words, and of what stands between them. */
export interface DateRules {
  day: string;
  year: string;
  figures: string;
  between: string;
  fillers: WordList;
  /** The days of a month that are written as words. */
  days: Record<string, number>;
}

export interface SoundRules {
  /** Letters that are heard as one, and their key. */
  pairs: Record<string, string>;
  /** By each key the letters of both scripts that sound so. */
  letters: Record<string, string>;
  vowels: Record<string, string>;
}

/** Which spellings mean one and the same thing, and what the months are called. */
export interface Lexicon {
  /** Spellings by table and id. */
  entries: Record<string, Record<string, string[]>>;
  /** Names by the number of a month, from "1". */
  months: Record<string, string[]>;
  /** The names of months that are ordinary words as well. */
  ordinary: string[];
  /** The platforms of no company, which are called by ordinary words. */
  venues: string[];
}
