// What events are called: asked of the server by row number, a few at a time, when a reader points at them.

import { proving } from "./binary.js";

const MOST_KEPT = 4000;
const MOST_ASKED = 60; // of one request

/** @typedef {[string, string, string]} Told title, date and place */

export class Titles {
  constructor() {
    this.path = this.key = "";
    /** @type {Map<number, Told>} */
    this.known = new Map();
  }

  /** @param {string} path @param {string} key of the visitor */
  from(path, key) {
    if (path !== this.path) this.known.clear();
    [this.path, this.key] = [path, key];
  }

  /** @param {number} n */
  get(n) {
    return this.known.get(n);
  }

  /**
   * Ask for those that are not known yet.
   * @param {number[]} numbers
   * @returns {Promise<boolean>} whether anything new came
   */
  async want(numbers) {
    const { path } = this;
    const missing = numbers.filter((n) => !this.known.has(n)).slice(0, MOST_ASKED);
    if (!missing.length) return false;
    const url = new URL(path, location.origin);
    url.searchParams.set("n", missing.join());
    const answer = await fetch(url, proving(this.key));
    if (!answer.ok || path !== this.path) return false;
    if (this.known.size > MOST_KEPT) this.known.clear();
    for (const [n, told] of Object.entries(await answer.json())) this.known.set(Number(n), told);
    return true;
  }
}
