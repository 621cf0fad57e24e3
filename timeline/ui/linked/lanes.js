// Single events on the timeline, in lanes so that none covers another: the earliest first, and those that find no lane are
// in the bars alone.

import { EXACT } from "./table.js";

export const MOST_LANES = 7;
const FEWEST_SHARE = 0.5; // of the events must have a mark, or none has: a few would pass for all of them
const MOST_TRIED = 600;
const GAP = 16; // pixels that a mark keeps free beside it

/**
 * @typedef {{i: number, lane: number, low: number, high: number, exact: boolean, open: "" | "start" | "end"}} Mark pixels
 */

/**
 * @param {import("./table.js").Table} table
 * @param {import("./table.js").Inside | null} inside
 * @param {{low: number, high: number}} focus days counted as the table does
 * @param {(day: number) => number} toPixel of the beginning of a day
 * @param {number} width
 * @returns {Mark[]}
 */
export function marks(table, inside, focus, toPixel, width) {
  const within = inside ? inside.byDrawn : null;
  const free = new Array(MOST_LANES).fill(-Infinity);
  const found = [];
  let tried = 0;
  const { class: classes, first, last } = table;
  for (let i = 0; i < table.size; i += 1) {
    if (classes[i] === 0 || first[i] >= focus.high || last[i] + 1 <= focus.low) continue;
    if (!table.dated(i) || (within && !within[table.drawn[i]]?.[table.where[i]])) continue;
    tried += 1;
    if (tried > MOST_TRIED) return [];
    const mark = place(table, i, toPixel, width);
    const lane = free.findIndex((taken) => taken <= mark.low);
    if (lane < 0) continue;
    free[lane] = Math.max(mark.high, mark.low + GAP) + GAP * 0.4;
    found.push({ ...mark, lane });
  }
  return found.length >= tried * FEWEST_SHARE ? found : [];
}

/**
 * @param {import("./table.js").Table} table
 * @param {number} i
 * @param {(day: number) => number} toPixel
 * @param {number} width
 */
function place(table, i, toPixel, width) {
  const [first, last] = [table.first[i], table.last[i]];
  return {
    i,
    low: first === 0 ? Math.min(0, toPixel(last)) : toPixel(first),
    high: last === table.openEnd ? Math.max(width, toPixel(first)) : toPixel(last + 1),
    exact: table.prec[i] === EXACT,
    open: /** @type {"" | "start" | "end"} */ (first === 0 ? "start" : last === table.openEnd ? "end" : ""),
  };
}
