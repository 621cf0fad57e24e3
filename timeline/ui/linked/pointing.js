// What a pointer means on the map: the tip that names what is there, a click that selects, fans out what lies under one
// another, lists what is crowded, or looks closer at it. Enter clicks at the middle of the map.

import { MOST_ZOOM } from "./camera.js";
import { make, showTip } from "./controls.js";
import { MOST_FANNED } from "./fan.js";
import { inFocus } from "./lanes.js";
import { ARC, AREA, DOT } from "./table.js";

const NAMED = 3; // titles in a tip
const LISTED = 60;
const DOUBLE_MS = 300; // within which a second click makes a double one
const REACH = [0, 14, 28, 42]; // pixels from the map's middle at which Enter looks for a mark
const CROWDED = 60; // events under a click in the raster: it goes closer
const CLOSER = 2; // levels

/** @typedef {import("./view.js").View} View */

export class Pointing {
  /** @param {View} view @param {AbortSignal} signal */
  constructor(view, signal) {
    this.view = view;
    view.dom.picker.addEventListener("keydown", (event) => this.walk(event), { signal });
    this.key = "";
    /** @type {{x: number, y: number} | null} */
    this.at = null;
    this.asked = 0;
    this.soon = 0; // the timer of a list
    /** @type {string[]} */
    this.lines = [];
  }

  /** @param {import("./marks.js").Hit} hit @param {number} size */
  heading(hit, size) {
    const { table, speech } = this.view;
    const events = speech.many("events", size);
    if (hit.how === AREA) return speech.say("unplaced", { place: table.areas[hit.at[0]].name, events });
    const arc = (/** @type {string[]} */ [accuser, accused]) => speech.say("arc", { accuser, accused });
    const place = [...new Set(hit.at.slice(0, 3).map((n) => (hit.how === ARC ? arc(table.pairs[n].names) : table.names[n])))].join(", ");
    return speech.say(hit.at.length > 3 ? "around" : "at", { place, events });
  }

  /** Names what is under the pointer, now that the picture stands. */
  name() {
    const { view } = this;
    const { marks, camera } = view.stage;
    const hit = this.at && marks.hit(this.at.x, this.at.y, camera, view.shown);
    view.dom.marks.element.classList.toggle("over", Boolean(hit));
    if (!hit || !this.at) {
      this.hide();
      return;
    }
    const size = marks.size(hit, view.shown);
    const key = `${hit.how} ${hit.at.join()} ${hit.events?.join()} ${size}`;
    if (key !== this.key) {
      this.key = key;
      this.lines = [this.heading(hit, size)];
      if (size <= NAMED) this.ask(marks.events(hit, view.shown, NAMED), key, size);
      else this.lines.push(this.advice(hit, size));
    }
    showTip(view.dom.tip, view.host, this.lines, this.at.x, this.at.y);
  }

  /** @param {import("./marks.js").Hit} hit @param {number} size */
  advice(hit, size) {
    return this.view.speech.say(this.closer(hit, size) ? "closer" : size > MOST_FANNED ? "listing" : "fanning");
  }

  /** @param {import("./marks.js").Hit} hit @param {number} size */
  closer(hit, size) {
    const { marks, camera } = this.view.stage;
    return hit.how === DOT && marks.places.dense && size > CROWDED && camera.zoom < MOST_ZOOM - 0.5;
  }

  /** @param {number[]} numbers @param {string} key @param {number} size */
  async ask(numbers, key, size) {
    const { titles } = this.view;
    const tell = () => {
      const told = numbers.map((n) => titles.get(n));
      if (!told.every(Boolean) || key !== this.key) return false;
      this.lines = told.flatMap((one) => (one ? [one[0], [one[1], one[2]].filter(Boolean).join(" · ")] : []));
      if (size > 1) this.lines.push(this.view.speech.say("fanning"));
      return true;
    };
    if (!tell() && (await titles.want(numbers)) && tell()) this.view.stage.request({ tip: true });
  }

  /** @param {number} x @param {number} y */
  hover(x, y) {
    this.at = { x, y };
    this.view.stage.request({ tip: true });
  }

  hide() {
    this.at = null;
    this.key = "";
    this.view.dom.tip.hidden = true;
  }

  /** @param {number} x @param {number} y */
  click(x, y) {
    const { view } = this;
    const { marks, camera } = view.stage;
    this.close();
    const hit = marks.hit(x, y, camera, view.shown);
    if (!hit) return;
    const size = marks.size(hit, view.shown);
    if (this.closer(hit, size)) {
      view.go(() => camera.zoomAt(CLOSER, x, y));
      return;
    }
    const numbers = marks.events(hit, view.shown, LISTED);
    if (size > MOST_FANNED) this.list(numbers, this.heading(hit, size), size, x, y);
    else if (size > 1) view.fan.show(numbers, this.heading(hit, size), x, y);
    else view.select(numbers[0] === view.selected ? -1 : numbers[0]);
  }

