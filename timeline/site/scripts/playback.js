// Time that passes in a replay: faster than it was, and only while it is asked to.

/** @typedef {{ follow?: boolean }} How */

// After a longer gap than this (a hidden tab, a sleeping machine) time goes on from where it stood.
const LONGEST_GAP = 250;

/** A position in minutes from 0 to a total, which moves while it is played. */
export class Playback {
  position = 0;
  speed = 60;
  #frame = 0;
  #last = 0;

  /**
   * @param {number} total
   * @param {(how?: How) => void} changed
   */
  constructor(total, changed) {
    this.total = total;
    this.changed = changed;
  }

  get playing() {
    return this.#frame !== 0;
  }

  /** Let time pass; from the end it begins anew. */
  play() {
    if (this.playing) return;
    if (this.position >= this.total) this.position = 0;
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
    this.changed(how);
  }

  #tick() {
    const now = performance.now();
    const passed = Math.min(now - this.#last, LONGEST_GAP) / 1000;
    this.#last = now;
    this.position = Math.min(this.position + (passed * this.speed) / 60, this.total);
    if (this.position >= this.total) {
      this.pause();
      return;
    }
    this.#frame = requestAnimationFrame(() => this.#tick());
    this.changed();
  }
}
