// The timeline: single events in lanes over bars, an axis, and a strip that keeps the whole range under what is in focus.

import { barName, dated, edges, ticks, unitFor, Weights } from "./histogram.js";
import { marks, reach } from "./lanes.js";
import { paintStrip } from "./strip.js";
import { paintMark } from "./timemarks.js";

export const HEIGHT = 190; // pixels, of all of it
const LANES = 88; // at most, of the single events
const FOOT = 142; // from the top to the foot of the bars
const MEASURE = 15; // above the bars, for the count of the tallest
const AXIS = 20;
const STRIP = FOOT + AXIS + 4; // from the top to the strip
const LANE = 17;
const SIDE = 6; // pixels free at either side
const FEWEST_DAYS = 15;
const AROUND = 0.02; // of the whole, that is free before and after it
const LEAST_FOCUS = 4; // days
const LABELS_APART = 62; // pixels
const FAINT = 0.3; // what does not lie in the range
const FINE = 100; // events, of which a tenth is told no more
const WHOLE = 0.005; // of an event: what is nearer to a whole number is one
const GRIP = 9; // pixels to either side of an end of the range by which it can be taken
const FINGER_GRIP = 22; // and by a finger

/**
 * @typedef {{low: number, high: number, name: string, weight: number}} Bar days as in a span, what they are called, and the events
 * @typedef {{low: number, high: number}} Span days counted as the table does; a day n reaches from n to n + 1
 * @typedef {{range: Span | null, selected: number}} Look
 */

export class Timeline {
  /**
   * @param {import("./table.js").Table} table
   * @param {import("./names.js").Letters} letters
   * @param {import("./speech.js").Speech} speech
   */
  constructor(table, letters, speech) {
    this.table = table;
    this.letters = letters;
    this.speech = speech;
    this.weights = new Weights(table);
    const missing = Math.max(0, FEWEST_DAYS - table.days) / 2;
    const pad = missing + (table.days + 2 * missing) * AROUND;
    this.whole = { low: 1 - pad, high: table.days + 1 + pad };
    this.focus = { ...this.whole };
    this.width = 1;
    this.finger = matchMedia("(pointer: coarse)");
    /** @type {import("./lanes.js").Mark[]} */
    this.marks = [];
    this.lane = LANE;
    this.lanes = 0; // pixels that the single events take, above the bars
    /** @type {import("./table.js").Inside | null} */
    this.inside = null;
  }

  /** @param {import("./table.js").Inside | null} inside */
  weigh(inside) {
    this.inside = inside;
    this.weights.weigh(inside);
    this.arrange();
  }

  /** @param {number} width pixels */
  resize(width) {
    this.width = Math.max(2 * SIDE + 1, width);
    this.arrange();
  }

  /** Which events have a mark. */
  arrange() {
    const measure = (/** @type {string} */ name) => this.letters.width(name, "mark");
    this.marks = marks(this.table, this.inside, this.focus, (day) => this.toX(day), this.width, measure);
    const used = this.marks.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
    this.lane = Math.min(LANE, (LANES - 3) / Math.max(1, used));
    this.lanes = used ? Math.max(2, used) * this.lane + 3 : 8;
  }

  /** Whether less than the whole is in focus. */
  get zoomed() {
    return this.focus.high - this.focus.low < this.whole.high - this.whole.low - 1e-6;
  }

  get perDay() {
    return (this.width - 2 * SIDE) / (this.focus.high - this.focus.low);
  }

  /** @param {number} day */
  toX(day) {
    return SIDE + (day - this.focus.low) * this.perDay;
  }

  /** @param {number} x */
  toDay(x) {
    return this.focus.low + (x - SIDE) / this.perDay;
  }

  /** @param {number} day */
  stripX(day) {
    return SIDE + ((day - this.whole.low) / (this.whole.high - this.whole.low)) * (this.width - 2 * SIDE);
  }

  /** @param {number} x */
  stripDay(x) {
    return this.whole.low + ((x - SIDE) / (this.width - 2 * SIDE)) * (this.whole.high - this.whole.low);
  }

  /** @param {number} low @param {number} high */
  setFocus(low, high) {
    const { whole } = this;
    const wide = Math.max(Math.min(LEAST_FOCUS, whole.high - whole.low), Math.min(whole.high - whole.low, high - low));
    const from = Math.max(whole.low, Math.min(whole.high - wide, (low + high - wide) / 2));
    this.focus = { low: from, high: from + wide };
    this.arrange();
  }

