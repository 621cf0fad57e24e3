// Accusations on the map: one arc each while a pair of countries has few, one broad arc with their number when it has many.

import { MOST_LANES, arrows, curve, distance, lanes, lastInside, passing, trace } from "./arcs.js";
import { plate } from "./plate.js";
import { ARC } from "./table.js";

const ARC_PIXELS = 3;
const ARC_PICK = 9; // how near a click must come
const ARROW = 14;
const CLEAR = 7; // pixels from an arc that names of the basemap keep
const LEAVING = [18, -18, 36, -36, 56, -56]; // pixels below a leaving arrow at which its words may stand

/** @typedef {import("./marks.js").Shown} Shown */

export class Accusations {
  /** @param {import("./table.js").Table} table @param {import("./names.js").Letters} letters @param {import("./speech.js").Speech} speech */
  constructor(table, letters, speech) {
    this.table = table;
    this.letters = letters;
    this.speech = speech;
    /** @type {import("./arcs.js").Lane[]} */
    this.lanes = [];
    /** @type {import("./arcs.js").Curve[]} in view */
    this.curves = [];
  }

  /** The rows that are kept have changed. */
  arrange() {
    const { table } = this;
    /** @type {number[][]} */
    const events = table.pairs.map(() => []);
    for (let i = 0; i < table.size; i += 1) {
      if (table.drawn[i] !== ARC || !table.kept(i)) continue;
      const found = events[table.where[i]];
      if (found.length <= MOST_LANES) found.push(i);
    }
    this.lanes = lanes(table, events);
  }

  /** @param {import("./camera.js").Camera} camera */
  look(camera) {
    this.curves = this.lanes.map((lane) => curve(this.table, lane, camera))
      .filter(({ box }) => box.right > 0 && box.left < camera.width && box.bottom > 0 && box.top < camera.height);
  }

  /** How many shown events an arc stands for. @param {import("./arcs.js").Lane} lane @param {Shown} shown */
  count({ pair, events }, { tally, range, certain }) {
    return events ? events.filter((i) => this.table.shows(i, range, certain)).length : tally.pairs[pair];
  }

  /** @param {Shown} shown */
  live(shown) {
    return this.curves.filter(({ lane }) => this.count(lane, shown) > 0);
  }

  /** @param {import("./arcs.js").Lane} lane @param {number} i */
  isOf({ pair, events }, i) {
    return i >= 0 && (events ? events.includes(i) : this.table.where[i] === pair);
  }

  /**
   * @param {CanvasRenderingContext2D} c
   * @param {import("./camera.js").Camera} camera
   * @param {Shown} shown
   * @param {number} chosen the selected accusation, -1 for none
   * @param {import("./ground.js").Inks} inks
   */
  paint(c, camera, shown, chosen, inks) {
    c.lineCap = "round";
    for (const found of this.live(shown)) {
      const { lane } = found;
      const width = lane.events ? ARC_PIXELS : ARC_PIXELS + Math.min(5, Math.log10(this.count(lane, shown)) * 1.6);
      trace(c, found);
      if (this.isOf(lane, chosen)) {
        c.strokeStyle = inks.chosen;
        c.lineWidth = width + 4;
        c.stroke();
      }
      c.globalAlpha = lane.events ? 0.9 : 0.62;
      c.strokeStyle = c.fillStyle = inks.accusation;
      c.lineWidth = width;
      c.stroke();
      c.globalAlpha = 1;
      arrows(c, found, camera, ARROW + width);
    }
    c.lineCap = "butt";
  }

  /**
   * To which country arcs go that leave the view, whence those come that enter it, and how many each stands for; where
   * there is room.
   * @param {CanvasRenderingContext2D} c
   * @param {import("./camera.js").Camera} camera
   * @param {Shown} shown
   * @param {import("./ground.js").Inks} inks
   * @param {import("./names.js").Room} room
   */
  paintWords(c, camera, shown, inks, room) {
    c.font = this.letters.font("count");
    c.textAlign = "center";
    c.textBaseline = "middle";
    for (const { text, half, x, y } of this.place(camera, shown, room)) {
      plate(c, x, y, half, 9, inks, 0.85);
      c.fillStyle = inks.accusation;
      c.fillText(text, x, y + 0.5);
    }
  }

