// The events as columns, and which of them the clauses let through. Nothing here draws.

import { fetched, unpack } from "./binary.js";
import { across, toX, toY, worldKm } from "./mercator.js";

export const DOT = 1;
export const AREA = 2;
export const ARC = 3;
const KEPT = 16; // set in an event's class when the other clauses let it through
const DRAWN = 3; // the bits of its class that say how it is drawn
const KIND_SHIFT = 2;
const NO_DATE = 0;
export const EXACT = 1;

/**
 * @typedef {{first: number | null, last: number | null}} Range days, inclusive; null is open
 * @typedef {{code: string, name: string, point: [number, number], radius_km: number, rings: number[], boxes: number[][]}} Area
 * @typedef {{codes: string[], names: string[], start: [number, number] | null, end: [number, number] | null}} Pair
 */

export class Table {
  /** @param {{header: any, parts: Record<string, any>}} packed */
  constructor({ header, parts }) {
    /** @type {number} */
    this.size = header.events;
    /** @type {number} the day before the first */
    this.base = header.base;
    /** @type {number} */
    this.days = header.days;
    /** @type {number} */
    this.openEnd = header.open_end;
    /** @type {string[]} */
    this.kinds = header.kinds;
    /** @type {string[]} */
    this.names = header.spots;
    /** @type {Area[]} */
    this.areas = header.areas;
    /** @type {Pair[]} */
    this.pairs = header.pairs;
    /** @type {Uint16Array | Uint32Array} days since the base; 0 is an open beginning */
    this.first = parts.first;
    /** @type {Uint16Array | Uint32Array} */
    this.last = parts.last;
    /** @type {Uint8Array} */
    this.kind = parts.kind;
    /** @type {Uint8Array} */
    this.prec = parts.date_prec;
    /** @type {Uint8Array} 1 where every day from first to last is meant, not one day within */
    this.through = parts.through;
    /** @type {Uint8Array} */
    this.drawn = parts.drawn;
    /** @type {Uint16Array | Uint32Array} */
    this.where = parts.where;
    /** @type {Float32Array} */
    this.x = parts.x;
    /** @type {Float32Array} */
    this.y = parts.y;
    /** @type {Float32Array} */
    this.radius = parts.radius_km;
    /** @type {Int16Array} hundredths of a degree */
    this.rings = parts.rings;
    this.class = new Uint8Array(this.size);
    this.keep(null);
    boxAreas(this);
  }

  /**
   * Which rows the clauses that are not this view's own let through.
   * @param {Uint8Array | null} mask a bit a row, the lowest first; null for all
   */
  keep(mask) {
    const { class: found, kind, drawn } = this;
    for (let i = 0; i < this.size; i += 1) {
      const kept = mask === null || (mask[i >> 3] >> (i & 7)) & 1;
      found[i] = kept ? KEPT | drawn[i] | (kind[i] << KIND_SHIFT) : 0;
    }
  }

  /** @param {number} i */
  kept(i) {
    return this.class[i] !== 0;
  }

  /** @param {number} i */
  dated(i) {
    return this.prec[i] !== NO_DATE;
  }

  /** The first day an event may lie on, null when open. @param {number} i */
  firstDay(i) {
    return this.first[i] === 0 ? null : this.base + this.first[i];
  }

  /** @param {number} i */
  lastDay(i) {
    return this.last[i] === this.openEnd ? null : this.base + this.last[i];
  }

  /** What an event's mark may be called: its place, or the two countries; "" for neither. @param {number} i */
  label(i) {
    const at = this.where[i];
    if (this.drawn[i] === DOT) return this.names[at];
    if (this.drawn[i] === AREA) return this.areas[at].name;
    return this.drawn[i] === ARC ? this.pairs[at].names.join(" → ") : "";
  }

  /**
   * The range in the columns' own numbers: what is before the first day or open meets open beginnings too.
   * @param {Range} range
   * @returns {[number, number]}
   */
  bounds({ first, last }) {
    return [
      first === null ? 0 : Math.max(1, Math.min(this.openEnd, first - this.base)),
      last === null ? this.openEnd : Math.min(this.openEnd - 1, last - this.base),
    ];
  }

  /**
   * Whether an event is kept and lies in the range: possibly, or with `certain` surely.
   * @param {number} i
   * @param {Range | null} range
   * @param {boolean} certain
   */
  shows(i, range, certain) {
    if (i >= this.size || this.class[i] === 0) return false;
    if (range === null) return true;
    const [low, high] = this.bounds(range);
    if (certain) return this.prec[i] !== NO_DATE && this.first[i] >= low && this.last[i] <= high;
    return this.first[i] <= high && this.last[i] >= low;
  }
}