  /** @param {number} day in the middle of the focus from now on */
  centre(day) {
    const half = (this.focus.high - this.focus.low) / 2;
    this.setFocus(day - half, day + half);
  }

  /** @param {number} by factor of the span @param {number} x the pixel that stays */
  zoom(by, x) {
    const day = this.toDay(x);
    const { low, high } = this.focus;
    const wide = Math.max(LEAST_FOCUS, (high - low) * by);
    const part = (day - low) / (high - low);
    this.setFocus(day - part * wide, day - part * wide + wide);
  }

  /**
   * What lies under a pixel.
   * @param {number} x
   * @param {number} y
   * @param {Span | null} range
   * @param {boolean} [finger]
   * @returns {"strip" | "low" | "high" | "range" | "rest"}
   */
  part(x, y, range, finger = false) {
    if (y >= STRIP - 2) return "strip";
    if (!range) return "rest";
    const [low, high] = [this.toX(range.low), this.toX(range.high)];
    const grip = finger ? FINGER_GRIP : GRIP;
    const wide = high - low;
    /** Pixels of a grip within the range and beyond it: a third of a narrow range at most, more where the frame ends. */
    const parts = (/** @type {number} */ free) => {
      const inner = Math.min(wide / 3, grip + Math.max(0, grip - free));
      return [inner, 2 * grip - inner];
    };
    const [[lowIn, lowOut], [highIn, highOut]] = [parts(low), parts(this.width - high)];
    if (x >= low - lowOut && x <= low + lowIn) return "low";
    if (x >= high - highIn && x <= high + highOut) return "high";
    return x > low && x < high ? "range" : "rest";
  }

  /** The event whose mark lies there, -1 for none. @param {number} x @param {number} y */
  markAt(x, y) {
    const found = this.marks.filter((mark) => {
      const middle = this.laneY(mark.lane);
      const [low, high] = reach(mark);
      return Math.abs(y - middle) <= this.lane / 2 && x >= low - 2 && x <= high + 2;
    });
    return found.length ? found[found.length - 1].i : -1;
  }

  /** The days of the bar under a pixel, their name and weight; null where nothing is. @param {number} x @param {number} y @returns {Bar | null} */
  barAt(x, y) {
    if (y < this.lanes || y > FOOT + AXIS) return null;
    const { base } = this.table;
    const unit = unitFor(this.perDay);
    const day = this.toDay(x);
    const [low, high] = edges(day + base, day + base + 0.01, unit).map((edge) => edge - base);
    const weight = this.weights.kinds.reduce((sum, kind) => sum + this.weights.between(kind, low, high), 0);
    return weight < WHOLE ? null : { low, high, name: barName(low + base, unit, this.speech), weight };
  }

  /** @param {Bar} bar */
  barWords({ name: days, weight }) {
    const { speech } = this;
    const whole = Math.round(weight);
    if (Math.abs(weight - whole) < WHOLE) return speech.say("bar", { days, events: speech.many("events", whole) });
    return speech.say("bar_shared", { days, events: speech.many("events", weight, { count: speech.tenths.format(weight) }) });
  }

  /** @param {number} lane */
  laneY(lane) {
    return this.lanes - 3 - (lane + 0.5) * this.lane;
  }

  /**
   * @param {CanvasRenderingContext2D} c in pixels, cleared
   * @param {Look} look
   * @param {import("./ground.js").Inks} inks
   */
  paint(c, look, inks) {
    this.paintRange(c, look.range, inks);
    this.paintBars(c, look.range, inks);
    this.paintAxis(c, inks);
    c.save();
    c.beginPath();
    c.rect(0, 0, this.width, this.lanes);
    c.clip();
    for (const mark of this.marks) paintMark(c, this, mark, look, inks);
    c.restore();
    paintStrip(c, this, STRIP, look.range, inks);
    this.paintGrips(c, look.range, inks);
  }

  /** @param {Span | null} range @param {number} low @param {number} high */
  faint(range, low, high) {
    return range && !(low < range.high && high > range.low) ? FAINT : 1;
  }

  /** @param {CanvasRenderingContext2D} c @param {Span | null} range @param {import("./ground.js").Inks} inks */
  paintRange(c, range, inks) {
    if (!range) return;
    c.globalAlpha = 0.09;
    c.fillStyle = inks.ink;
    c.fillRect(this.toX(range.low), 0, this.toX(range.high) - this.toX(range.low), FOOT);
    c.globalAlpha = 1;
  }