  /**
   * Words at arcs that find room, which they take.
   * @param {import("./camera.js").Camera} camera
   * @param {Shown} shown
   * @param {import("./names.js").Room} room
   */
  place(camera, shown, room) {
    const placed = [];
    for (const found of this.live(shown)) {
      const told = this.words(found, camera, shown.tally.pairs[found.lane.pair]);
      if (!told) continue;
      const half = this.letters.width(told.text, "count") / 2 + 4;
      const at = told.at.flatMap((n) => told.down.map((down) => [found.points[2 * n], found.points[2 * n + 1] + down])).map(([x, y]) => [
        Math.max(half + 2, Math.min(camera.width - half - 2, x)), Math.max(12, Math.min(camera.height - 12, y))]);
      const free = at.find(([x, y]) => room.claim({ left: x - half, right: x + half, top: y - 9, bottom: y + 9 }));
      if (free) placed.push({ text: told.text, half, x: free[0], y: free[1] });
    }
    return placed;
  }

  /**
   * Arcs and their words take the room that names of the basemap leave them.
   * @param {import("./camera.js").Camera} camera
   * @param {Shown} shown
   * @param {import("./names.js").Room} room
   */
  claim(camera, shown, room) {
    this.place(camera, shown, room);
    for (const { points } of this.live(shown)) {
      for (let n = 0; n < points.length; n += 2) {
        const [x, y] = [points[n], points[n + 1]];
        const by = n + 4 > points.length ? ARROW : CLEAR;
        if (x > 0 && y > 0 && x < camera.width && y < camera.height) room.take({ left: x - by, right: x + by, top: y - by, bottom: y + by });
      }
    }
  }

  /**
   * What is written at an arc, and at which of its points it may stand.
   * @param {import("./arcs.js").Curve} found
   * @param {import("./camera.js").Camera} camera
   * @param {number} count of the pair
   * @returns {{text: string, at: number[], down: number[]} | null} `down` pixels below the point, the best first
   */
  words(found, camera, count) {
    const { lane, points } = found;
    if (lane.events && lane.lane > 0) return null;
    const [from, to] = this.table.pairs[lane.pair].names;
    const { speech } = this;
    const counted = (/** @type {string} */ arc) => (count > 1 ? speech.say("arc_many", { arc, count }) : arc);
    const last = lastInside(found, camera);
    const along = (/** @type {number} */ low, /** @type {number} */ high) => [0.5, 0.36, 0.64, 0.25, 0.75].map((part) => Math.round(low + part * (high - low)));
    if (last === 0) {
      const run = passing(found, camera);
      if (!run) return null;
      const text = run.ends ? speech.say("arc_from", { place: from }) : speech.say("arc", { accuser: from, accused: to });
      return { text: counted(text), at: along(run.from, run.to), down: [0] };
    }
    if (2 * last < points.length - 2) return { text: counted(speech.say("arc_to", { place: to })), at: [last, Math.max(1, last - 4)], down: LEAVING };
    return lane.events ? null : { text: speech.number(count), at: along(0, last), down: [0] };
  }

  /** The nearest shown arc at a pixel, and those that lie over it there. @param {number} x @param {number} y @param {Shown} shown */
  hit(x, y, shown) {
    const near = this.live(shown).map((found) => ({ lane: found.lane, far: distance(found, x, y) })).filter(({ far }) => far <= ARC_PICK);
    near.sort((a, b) => a.far - b.far);
    const over = near.filter(({ lane, far }) => lane.events && far <= near[0].far + ARC_PIXELS);
    return near.length && near[0].lane.events ? over.map(({ lane }) => lane) : near.slice(0, 1).map(({ lane }) => lane);
  }
}
