// Single events on the timeline, in lanes so that none covers another: the earliest first. They are named beside their marks
// while all find room for that; those that find no lane at all are in the bars alone.

import { EXACT } from "./table.js";

export const MOST_LANES = 7;
const MOST_NAMED = 40;
const FEWEST_SHARE = 0.5; // of the events must have a mark, or none has: a few would pass for all of them
const MOST_TRIED = 600;
const LEAST = 16; // pixels that a mark keeps
const APART = 6; // pixels between two marks
export const NAME_GAP = 9; // pixels from a mark to its name

/**
 * @typedef {{i: number, lane: number, low: number, high: number, exact: boolean, through: boolean, open: "" | "start" | "end",
 *   name: string, side: 1 | -1}} Mark pixels; `side` 1 where the name stands after the mark
 */

/**
 * @param {import("./table.js").Table} table
 * @param {import("./table.js").Inside | null} inside
 * @param {{low: number, high: number}} focus days counted as the table does
 * @param {(day: number) => number} toPixel of the beginning of a day
 * @param {number} width
 * @param {(name: string) => number} measure how wide a name is
 * @returns {Mark[]}
 */
export function marks(table, inside, focus, toPixel, width, measure) {
  const rows = inFocus(table, inside, focus, MOST_TRIED + 1);
  if (rows.length > MOST_TRIED) return [];
  const found = rows.map((i) => place(table, i, toPixel, width));
  const named = rows.length > MOST_NAMED ? [] : arrange(found, width, (mark) => {
    const name = table.label(mark.i);
    return { name, room: name ? measure(name) + NAME_GAP : 0 };
  });
  if (named.length === rows.length) return named;
  const plain = arrange(found, width, () => ({ name: "", room: 0 }));
  return plain.length >= rows.length * FEWEST_SHARE ? plain : [];
}

/**
 * The kept and dated events that reach into the focus, the first of them.
 * @param {import("./table.js").Table} table
 * @param {import("./table.js").Inside | null} inside
 * @param {{low: number, high: number}} focus
 * @param {number} most
 */
export function inFocus(table, inside, focus, most) {
  const within = inside ? inside.byDrawn : null;
  const { class: classes, first, last } = table;
  const found = [];
  for (let i = 0; i < table.size && found.length < most; i += 1) {
    if (classes[i] === 0 || first[i] >= focus.high || last[i] + 1 <= focus.low || !table.dated(i)) continue;
    if (!within || within[table.drawn[i]]?.[table.where[i]]) found.push(i);
  }
  return found;
}

/**
 * Those that find a free lane.
 * @param {Mark[]} rows
 * @param {number} width
 * @param {(mark: Mark) => {name: string, room: number}} naming
 */
function arrange(rows, width, naming) {
  const free = new Array(MOST_LANES).fill(-Infinity);
  const found = [];
  for (const row of rows) {
    const wanted = naming(row);
    const [from, to] = reach(row);
    const side = /** @type {1 | -1} */ (to + wanted.room <= width ? 1 : -1);
    const { name, room } = side > 0 || from >= wanted.room ? wanted : { name: "", room: 0 };
    const [low, high] = side > 0 ? [from, to + room] : [from - room, to];
    const lane = free.findIndex((taken) => taken <= low);
    if (lane < 0) continue;
    free[lane] = Math.max(high, low + LEAST) + APART;
    found.push({ ...row, lane, name, side });
  }
  return found;
}

/** From where to where a mark is seen: an exact day has its sign in the middle of the day. @param {Mark} mark */
export function reach({ exact, low, high }) {
  const middle = (low + high) / 2;
  return exact ? [middle - LEAST / 2, middle + LEAST / 2] : [low, high];
}

/**
 * @param {import("./table.js").Table} table
 * @param {number} i
 * @param {(day: number) => number} toPixel
 * @param {number} width
 * @returns {Mark}
 */
function place(table, i, toPixel, width) {
  const [first, last] = [table.first[i], table.last[i]];
  return {
    i,
    lane: 0,
    low: first === 0 ? Math.min(0, toPixel(last)) : toPixel(first),
    high: last === table.openEnd ? Math.max(width, toPixel(first)) : toPixel(last + 1),
    exact: table.prec[i] === EXACT,
    through: table.through[i] === 1,
    open: first === 0 ? "start" : last === table.openEnd ? "end" : "",
    name: "",
    side: 1,
  };
}
