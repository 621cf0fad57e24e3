// Playing time: the window slides, or its end alone moves on and events gather. It stops when a reader touches anything.

const SPEEDS = { slow: 3, medium: 8, fast: 20 }; // steps a second
const STEPS = { day: 1, week: 7, month: 30 };
const PART = 10; // of the whole time, that a window is wide when none was chosen

/** @typedef {{low: number, high: number}} Span days counted as the table does */

export class Playback {
  /**
   * @param {{range: () => Span | null, choose: (range: Span, done: boolean) => void, changed: () => void}} page
   * @param {number} days of the data
   */
  constructor(page, days) {
    this.page = page;
    this.days = days;
    /** @type {"slides" | "accumulates"} */
    this.mode = "slides";
    /** @type {keyof typeof SPEEDS} */
    this.speed = "medium";
    /** @type {keyof typeof STEPS} */
    this.step = days > 900 ? "week" : "day";
    this.playing = false;
    this.last = 0;
    this.frame = 0;
  }

  /** The window to start from. @returns {Span} */
  start() {
    const range = this.page.range();
    const end = this.days + 1;
    if (this.mode === "accumulates") {
      const low = range ? range.low : 1;
      return { low, high: range && range.high < end ? range.high : low + 1 };
    }
    const wide = range ? range.high - range.low : Math.max(STEPS[this.step], Math.ceil(this.days / PART));
    return range && range.high < end ? range : { low: 1, high: Math.min(end, 1 + wide) };
  }

  /**
   * The window a step on or back, null at the end.
   * @param {Span} range
   * @param {1 | -1} way
   * @returns {Span | null}
   */
  next(range, way) {
    const by = STEPS[this.step] * way;
    const end = this.days + 1;
    if (way > 0 ? range.high >= end : this.mode === "slides" ? range.low <= 1 : range.high <= range.low + 1) return null;
    if (this.mode === "accumulates") return { low: range.low, high: Math.max(range.low + 1, Math.min(end, range.high + by)) };
    const held = Math.max(1 - range.low, Math.min(end - range.high, by));
    return { low: range.low + held, high: range.high + held };
  }

  /** One step, by hand. @param {1 | -1} way */
  one(way) {
    this.pause();
    const range = this.page.range();
    const found = range ? this.next(range, way) : this.start();
    if (found) this.page.choose(found, true);
  }

  play() {
    if (this.playing || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    this.playing = true;
    this.last = 0;
    this.page.choose(this.start(), false);
    this.page.changed();
    this.frame = requestAnimationFrame((now) => this.tick(now));
  }

  /** @param {number} now milliseconds */
  tick(now) {
    if (!this.playing) return;
    const range = this.page.range();
    if (this.last && range && now - this.last >= 1000 / SPEEDS[this.speed]) {
      const found = this.next(range, 1);
      if (!found) {
        this.pause();
        return;
      }
      this.page.choose(found, false);
      this.last = now;
    }
    this.last ||= now;
    this.frame = requestAnimationFrame((later) => this.tick(later));
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    cancelAnimationFrame(this.frame);
    const range = this.page.range();
    if (range) this.page.choose(range, true);
    this.page.changed();
  }
}