  /** Enter: what lies at the middle of the map, or nearest to it. */
  press() {
    const { marks, camera } = this.view.stage;
    const turns = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => (n * Math.PI) / 4);
    for (const reach of REACH) {
      for (const turn of turns) {
        const [x, y] = [camera.width / 2 + reach * Math.sin(turn), camera.height / 2 - reach * Math.cos(turn)];
        if (!marks.hit(x, y, camera, this.view.shown)) continue;
        this.click(x, y);
        return;
      }
    }
  }

  /**
   * A list of what lies there, to choose from.
   * @param {number[]} numbers
   * @param {string} heading
   * @param {number} size
   * @param {number} x within the host
   * @param {number} y
   */
  async list(numbers, heading, size, x, y) {
    const { view } = this;
    const turn = (this.asked += 1);
    await view.titles.want(numbers);
    if (turn !== this.asked || view.ended) return;
    const { picker } = view.dom;
    picker.replaceChildren();
    const cut = size > numbers.length;
    const head = make("div", "head", picker, cut ? view.speech.say("first_of", { what: heading, count: numbers.length }) : heading);
    const shut = make("button", "", head, "✕");
    shut.setAttribute("aria-label", view.speech.say("close"));
    shut.addEventListener("click", () => this.close());
    for (const n of numbers) {
      const row = make("button", "row", picker);
      const told = view.titles.get(n) ?? ["", "", ""];
      make("span", "", row, told[0]).dir = "auto";
      make("span", "when", row, [told[1], told[2]].filter(Boolean).join(" · "));
      row.setAttribute("aria-current", String(n === view.selected));
      row.addEventListener("click", () => {
        this.close();
        view.select(n);
      });
    }
    this.hide();
    picker.setAttribute("aria-label", heading);
    picker.hidden = false;
    const left = Math.max(8, Math.min(view.stage.camera.width - picker.offsetWidth - 8, x + 10));
    picker.style.left = `${left}px`;
    picker.style.top = `${Math.max(8, Math.min(y, view.host.clientHeight - picker.offsetHeight - 8))}px`;
    shut.focus({ preventScroll: true });
  }

  /** The list's own keys: up and down, and Escape, which goes back to the map. @param {KeyboardEvent} event */
  walk(event) {
    const { picker, marks } = this.view.dom;
    const buttons = [...picker.querySelectorAll("button")];
    const now = buttons.findIndex((one) => one.matches(":focus"));
    const next = { ArrowDown: now + 1, ArrowUp: now - 1 }[event.key];
    if (event.key !== "Escape" && next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === undefined) {
      this.close();
      marks.element.focus({ preventScroll: true });
    } else {
      buttons[Math.max(0, Math.min(buttons.length - 1, next))].focus();
    }
  }

  /** A mark of the timeline, or a bar, in words. @param {number} x @param {number} y */
  hoverTime(x, y) {
    const { dom, stage, titles, host } = this.view;
    const mark = stage.timeline.markAt(x, y);
    const down = y + dom.time.offsetTop;
    this.at = { x, y };
    if (mark < 0) {
      const bar = stage.timeline.barAt(x, y);
      if (bar) showTip(dom.tip, host, [stage.timeline.barWords(bar)], x, down);
      else dom.tip.hidden = true;
      return;
    }
    const told = titles.get(mark);
    showTip(dom.tip, host, told ? [told[0], told[1]] : ["…"], x, down);
    const still = () => this.at?.x === x && this.at.y === y;
    if (!told) titles.want([mark]).then((news) => news && still() && this.view.act(() => this.hoverTime(x, y), false));
  }

  /** @param {number} x @param {number} y */
  clickTime(x, y) {
    const { view } = this;
    const { timeline } = view.stage;
    this.close();
    const found = timeline.markAt(x, y);
    const bar = timeline.barAt(x, y);
    if (found >= 0) view.select(found === view.selected ? -1 : found);
    else if (bar) this.soon = window.setTimeout(() => view.act(() => this.listBar(bar, x, y), false), DOUBLE_MS);
  }

  /** What lies, or may lie, in the days of a bar. @param {import("./timeline.js").Bar} bar @param {number} x @param {number} y */
  listBar(bar, x, y) {
    const { speech, stage, table, dom } = this.view;
    const numbers = inFocus(table, stage.timeline.inside, bar, Infinity);
    const heading = speech.say("bar", { days: bar.name, events: speech.many("events", numbers.length) });
    this.list(numbers.slice(0, LISTED), heading, numbers.length, x, y + dom.time.offsetTop);
  }

  close() {
    clearTimeout(this.soon);
    this.asked += 1;
    this.view.dom.picker.hidden = true;
    this.view.fan.close();
  }
}
