// Events at known places: a dot with its reach and number each while they are few in view, a raster when they are many.

import { Density } from "./density.js";
import { toLat, worldKm } from "./mercator.js";
import { Room } from "./names.js";
import { plate } from "./plate.js";

export const MOST_DOTS = 400; // in view, drawn one by one
const DENSE_NAMES = 14; // names of the fullest places over a raster
const DOT_PIXELS = 7;
const PICK_PIXELS = 16; // how near a click or a finger must come
const SAMPLE = 4096; // spots by which the fullest are told from the rest

/** @typedef {Map<number, {x: number, y: number}>} Placed where the names of spots stand, pixels */

/**
 * The spots with the highest counts, in any order: about so many, without sorting all of them.
 * @param {number[]} spots
 * @param {Uint32Array} counts
 * @param {number} most
 */
function fullest(spots, counts, most) {
  if (spots.length <= most) return spots.slice();
  const step = Math.ceil(spots.length / SAMPLE);
  const some = spots.filter((_, n) => n % step === 0).map((s) => counts[s]).sort((a, b) => b - a);
  const least = some[Math.min(some.length - 1, Math.ceil((some.length * most) / spots.length))];
  const above = spots.filter((s) => counts[s] > least).sort((a, b) => counts[b] - counts[a]);
  return above.length ? above.slice(0, most) : spots.slice(0, most);
}

export class Places {
  /** @param {import("./table.js").Table} table @param {import("./names.js").Letters} letters @param {import("./speech.js").Speech} speech */
  constructor(table, letters, speech) {
    this.table = table;
    this.letters = letters;
    this.speech = speech;
    this.density = new Density();
    /** @type {number[]} spots in view that may be shown, whatever the range */
    this.seen = [];
    /** @type {number[]} those drawn as dots */
    this.dots = [];
    this.dense = false;
    /** @type {Placed} */
    this.placed = new Map(); // while the view stands
    this.named = this.placed; // as drawn
    this.room = new Room(); // what names must keep clear of now
    this.still = this.room; // the same while the view stands, whatever the range
    /** @type {import("./names.js").Rectangle[]} */
    this.furniture = [];
    this.inView = 0; // events in view, as drawn
  }

  /**
   * The view or the rows have changed: where everything falls.
   * @param {import("./camera.js").Camera} camera
   * @param {Uint32Array} base counts of what may be shown
   * @param {import("./names.js").Rectangle[]} furniture of the map, that names keep clear of
   */
  look(camera, base, furniture) {
    this.seen = this.density.look(this.table, camera, base);
    this.furniture = furniture;
    this.still = this.room = this.empty();
    if (this.few) for (const s of this.seen) this.room.take(this.box(s, base[s], camera));
  }

  /** The view has changed: who gets room for a name. @param {import("./camera.js").Camera} camera @param {Uint32Array} base */
  christen(camera, base) {
    this.placed = this.name(this.seen, base, camera, this.room, this.few ? Infinity : DENSE_NAMES);
  }

  get few() {
    return this.seen.length <= MOST_DOTS;
  }

  empty() {
    const room = new Room();
    this.furniture.forEach((box) => room.take(box));
    return room;
  }

  /** @param {number} count of its events */
  radius(count) {
    return count === 1 ? DOT_PIXELS : DOT_PIXELS + 2 + 3 * this.speech.short(count).length;
  }

  /** @param {number} s @param {import("./camera.js").Camera} camera */
  at(s, camera) {
    return [camera.sx(this.table.x[s]), camera.sy(this.table.y[s])];
  }

  /** @param {number} s @param {number} count @param {import("./camera.js").Camera} camera */
  box(s, count, camera) {
    const [[x, y], r] = [this.at(s, camera), this.radius(count)];
    return { left: x - r, right: x + r, top: y - r, bottom: y + r };
  }

  /**
   * Names of places, those with most events first, where they find room: below, above, right or left of the dot.
   * @param {number[]} spots
   * @param {Uint32Array} counts
   * @param {import("./camera.js").Camera} camera
   * @param {Room} room
   * @param {number} most
   */
  name(spots, counts, camera, room, most) {
    /** @type {Placed} */
    const placed = new Map();
    const said = new Set();
    const order = fullest(spots, counts, most * 4).sort((a, b) => counts[b] - counts[a] || a - b);
    for (const s of order) {
      if (placed.size >= most) break;
      const name = this.table.names[s];
      const [[x, y], r] = [this.at(s, camera), this.radius(counts[s])];
      const [half, high] = [this.letters.width(name, "event") / 2 + 3, this.letters.height("event") / 2];
      const around = [[x, y + r + high + 1], [x, y - r - high - 1], [x + r + half + 2, y], [x - r - half - 2, y]];
      if (said.has(name)) continue;
      const free = around.find(([cx, cy]) => cx - half > 0 && cx + half < camera.width
        && room.claim({ left: cx - half, right: cx + half, top: cy - high, bottom: cy + high }));
      if (!free) continue;
      said.add(name);
      placed.set(s, { x: free[0], y: free[1] });
    }
    return placed;
  }

  /** Dots or a raster, and their names: decided by how many are shown now. @param {Uint32Array} counts @param {import("./camera.js").Camera} camera */
  choose(counts, camera) {
    this.dots = (this.few ? this.seen : this.fewShown(counts)).filter((s) => counts[s] > 0);
    this.dots.sort((a, b) => counts[a] - counts[b] || b - a);
    this.dense = !this.few && this.dots.length === 0;
    this.room = this.still;
    this.named = this.placed;
    if (this.few || this.dense) return;
    this.room = this.empty();
    for (const s of this.dots) this.room.take(this.box(s, counts[s], camera));
    this.named = this.name(this.dots, counts, camera, this.room, Infinity);
  }

