// The shapes of marks, as `marks.json` has them and `marks.py` and `marks.js` draw them alike.

/** A place: from the middle of a mark, in halves of its size, for a mark that points up. */
export type Point = [x: number, y: number];

/** A part of a mark: a class of the style sheet, with lines through points, or a ring of so many half-sizes. */
export interface Piece {
  style: string;
  lines?: Point[][];
  /** Whether a line ends where it begins. */
  closed?: boolean;
  ring?: number;
}

/** The pieces of each shape, by its name. */
export type Shapes = Record<string, Piece[]>;

/** The lane of a company: 0 for one that has none. */
export type Lane = 0 | 1 | 2;

/** The way in which a mark points: 1 down, -1 up. */
export type Way = 1 | -1;
