// The timeline: single events in lanes over bars, an axis, and a strip that keeps the whole range under what is in focus.

import { barName, edges, ticks, unitFor, Weights } from "./histogram.js";
import { NAME_GAP, marks, reach } from "./lanes.js";
import { paintStrip } from "./strip.js";

export const HEIGHT = 190; // pixels, of all of it
const LANES = 88; // at most, of the single events
const FOOT = 142; // from the top to the foot of the bars
const AXIS = 20;
const STRIP = FOOT + AXIS + 4; // from the top to the strip
const LANE = 17;
const SIDE = 6; // pixels free at either side
const FEWEST_DAYS = 15;
const AROUND = 0.02; // of the whole, that is free before and after it
const LEAST_FOCUS = 4; // days
const LABELS_APART = 62; // pixels
const FAINT = 0.3; // what does not lie in the range
const GRIP = 9; // pixels to either side of an end of the range by which it can be taken

/**
 * @typedef {{low: number, high: number}} Span days counted as the table does; a day n reaches from n to n + 1
 * @typedef {{range: Span | null, selected: number}} Look
 */

export class Timeline {
  /**
   * @param {import("./table.js").Table} table
   * @param {import("./names.js").Letters} letters
   */
  constructor(table, letters) {
    this.table = table;
    this.letters = letters;
    this.weights = new Weights(table);
    const missing = Math.max(0, FEWEST_DAYS - table.days) / 2;
    const pad = missing + (table.days + 2 * missing) * AROUND;
    this.whole = { low: 1 - pad, high: table.days + 1 + pad };
    this.focus = { ...this.whole };
    this.width = 1;
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
   * @returns {"strip" | "low" | "high" | "range" | "rest"}
   */
  part(x, y, range) {
    if (y >= STRIP - 2) return "strip";
    if (!range) return "rest";
    const [low, high] = [this.toX(range.low), this.toX(range.high)];
    const [nearLow, nearHigh] = [Math.abs(x - low), Math.abs(x - high)];
    if (Math.min(nearLow, nearHigh) <= GRIP) return nearLow < nearHigh || (nearLow === nearHigh && x < low) ? "low" : "high";
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

  /** The bar under a pixel in words, "" for none. @param {number} x @param {number} y */
  barAt(x, y) {
    if (y < this.lanes || y > FOOT + AXIS) return "";
    const { base } = this.table;
    const unit = unitFor(this.perDay);
    const day = this.toDay(x);
    const found = edges(day + base, day + base + 0.01, unit);
    const [low, high] = [found[0], found[1] ?? found[0] + 1];
    const weight = this.weights.kinds.reduce((sum, kind) => sum + this.weights.between(kind, low - base, high - base), 0);
    if (weight < 0.005) return "";
    const round = Math.abs(weight - Math.round(weight)) < 0.005;
    const amount = round ? Math.round(weight).toLocaleString("en") : weight.toLocaleString("en", { maximumFractionDigits: 1, minimumFractionDigits: 1 });
    return `${barName(low, unit)}: ${amount} ${Math.round(weight) === 1 && round ? "event" : "events"}${round ? "" : ", vague dates shared out by days"}`;
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
    for (const mark of this.marks) this.paintMark(c, mark, look, inks);
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
    const room = FOOT - this.lanes - 4;
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
    for (const { day, text } of ticks(this.focus.low + base, this.focus.high + base, this.perDay, LABELS_APART)) {
      const x = this.toX(day - base);
      const wide = c.measureText(text).width;
      if (x < SIDE || x + wide / 2 > this.width) continue;
      c.fillStyle = inks.grey;
      c.fillRect(x, y, 1, 5);
      c.fillStyle = inks.ink;
      c.fillText(text, Math.max(0, x - wide / 2), y + 6);
    }
  }

  /** @param {CanvasRenderingContext2D} c @param {import("./lanes.js").Mark} mark @param {Look} look @param {import("./ground.js").Inks} inks */
  paintMark(c, mark, look, inks) {
    const kind = this.table.kinds[this.table.kind[mark.i]];
    const low = this.toDay(mark.low);
    c.globalAlpha = this.faint(look.range, mark.open === "start" ? -Infinity : low, mark.open === "end" ? Infinity : this.toDay(mark.high));
    const edge = mark.i === look.selected ? inks.ink : null;
    if (mark.exact) this.paintPoint(c, (mark.low + mark.high) / 2, this.laneY(mark.lane), kind, edge, inks);
    else this.paintBand(c, mark, kind, edge, inks);
    if (mark.name) this.paintName(c, mark, inks);
    c.globalAlpha = 1;
  }

  /**
   * @param {CanvasRenderingContext2D} c
   * @param {number} x
   * @param {number} y
   * @param {string} kind
   * @param {string | null} edge
   * @param {import("./ground.js").Inks} inks
   */
  paintPoint(c, x, y, kind, edge, inks) {
    const r = Math.min(5.8, this.lane / 2 - 0.5);
    c.beginPath();
    if (kind === "strike") {
      c.arc(x, y, r, 0, 2 * Math.PI);
    } else {
      c.moveTo(x - r * 0.8, y - r);
      c.lineTo(x + r, y);
      c.lineTo(x - r * 0.8, y + r);
      c.closePath();
    }
    c.fillStyle = inks[kind];
    c.fill();
    c.strokeStyle = edge ?? inks.ground;
    c.lineWidth = edge ? 2.2 : 1;
    c.stroke();
  }

  /** @param {CanvasRenderingContext2D} c @param {import("./lanes.js").Mark} mark @param {import("./ground.js").Inks} inks */
  paintName(c, mark, inks) {
    const [low, high] = reach(mark);
    c.font = this.letters.font("mark");
    c.textBaseline = "middle";
    c.textAlign = mark.side > 0 ? "left" : "right";
    c.fillStyle = inks.ink;
    c.fillText(mark.name, mark.side > 0 ? Math.max(0, high) + NAME_GAP / 2 : low - NAME_GAP / 2, this.laneY(mark.lane) + 0.5);
  }

  /**
   * A band between brackets, an arrow where it is open.
   * @param {CanvasRenderingContext2D} c
   * @param {import("./lanes.js").Mark} mark
   * @param {string} kind
   * @param {string | null} edge
   * @param {import("./ground.js").Inks} inks
   */
  paintBand(c, mark, kind, edge, inks) {
    const [y, high] = [this.laneY(mark.lane), Math.min(10, this.lane - 4)];
    const low = Math.max(-4, mark.low);
    const to = Math.max(low + 2, Math.min(this.width + 4, mark.high));
    const faint = c.globalAlpha;
    c.fillStyle = c.strokeStyle = inks[kind];
    c.globalAlpha = faint * 0.26;
    c.fillRect(low, y - high / 2, to - low, high);
    c.globalAlpha = faint;
    if (mark.through) c.fillRect(low, y - 2, to - low, 4);
    if (edge) {
      c.strokeStyle = edge;
      c.lineWidth = 2;
      c.strokeRect(low - 2, y - high / 2 - 2, to - low + 4, high + 4);
      c.strokeStyle = inks[kind];
    }
    c.lineWidth = 2;
    bracket(c, low, y, high, mark.open === "start", 1);
    bracket(c, to, y, high, mark.open === "end", -1);
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
      c.roundRect(x - 4, FOOT - 38, 8, 22, 4);
      c.fillStyle = inks.ground;
      c.fill();
      c.strokeStyle = inks.ink;
      c.lineWidth = 1.2;
      c.stroke();
    }
  }
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {number} x
 * @param {number} y
 * @param {number} high
 * @param {boolean} open
 * @param {1 | -1} side 1 for the beginning of a band
 */
function bracket(c, x, y, high, open, side) {
  c.beginPath();
  if (open) {
    c.moveTo(x + side * 9, y - high / 2 - 1);
    c.lineTo(x + side * 2, y);
    c.lineTo(x + side * 9, y + high / 2 + 1);
    c.closePath();
    c.fill();
    return;
  }
  c.moveTo(x + side * 3.5, y - high / 2 - 2);
  c.lineTo(x, y - high / 2 - 2);
  c.lineTo(x, y + high / 2 + 2);
  c.lineTo(x + side * 3.5, y + high / 2 + 2);
  c.stroke();
}
