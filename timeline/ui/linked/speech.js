// What the view says, in the language of the page: its words come from the server (wording.py), numbers, days and countries
// are written by the browser.

import { DAY_MS } from "./days.js";

/** @typedef {Record<string, string | Record<string, string>>} Words a word by its name; a plural's forms by category */

export class Speech {
  /** @param {Words} words @param {string} tag of the language, BCP 47 */
  constructor(words, tag) {
    this.words = words;
    this.tag = tag;
    this.plain = tag.startsWith("en"); // the names of countries come in English
    const days = (/** @type {Intl.DateTimeFormatOptions} */ parts) => new Intl.DateTimeFormat(tag, { timeZone: "UTC", calendar: "gregory", ...parts });
    this.numbers = new Intl.NumberFormat(tag);
    this.tenths = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.kilometres = new Intl.NumberFormat(tag, { style: "unit", unit: "kilometer" });
    this.metres = new Intl.NumberFormat(tag, { style: "unit", unit: "meter" });
    this.plurals = new Intl.PluralRules(tag);
    this.regions = new Intl.DisplayNames(tag, { type: "region", fallback: "none" });
    this.days = {
      day: days({ day: "numeric", month: "long", year: "numeric" }),
      month: days({ month: "long", year: "numeric" }),
      short: days({ day: "numeric", month: "short" }),
      monthAlone: days({ month: "long" }),
      monthShort: days({ month: "short" }),
    };
  }

  /** @param {string} name @param {Record<string, string | number>} [values] */
  say(name, values = {}) {
    return this.fill(String(this.words[name]), values);
  }

  /** The form that a number takes. @param {string} name @param {number} count @param {Record<string, string | number>} [values] */
  many(name, count, values = {}) {
    const forms = /** @type {Record<string, string>} */ (this.words[name]);
    return this.fill(forms[this.plurals.select(count)] ?? forms.other, { count, ...values });
  }

  /** @param {string} text @param {Record<string, string | number>} values */
  fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => {
      const value = values[name];
      return typeof value === "number" ? this.number(value) : value;
    });
  }

  /** @param {number} value */
  number(value) {
    return this.numbers.format(value);
  }

  /** A count that fits into a dot: 12, 999, 1.2k, 25k. @param {number} count */
  short(count) {
    if (count < 1000) return this.number(count);
    const thousands = count < 10000 ? this.numbers.format(Math.floor(count / 100) / 10) : this.number(Math.floor(count / 1000));
    return this.say("thousands", { count: thousands });
  }

  /** @param {number} day @param {keyof Speech["days"]} [form] */
  day(day, form = "day") {
    return this.days[form].format(day * DAY_MS);
  }

  /** Days from first to last, without saying a month or year twice. @param {number} first @param {number} last */
  range(first, last) {
    return this.days.day.formatRange(first * DAY_MS, last * DAY_MS);
  }

  /** @param {string} code ISO 3166-1, or another @param {string} english */
  country(code, english) {
    return this.plain || !/^[A-Z]{2}$/.test(code) ? english : this.regions.of(code) ?? english;
  }

  /** @param {number} km */
  distance(km) {
    return km < 1 ? this.metres.format(Math.round(km * 1000)) : this.kilometres.format(km);
  }
}
