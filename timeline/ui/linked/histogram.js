// How many events each day carries, and bars of days, weeks, months or years of them. An event weighs one: an exact day
// bears all of it, a vague date shares it out by days, an open end reaches to the end of the data, no date weighs nothing.

import { dayOfMonth, monday, monthOf, monthStart, yearOf } from "./days.js";

const NO_DATE = 0;
const UNITS = /** @type {const} */ (["day", "week", "month", "year"]);
const LENGTHS = { day: 1, week: 7, month: 30.4, year: 365.25 };
const LEAST_BAR = 5; // pixels

/** @typedef {typeof UNITS[number]} Unit */

/** Weights summed up day by day, so that any bar is a difference of two numbers. */
export class Weights {
  /** @param {import("./table.js").Table} table */
  constructor(table) {
    this.table = table;
    const sums = () => new Float64Array(table.days + 2);
    this.all = sums();
    this.kinds = table.kinds.map(sums);
    this.add(() => this.all, null, true);
  }

  /** Weigh what the other clauses let through. @param {import("./table.js").Inside | null} inside */
  weigh(inside) {
    this.kinds.forEach((sums) => sums.fill(0));
    this.add((kind) => this.kinds[kind], inside, false);
  }

  /**
   * @param {(kind: number) => Float64Array} where
   * @param {import("./table.js").Inside | null} inside
   * @param {boolean} whole
   */
  add(where, inside, whole) {
    const { class: classes, first, last, prec, kind, drawn, where: at, days, size } = this.table;
    const within = inside ? inside.byDrawn : null;
    for (let i = 0; i < size; i += 1) {
      if (prec[i] === NO_DATE || (!whole && classes[i] === 0)) continue;
      if (within && !within[drawn[i]]?.[at[i]]) continue;
      const low = first[i] || 1;
      const high = last[i] > days ? days : last[i];
      const weight = 1 / (high - low + 1);
      const sums = where(kind[i]);
      sums[low] += weight;
      sums[high + 1] -= weight;
    }
    for (const sums of whole ? [this.all] : this.kinds) {
      for (let pass = 0; pass < 2; pass += 1) {
        for (let day = 1; day < sums.length; day += 1) sums[day] += sums[day - 1];
      }
    }
  }

  /** The weight of days low..high-1, counted as the table does. @param {Float64Array} sums @param {number} low @param {number} high */
  between(sums, low, high) {
    const last = this.table.days;
    const to = sums[Math.max(0, Math.min(last, high - 1))];
    return Math.max(0, to - sums[Math.max(0, Math.min(last, low - 1))]);
  }
}

/** The finest unit whose bars can be told apart. @param {number} pixels of one day @returns {Unit} */
export function unitFor(pixels) {
  return UNITS.find((unit) => LENGTHS[unit] * pixels >= LEAST_BAR) ?? "year";
}

/**
 * The edges of bars over low..high (absolute days).
 * @param {number} low
 * @param {number} high
 * @param {Unit} unit
 */
export function edges(low, high, unit) {
  const found = [];
  const step = {
    day: (/** @type {number} */ n) => Math.floor(low) + n,
    week: (/** @type {number} */ n) => monday(Math.floor(low)) + 7 * n,
    month: (/** @type {number} */ n) => monthStart(yearOf(Math.floor(low)), monthOf(Math.floor(low)) + n),
    year: (/** @type {number} */ n) => monthStart(yearOf(Math.floor(low)) + n, 0),
  }[unit];
  for (let n = 0; n === 0 || found[n - 1] < high; n += 1) found.push(step(n));
  return found;
}

/** @param {number} low the first day of a bar @param {Unit} unit @param {import("./speech.js").Speech} speech */
export function barName(low, unit, speech) {
  if (unit === "year") return String(yearOf(low));
  if (unit === "month") return speech.day(low, "month");
  return unit === "week" ? speech.say("week", { day: speech.day(low) }) : speech.day(low);
}

/**
 * Days at which the axis has a label, no closer than so many pixels.
 * @param {number} low
 * @param {number} high
 * @param {number} pixels of one day
 * @param {number} apart
 * @param {import("./speech.js").Speech} speech
 */
export function ticks(low, high, pixels, apart, speech) {
  const days = apart / pixels;
  /** @type {{day: number, text: string}[]} */
  const found = [];
  if (days <= 15) {
    const step = [1, 2, 5, 10, 15].find((s) => s >= days) ?? 15;
    for (let day = Math.ceil(low); day < high; day += 1) {
      const of = dayOfMonth(day);
      if (of === 1) found.push({ day, text: speech.day(day, "monthShort") + (monthOf(day) ? "" : ` ${yearOf(day)}`) });
      else if ((of - 1) % step === 0 && of + step / 2 <= 31) found.push({ day, text: speech.day(day, "short") });
    }
    return found;
  }
  const months = days / 30.4;
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((s) => s >= months) ?? 480;
  const from = yearOf(Math.floor(low)) * 12 + monthOf(Math.floor(low));
  for (let n = Math.ceil(from / step) * step; ; n += step) {
    const day = monthStart(Math.floor(n / 12), n % 12);
    if (day >= high) return found;
    if (day < low) continue;
    found.push({ day, text: n % 12 ? speech.day(day, step < 2 ? "monthAlone" : "monthShort") : String(yearOf(day)) });
  }
}

/** Those labels that are drawn, with the year at the first where none says one. @param {{day: number, text: string}[]} labels */
export function dated(labels) {
  if (labels.some(({ text }) => /\d{4}/.test(text))) return labels;
  return labels.map(({ day, text }, n) => ({ day, text: n ? text : `${text} ${yearOf(day)}` }));
}
