// The marks of the map: dots with their reach, or a raster where they are many; areas; arcs; their numbers and names.

import { Areas } from "./areas.js";
import { MOST_LANES, arrows, curve, distance, lanes, lastInside, trace } from "./arcs.js";
import { Density } from "./density.js";
import { toLat, worldKm } from "./mercator.js";
import { Room } from "./names.js";
import { ARC, AREA, DOT } from "./table.js";

export const MOST_DOTS = 400; // in view, drawn one by one
const DENSE_NAMES = 14; // names of the fullest places over a raster
const DOT_PIXELS = 7;
const PICK_PIXELS = 16; // how near a click or a finger must come
const ARC_PIXELS = 3;
const ARC_PICK = 9;
const CLIP = 40; // pixels outside the view that still show a part of a mark

/**
 * @typedef {{tally: import("./table.js").Tally, range: import("./table.js").Range | null, certain: boolean, selected: number}} Shown
 * @typedef {{how: number, at: number[], events: number[] | null, x: number, y: number}} Hit marks of one sort under a pixel;
 *   `events` where the mark stands for just these
 */

/** A count that fits into a dot: 12, 999, 1.2k, 25k. @param {number} count */
export function short(count) {
  if (count < 1000) return String(count);
  return count < 10000 ? `${Math.floor(count / 100) / 10}k` : `${Math.floor(count / 1000)}k`;
}

/** @param {number} count */
const radius = (count) => (count === 1 ? DOT_PIXELS : DOT_PIXELS + 2 + 3 * short(count).length);