  /** The shown spots in view when they are few, none when they are many. @param {Uint32Array} counts */
  fewShown(counts) {
    const found = [];
    for (const s of this.seen) {
      if (counts[s] && found.push(s) > MOST_DOTS) return [];
    }
    return found;
  }

  /** @param {CanvasRenderingContext2D} c @param {Uint32Array} counts @param {import("./ground.js").Inks} inks */
  paintRaster(c, counts, inks) {
    if (!this.dense) return;
    this.inView = this.density.fill(this.seen, counts);
    this.density.paint(c, inks.strike, inks.pale);
  }

  /**
   * @param {CanvasRenderingContext2D} c
   * @param {import("./camera.js").Camera} camera
   * @param {Uint32Array} counts
   * @param {number} chosen the selected event's spot, -1 for none
   * @param {import("./ground.js").Inks} inks
   */
  paint(c, camera, counts, chosen, inks) {
    if (this.dense) {
      if (chosen >= 0 && this.density.cell[chosen] >= 0) this.paintDot(c, camera, chosen, counts[chosen], true, inks);
      this.paintNames(c, this.named, counts, inks, 0.72);
      return;
    }
    this.inView = this.dots.reduce((sum, s) => sum + counts[s], 0);
    for (const s of this.dots) this.paintRing(c, camera, s, inks);
    this.paintNames(c, this.named, counts, inks, 0.92);
    for (const s of this.dots) this.paintDot(c, camera, s, counts[s], s === chosen, inks);
  }

  /**
   * How far the place's name reaches, true to scale.
   * @param {CanvasRenderingContext2D} c
   * @param {import("./camera.js").Camera} camera
   * @param {number} s
   * @param {import("./ground.js").Inks} inks
   */
  paintRing(c, camera, s, inks) {
    const r = (this.table.radius[s] / worldKm(toLat(this.table.y[s]))) * camera.scale;
    if (r <= DOT_PIXELS) return;
    const [x, y] = this.at(s, camera);
    c.beginPath();
    c.arc(x, y, r, 0, 2 * Math.PI);
    c.fillStyle = c.strokeStyle = inks.strike;
    c.globalAlpha = 0.11;
    c.fill();
    c.globalAlpha = 0.6;
    c.lineWidth = 1;
    c.stroke();
    c.globalAlpha = 1;
  }

  /**
   * @param {CanvasRenderingContext2D} c
   * @param {import("./camera.js").Camera} camera
   * @param {number} s
   * @param {number} count
   * @param {boolean} chosen
   * @param {import("./ground.js").Inks} inks
   */
  paintDot(c, camera, s, count, chosen, inks) {
    const [[x, y], r] = [this.at(s, camera), this.radius(count)];
    c.beginPath();
    c.arc(x, y, r, 0, 2 * Math.PI);
    c.fillStyle = inks.strike;
    c.fill();
    c.strokeStyle = inks.edge;
    c.lineWidth = 1.5;
    c.stroke();
    if (chosen) {
      c.beginPath();
      c.arc(x, y, r + 5, 0, 2 * Math.PI);
      c.strokeStyle = inks.chosen;
      c.lineWidth = 2;
      c.stroke();
    }
    if (count > 1) {
      c.font = `600 12px ${this.letters.family}`;
      c.textAlign = "center";
      c.textBaseline = "middle";
      c.fillStyle = inks.edge;
      c.fillText(this.speech.short(count), x, y + 0.5);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} c
   * @param {Placed} placed
   * @param {Uint32Array} counts
   * @param {import("./ground.js").Inks} inks
   * @param {number} alpha of their plates
   */
  paintNames(c, placed, counts, inks, alpha) {
    c.font = this.letters.font("event");
    c.textAlign = "center";
    c.textBaseline = "middle";
    for (const [s, { x, y }] of placed) {
      if (!counts[s]) continue;
      const name = this.table.names[s];
      plate(c, x, y, this.letters.width(name, "event") / 2 + 3, this.letters.height("event") / 2, inks, alpha);
      c.fillStyle = inks.text;
      c.fillText(name, x, y + 0.5);
    }
  }

  /**
   * The map's furniture, and the dots and names that are drawn, take their room.
   * @param {import("./camera.js").Camera} camera
   * @param {Uint32Array} counts
   * @param {Room} room
   */
  takeDrawn(camera, counts, room) {
    this.furniture.forEach((box) => room.take(box));
    for (const s of this.dots) room.take(this.box(s, counts[s], camera));
    const high = this.letters.height("event") / 2;
    for (const [s, { x, y }] of this.named) {
      const half = this.letters.width(this.table.names[s], "event") / 2 + 3;
      if (counts[s]) room.take({ left: x - half, right: x + half, top: y - high, bottom: y + high });
    }
  }

  /**
   * The shown spots near a pixel, the nearest first; over a raster those in its cells.
   * @param {number} x
   * @param {number} y
   * @param {import("./camera.js").Camera} camera
   * @param {Uint32Array} counts
   */
  hit(x, y, camera, counts) {
    if (this.dense) {
      const cells = new Set(this.density.around(x, y) ? this.density.cells(x, y) : []);
      return cells.size ? this.seen.filter((s) => counts[s] && cells.has(this.density.cell[s])) : [];
    }
    const far = (/** @type {number} */ s) => Math.hypot(this.at(s, camera)[0] - x, this.at(s, camera)[1] - y);
    return this.dots.filter((s) => far(s) <= Math.max(PICK_PIXELS, this.radius(counts[s]))).sort((a, b) => far(a) - far(b));
  }
}