  /** @param {CanvasRenderingContext2D} c @param {Span | null} range @param {import("./ground.js").Inks} inks */
  paintBars(c, range, inks) {
    const { base } = this.table;
    const { all, kinds } = this.weights;
    const unit = unitFor(this.perDay);
    const ends = edges(this.focus.low + base, this.focus.high + base, unit).map((day) => day - base);
    const bars = ends.slice(1).map((high, n) => ({ low: ends[n], high, whole: this.weights.between(all, ends[n], high) }));
    const most = bars.reduce((top, { whole }) => Math.max(top, whole), 1e-9);
    const room = FOOT - this.lanes - MEASURE;
    const gap = this.perDay * (ends[1] - ends[0]) > 6 ? 1 : 0.5;
    for (const { low, high, whole } of bars) {
      const [x, wide] = [this.toX(low), Math.max(0.5, this.toX(high) - this.toX(low) - gap)];
      const tall = (/** @type {number} */ weight) => (weight > 0 ? Math.max(0.75, (weight / most) * room) : 0);
      c.fillStyle = inks.grey;
      c.fillRect(x, FOOT - tall(whole), wide, tall(whole));
      c.globalAlpha = this.faint(range, low, high);
      let at = FOOT;
      kinds.forEach((sums, kind) => {
        const height = tall(this.weights.between(sums, low, high));
        c.fillStyle = inks[this.table.kinds[kind]];
        c.fillRect(x, at - height, wide, height);
        at -= height;
      });
      c.globalAlpha = 1;
    }
    const tallest = bars.find(({ whole }) => whole === most);
    if (tallest) this.paintMeasure(c, (this.toX(tallest.low) + this.toX(tallest.high)) / 2, FOOT - room, most, inks);
  }

  /**
   * The count of the tallest bar above it: the measure of all.
   * @param {CanvasRenderingContext2D} c
   * @param {number} x
   * @param {number} y
   * @param {number} count
   * @param {import("./ground.js").Inks} inks
   */
  paintMeasure(c, x, y, count, inks) {
    const { speech } = this;
    const text = count > FINE || Math.abs(count - Math.round(count)) < WHOLE ? speech.number(Math.round(count)) : speech.tenths.format(count);
    c.font = `11px ${this.letters.family}`;
    c.textBaseline = "bottom";
    c.textAlign = "center";
    c.fillStyle = inks.ink;
    const half = c.measureText(text).width / 2;
    c.fillText(text, Math.max(half, Math.min(this.width - half, x)), y - 1);
  }

  /** @param {CanvasRenderingContext2D} c @param {import("./ground.js").Inks} inks */
  paintAxis(c, inks) {
    const y = FOOT;
    c.fillStyle = inks.grey;
    c.fillRect(SIDE, y, this.width - 2 * SIDE, 1);
    c.font = `12px ${this.letters.family}`;
    c.textBaseline = "top";
    c.textAlign = "left";
    const { base } = this.table;
    const labels = ticks(this.focus.low + base, this.focus.high + base, this.perDay, LABELS_APART, this.speech).filter(({ day, text }) => {
      const x = this.toX(day - base);
      return x >= SIDE && x + c.measureText(text).width / 2 <= this.width;
    });
    for (const { day, text } of dated(labels)) {
      const x = this.toX(day - base);
      const wide = c.measureText(text).width;
      c.fillStyle = inks.grey;
      c.fillRect(x, y, 1, 5);
      c.fillStyle = inks.ink;
      c.fillText(text, Math.max(0, x - wide / 2), y + 6);
    }
  }

  /** @param {CanvasRenderingContext2D} c @param {Span | null} range @param {import("./ground.js").Inks} inks */
  paintGrips(c, range, inks) {
    if (!range) return;
    for (const day of [range.low, range.high]) {
      const x = this.toX(day);
      c.fillStyle = inks.ink;
      c.globalAlpha = 0.55;
      c.fillRect(x - 0.75, 0, 1.5, FOOT);
      c.globalAlpha = 1;
      c.beginPath();
      if (this.finger.matches) c.roundRect(x - 8, FOOT - 58, 16, 44, 8);
      else c.roundRect(x - 4, FOOT - 38, 8, 22, 4);
      c.fillStyle = inks.ground;
      c.fill();
      c.strokeStyle = inks.ink;
      c.lineWidth = 1.2;
      c.stroke();
    }
  }
}