export class Marks {
  /**
   * @param {import("./table.js").Table} table
   * @param {import("./ground.js").Ground} ground
   * @param {import("./names.js").Letters} letters
   */
  constructor(table, ground, letters) {
    this.table = table;
    this.letters = letters;
    this.density = new Density();
    this.areas = new Areas(table, ground);
    /** @type {number[]} spots in view that may be shown */
    this.seen = [];
    /** @type {number[]} those that are shown, when they are few */
    this.dots = [];
    this.dense = false;
    /** @type {import("./arcs.js").Lane[]} */
    this.lanes = [];
    /** @type {import("./arcs.js").Curve[]} */
    this.curves = [];
    /** @type {Map<number, {x: number, y: number}>} */
    this.placed = new Map();
    this.room = new Room();
    this.inView = 0; // events at known places in view, as drawn
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

  /**
   * The view or the rows have changed: where everything falls, and who gets room for a name.
   * @param {import("./camera.js").Camera} camera
   * @param {import("./table.js").Tally} base what may be shown, whatever the range
   */
  look(camera, base) {
    this.seen = this.density.look(this.table, camera, base.spots);
    this.areas.look(camera);
    this.curves = this.lanes.map((lane) => curve(this.table, lane, camera))
      .filter(({ box }) => box.right > 0 && box.left < camera.width && box.bottom > 0 && box.top < camera.height);
    this.room = new Room();
    const few = this.seen.length <= MOST_DOTS;
    if (few) for (const s of this.seen) this.room.take(this.box(s, base.spots[s], camera));
    for (let n = 0; n < base.areas.length; n += 1) {
      if (base.areas[n]) this.room.claim(this.areaBox(n, base.areas[n], camera));
    }
    this.placed = this.name(this.seen, base.spots, camera, this.room, few ? Infinity : DENSE_NAMES);
  }

  /** @param {number} s @param {number} count @param {import("./camera.js").Camera} camera */
  box(s, count, camera) {
    const [x, y, r] = [camera.sx(this.table.x[s]), camera.sy(this.table.y[s]), radius(count)];
    return { left: x - r, right: x + r, top: y - r, bottom: y + r };
  }

  /** @param {number} n @param {number} count @param {import("./camera.js").Camera} camera */
  areaBox(n, count, camera) {
    const [x, y] = this.areas.label(n, camera);
    const half = this.letters.width(this.areaWords(n, count), "count") / 2 + 8;
    return { left: x - half, right: x + half, top: y - 11, bottom: y + 11 };
  }

  /** @param {number} n @param {number} count */
  areaWords(n, count) {
    return `${count.toLocaleString("en")} in ${this.table.areas[n].name}`;
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
    /** @type {Map<number, {x: number, y: number}>} */
    const placed = new Map();
    const said = new Set();
    const order = spots.slice().sort((a, b) => counts[b] - counts[a] || a - b).slice(0, Math.min(spots.length, most * 4));
    for (const s of order) {
      if (placed.size >= most) break;
      const name = this.table.names[s];
      const [x, y, r] = [camera.sx(this.table.x[s]), camera.sy(this.table.y[s]), radius(counts[s])];
      const [half, high] = [this.letters.width(name, "event") / 2 + 3, this.letters.height("event") / 2];
      const around = [[x, y + r + high + 1], [x, y - r - high - 1], [x + r + half + 2, y], [x - r - half - 2, y]];
      if (said.has(name)) continue;
      const free = around.find(([cx, cy]) =>
        cx - half > 0 && cx + half < camera.width && room.claim({ left: cx - half, right: cx + half, top: cy - high, bottom: cy + high }));
      if (!free) continue;
      said.add(name);
      placed.set(s, { x: free[0], y: free[1] });
    }
    return placed;
  }

  /**
   * @param {CanvasRenderingContext2D} c in pixels, cleared
   * @param {import("./camera.js").Camera} camera
   * @param {Shown} shown
   * @param {import("./ground.js").Inks} inks
   * @param {number} ratio
   */
  paint(c, camera, shown, inks, ratio) {
    const { tally, selected } = shown;
    const how = selected >= 0 && this.isShown(selected, shown) ? this.table.drawn[selected] : 0;
    const at = how ? this.table.where[selected] : -1;
    this.areas.paint(c, camera, tally.areas, how === AREA ? at : -1, inks, ratio);
    this.dots = this.seen.length <= MOST_DOTS ? this.seen : this.few(tally.spots);
    this.dense = this.seen.length > MOST_DOTS && this.dots.length === 0;
    if (this.dense) {
      this.inView = this.density.fill(this.seen, tally.spots);
      this.density.paint(c, inks.strike, inks.pale);
    }
    this.paintArcs(c, camera, shown, how === ARC ? selected : -1, inks);
    this.paintPlaces(c, camera, tally, how === DOT ? at : -1, inks);
    this.paintAreaCounts(c, camera, tally, inks);
  }

  /** @param {number} i @param {Shown} shown */
  isShown(i, { range, certain }) {
    return i < this.table.size && this.table.kept(i) && this.table.inRange(i, range, certain);
  }

  /**
   * @param {CanvasRenderingContext2D} c
   * @param {import("./camera.js").Camera} camera
   * @param {import("./table.js").Tally} tally
   * @param {number} chosen
   * @param {import("./ground.js").Inks} inks
   */
  paintPlaces(c, camera, tally, chosen, inks) {
    if (this.dense) {
      if (chosen >= 0 && this.density.cell[chosen] >= 0) this.paintDot(c, camera, chosen, tally.spots[chosen], true, inks);
      this.paintNames(c, this.placed, tally.spots, inks, true);
      return;
    }
    const live = this.dots.filter((s) => tally.spots[s] > 0).sort((a, b) => tally.spots[a] - tally.spots[b] || b - a);
    this.inView = live.reduce((sum, s) => sum + tally.spots[s], 0);
    for (const s of live) this.paintRing(c, camera, s, inks);
    const own = this.dots !== this.seen;
    const room = own ? new Room() : null;
    if (room) for (const s of live) room.take(this.box(s, tally.spots[s], camera));
    this.paintNames(c, room ? this.name(live, tally.spots, camera, room, Infinity) : this.placed, tally.spots, inks, false);
    for (const s of live) this.paintDot(c, camera, s, tally.spots[s], s === chosen, inks);
    this.dots = live;
  }

  /** The shown spots in view when they are few, none when they are many. @param {Uint32Array} counts */
  few(counts) {
    const found = [];
    for (const s of this.seen) {
      if (counts[s] && found.push(s) > MOST_DOTS) return [];
    }
    return found;
  }

  /** @param {CanvasRenderingContext2D} c @param {import("./camera.js").Camera} camera @param {number} s @param {import("./ground.js").Inks} inks */
  paintRing(c, camera, s, inks) {
    const r = (this.table.radius[s] / worldKm(toLat(this.table.y[s]))) * camera.scale;
    if (r <= DOT_PIXELS) return;
    c.beginPath();
    c.arc(camera.sx(this.table.x[s]), camera.sy(this.table.y[s]), r, 0, 2 * Math.PI);
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
    const [x, y, r] = [camera.sx(this.table.x[s]), camera.sy(this.table.y[s]), radius(count)];
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
      c.strokeStyle = inks.text;
      c.lineWidth = 2;
      c.stroke();
    }
    if (count > 1) {
      c.font = `600 12px ${this.letters.family}`;
      c.textAlign = "center";
      c.textBaseline = "middle";
      c.fillStyle = inks.edge;
      c.fillText(short(count), x, y + 0.5);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} c
   * @param {Map<number, {x: number, y: number}>} placed
   * @param {Uint32Array} counts
   * @param {import("./ground.js").Inks} inks
   * @param {boolean} counted
   */
  paintNames(c, placed, counts, inks, counted) {
    c.font = this.letters.font("event");
    c.textAlign = "center";
    c.textBaseline = "middle";
    for (const [s, { x, y }] of placed) {
      if (!counts[s]) continue;
      this.plate(c, x, y, this.letters.width(this.table.names[s], "event") / 2 + 3, this.letters.height("event") / 2, inks, counted ? 0.72 : 0.92);
      c.fillStyle = inks.text;
      c.fillText(this.table.names[s], x, y + 0.5);
    }
  }

  /** @param {CanvasRenderingContext2D} c @param {number} x @param {number} y @param {number} half @param {number} high @param {import("./ground.js").Inks} inks @param {number} alpha */
  plate(c, x, y, half, high, inks, alpha) {
    c.globalAlpha = alpha;
    c.fillStyle = inks.edge;
    c.fillRect(x - half, y - high, 2 * half, 2 * high);
    c.globalAlpha = 1;
  }

  /** @param {CanvasRenderingContext2D} c @param {import("./camera.js").Camera} camera @param {import("./table.js").Tally} tally @param {import("./ground.js").Inks} inks */
  paintAreaCounts(c, camera, tally, inks) {
    c.font = this.letters.font("count");
    c.textAlign = "center";
    c.textBaseline = "middle";
    const room = new Room();
    for (const n of [...tally.areas.keys()].sort((a, b) => tally.areas[b] - tally.areas[a])) {
      if (!tally.areas[n]) continue;
      const box = this.areaBox(n, tally.areas[n], camera);
      if (box.right < 0 || box.left > camera.width || !room.claim(box)) continue;
      const [x, y] = this.areas.label(n, camera);
      this.plate(c, x, y, (box.right - box.left) / 2, 10.5, inks, 0.9);
      c.strokeStyle = inks.strike;
      c.lineWidth = 1.5;
      c.strokeRect(box.left, y - 10.5, box.right - box.left, 21);
      c.fillStyle = inks.text;
      c.fillText(this.areaWords(n, tally.areas[n]), x, y + 0.5);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} c
   * @param {import("./camera.js").Camera} camera
   * @param {Shown} shown
   * @param {number} chosen
   * @param {import("./ground.js").Inks} inks
   */
  paintArcs(c, camera, shown, chosen, inks) {
    const room = new Room();
    const live = this.curves.filter(({ lane }) => this.arcCount(lane, shown) > 0);
    c.lineCap = "round";
    for (const found of live) {
      const count = this.arcCount(found.lane, shown);
      const width = found.lane.events ? ARC_PIXELS : ARC_PIXELS + Math.min(5, Math.log10(count) * 1.6);
      trace(c, found);
      if (this.isOf(found.lane, chosen)) {
        c.strokeStyle = inks.text;
        c.lineWidth = width + 4;
        c.stroke();
      }
      c.globalAlpha = found.lane.events ? 0.9 : 0.62;
      c.strokeStyle = c.fillStyle = inks.accusation;
      c.lineWidth = width;
      c.stroke();
      c.globalAlpha = 1;
      arrows(c, found, camera, 14 + width);
    }
    c.lineCap = "butt";
    for (const found of live) this.paintArcWords(c, found, camera, shown, room, inks);
  }

  /**
   * To which country an arc goes that leaves the view, and how many of the pair there are.
   * @param {CanvasRenderingContext2D} c
   * @param {import("./arcs.js").Curve} found
   * @param {import("./camera.js").Camera} camera
   * @param {Shown} shown
   * @param {Room} room
   * @param {import("./ground.js").Inks} inks
   */
  paintArcWords(c, found, camera, shown, room, inks) {
    const { lane, points } = found;
    const n = lastInside(found, camera);
    const ends = n * 2 >= points.length - 2;
    if (lane.lane > 0 && lane.events) return;
    if (n === 0 || (ends && lane.events)) return;
    const count = shown.tally.pairs[lane.pair];
    const middle = Math.max(1, Math.round(n / 2)) * 2;
    const words = ends ? count.toLocaleString("en") : `to ${this.table.pairs[lane.pair].names[1]}${count > 1 ? ` (${count.toLocaleString("en")})` : ""}`;
    const half = this.letters.width(words, "count") / 2 + 4;
    const x = ends ? points[middle] : Math.max(half + 2, Math.min(camera.width - half - 2, points[2 * n]));
    const y = ends ? points[middle + 1] : Math.max(12, Math.min(camera.height - 12, points[2 * n + 1] + 18));
    if (!room.claim({ left: x - half, right: x + half, top: y - 9, bottom: y + 9 })) return;
    this.plate(c, x, y, half, 9, inks, 0.8);
    c.font = this.letters.font("count");
    c.textAlign = "center";
    c.textBaseline = "middle";
    c.fillStyle = inks.accusation;
    c.fillText(words, x, y + 0.5);
  }

  /** How many shown events an arc stands for. @param {import("./arcs.js").Lane} lane @param {Shown} shown */
  arcCount({ pair, events }, shown) {
    return events ? events.filter((i) => this.isShown(i, shown)).length : shown.tally.pairs[pair];
  }

  /** @param {import("./arcs.js").Lane} lane @param {number} i */
  isOf({ pair, events }, i) {
    return i >= 0 && (events ? events.includes(i) : this.table.where[i] === pair);
  }

  /**
   * What lies under a pixel: dots or a cell, else an arc, else an area.
   * @param {number} x
   * @param {number} y
   * @param {import("./camera.js").Camera} camera
   * @param {Shown} shown
   * @returns {Hit | null}
   */
  hit(x, y, camera, shown) {
    const { tally } = shown;
    if (this.dense) {
      const cells = new Set(this.density.around(x, y) ? this.density.cells(x, y) : []);
      const at = cells.size ? this.seen.filter((s) => tally.spots[s] && cells.has(this.density.cell[s])) : [];
      if (at.length) return { how: DOT, at, events: null, x, y };
    } else {
      const near = this.dots.map((s) => ({ s, d: Math.hypot(camera.sx(this.table.x[s]) - x, camera.sy(this.table.y[s]) - y) }))
        .filter(({ s, d }) => d <= Math.max(PICK_PIXELS, radius(tally.spots[s]))).sort((a, b) => a.d - b.d);
      if (near.length) return { how: DOT, at: near.map(({ s }) => s), events: null, x, y };
    }
    const arcs = this.curves.filter((found) => this.arcCount(found.lane, shown) > 0)
      .map((found) => ({ found, d: distance(found, x, y) })).filter(({ d }) => d <= ARC_PICK).sort((a, b) => a.d - b.d);
    if (arcs.length) {
      const { lane } = arcs[0].found;
      return { how: ARC, at: [lane.pair], events: lane.events, x, y };
    }
    const area = this.areas.hit(x, y, tally.areas);
    return area < 0 ? null : { how: AREA, at: [area], events: null, x, y };
  }

  /** How many shown events a hit stands for. @param {Hit} hit @param {Shown} shown */
  size(hit, shown) {
    if (hit.events) return hit.events.filter((i) => this.isShown(i, shown)).length;
    const counts = [null, shown.tally.spots, shown.tally.areas, shown.tally.pairs][hit.how];
    return hit.at.reduce((sum, at) => sum + (counts ? counts[at] : 0), 0);
  }

  /** The shown events of a hit, the nearest first, at most so many. @param {Hit} hit @param {Shown} shown @param {number} most */
  events(hit, shown, most) {
    if (hit.events) return hit.events.filter((i) => this.isShown(i, shown));
    const { drawn, where } = this.table;
    const rank = new Map(hit.at.map((at, n) => [at, n]));
    const found = [];
    for (let i = 0; i < this.table.size; i += 1) {
      if (drawn[i] === hit.how && rank.has(where[i]) && this.isShown(i, shown)) found.push(i);
      if (found.length >= 4 * most) break;
    }
    return found.sort((a, b) => (rank.get(where[a]) ?? 0) - (rank.get(where[b]) ?? 0) || a - b).slice(0, most);
  }
}