/** Gives every area the boxes of its shapes, projected, as box.py has them. @param {Table} table */
function boxAreas(table) {
  let at = 0;
  for (const area of table.areas) {
    area.boxes = [];
    for (const length of area.rings) {
      let [west, south, east, north] = [18000, 9000, -18000, -9000];
      for (let n = 0; n < length; n += 1, at += 2) {
        west = Math.min(west, table.rings[at]);
        east = Math.max(east, table.rings[at]);
        south = Math.min(south, table.rings[at + 1]);
        north = Math.max(north, table.rings[at + 1]);
      }
      area.boxes.push([toX(west / 100), toY(north / 100), toX(east / 100), toY(south / 100)]);
    }
    if (!area.rings.length) {
      const [x, y] = [toX(area.point[0]), toY(area.point[1])];
      const reach = area.radius_km / worldKm(area.point[1]);
      area.boxes.push([x - reach, y - reach, x + reach, y + reach]);
    }
  }
}

/** How many events each mark stands for, and of each kind. */
export class Tally {
  /** @param {Table} table */
  constructor(table) {
    this.spots = new Uint32Array(table.x.length);
    this.areas = new Uint32Array(table.areas.length);
    this.pairs = new Uint32Array(table.pairs.length);
    this.kinds = new Uint32Array(table.kinds.length);
    this.drawn = new Uint32Array(4);
    this.total = 0; // in the range, wherever
    this.boxed = 0; // and in the box
  }

  clear() {
    for (const counts of [this.spots, this.areas, this.pairs, this.kinds, this.drawn]) counts.fill(0);
    this.total = 0;
    this.boxed = 0;
  }
}

/** Which marks lie in a box of the map; none of the events without a mark does. */
export class Inside {
  /**
   * @param {Table} table
   * @param {[number, number, number, number]} box west, south, east, north in degrees
   */
  constructor(table, [west, south, east, north]) {
    const [left, top, right, bottom] = [toX(west), toY(north), toX(east), toY(south)];
    const { x, y } = table;
    this.spots = new Uint8Array(x.length);
    for (let s = 0; s < x.length; s += 1) {
      this.spots[s] = Number(y[s] >= top && y[s] <= bottom && across(x[s], x[s], left, right));
    }
    this.areas = Uint8Array.from(table.areas, ({ boxes }) =>
      Number(boxes.some(([l, t, r, b]) => across(l, r, left, right) && b >= top && t <= bottom)));
    this.pairs = Uint8Array.from(table.pairs, ({ start, end }) =>
      Number([start, end].some((at) => {
        if (!at) return false;
        const [px, py] = [toX(at[0]), toY(at[1])];
        return across(px, px, left, right) && py >= top && py <= bottom;
      })));
  }

  /** The marks by how they are drawn. @returns {(Uint8Array | null)[]} */
  get byDrawn() {
    return [null, this.spots, this.areas, this.pairs];
  }
}

/**
 * Count what lies in the range, for every mark.
 * @param {Table} table
 * @param {Range | null} range
 * @param {boolean} certain
 * @param {Inside | null} inside counted besides, in `boxed`
 * @param {Tally} into
 */
export function count(table, range, certain, inside, into) {
  into.clear();
  const { class: classes, first, last, prec, where, openEnd } = table;
  const [low, high] = range ? table.bounds(range) : [0, openEnd];
  const sure = range !== null && certain;
  const { spots, areas, pairs, kinds, drawn } = into;
  const [, inSpots, inAreas, inPairs] = inside ? inside.byDrawn : [null, null, null, null];
  let boxed = 0;
  for (let i = 0; i < classes.length; i += 1) {
    const found = classes[i];
    if (found === 0) continue;
    if (sure ? first[i] < low || last[i] > high || prec[i] === NO_DATE : first[i] > high || last[i] < low) continue;
    kinds[(found & 15) >> KIND_SHIFT] += 1;
    const how = found & DRAWN;
    drawn[how] += 1;
    const at = where[i];
    if (how === DOT) {
      spots[at] += 1;
      if (inSpots) boxed += inSpots[at];
    } else if (how === AREA) {
      areas[at] += 1;
      if (inAreas) boxed += inAreas[at];
    } else if (how === ARC) {
      pairs[at] += 1;
      if (inPairs) boxed += inPairs[at];
    }
  }
  into.total = kinds.reduce((sum, one) => sum + one, 0);
  into.boxed = inside ? boxed : into.total;
}

/** @param {string} path @param {string} key of the visitor */
export async function load(path, key) {
  return new Table(unpack(await fetched(path, key)));
}
