// Time that passes in a replay in an even rhythm: each moment stays long enough to be read, and what lies between two
// of them goes by at once. Only while it is asked to.

/** @typedef {{ follow?: boolean }} How */
/** A moment by its minute, and for how many seconds it stays. @typedef {{ at: number, seconds: number }} Stay */

// After a longer gap than this (a hidden tab, a sleeping machine) time goes on from where it stood.
const LONGEST_GAP = 250;

// So many seconds it takes from one moment to the next, however far apart they were.
const PASSAGE = 1.2;

/** A position in minutes from 0 to the last of some moments, which moves while it is played. */
export class Playback {
  position = 0;
  speed = 1;
  #frame = 0;
  #last = 0;
  /** For how many seconds the present moment has stayed. */
  #stayed = 0;

  /**
   * @param {Stay[]} moments in order of time, the first at 0
   * @param {(how?: How) => void} changed
   */
  constructor(moments, changed) {
    this.moments = moments;
    this.total = moments[moments.length - 1].at;
    this.changed = changed;
  }

  get playing() {
    return this.#frame !== 0;
  }

  /** How many minutes lie between two moments while it goes from one to the other; 0 while one stays. */
  get passing() {
    const next = this.moments.findIndex(({ at }) => at > this.position);
    const between = next > 0 && this.moments[next - 1].at < this.position;
    return this.playing && between ? this.moments[next].at - this.moments[next - 1].at : 0;
  }

  /** Let time pass; from the end it begins anew. */
  play() {
    if (this.playing) return;
    if (this.position >= this.total) this.position = 0;
    this.#stayed = 0;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(() => this.#tick());
    this.changed();
  }

  /** Let time stand still. */
  pause() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.changed();
  }

  /**
   * Go to a minute; what is playing plays on from there.
   *
   * @param {number} minute
   * @param {How} [how]
   */
  seek(minute, how) {
    this.position = Math.min(Math.max(minute, 0), this.total);
    this.#stayed = 0;
    this.changed(how);
  }

  #tick() {
    const now = performance.now();
    const passed = (Math.min(now - this.#last, LONGEST_GAP) / 1000) * this.speed;
    this.#last = now;
    this.#pass(passed);
    if (this.position >= this.total) {
      this.pause();
      return;
    }
    this.#frame = requestAnimationFrame(() => this.#tick());
    this.changed();
  }

  /** @param {number} seconds */
  #pass(seconds) {
    const next = this.moments.findIndex(({ at }) => at > this.position);
    const { at, seconds: stay } = this.moments[next - 1];
    if (this.position === at && this.#stayed < stay) {
      this.#stayed += seconds;
      return;
    }
    const way = this.moments[next].at;
    this.position = Math.min(this.position + ((way - at) * seconds) / PASSAGE, way);
    this.#stayed = 0;
  }
}
