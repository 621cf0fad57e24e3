// The view: one state, which clauses and which event, told to the page when a reader lets go.

import { Bar } from "./bar.js";
import { fetched } from "./binary.js";
import { brush } from "./brush.js";
import { corners } from "./camera.js";
import { button, frame } from "./controls.js";
import { fromIso, iso } from "./days.js";
import { Fan } from "./fan.js";
import { gestures } from "./gestures.js";
import { inks, WISHES } from "./inks.js";
import { keys } from "./keys.js";
import { Playback } from "./playback.js";
import { Pointing } from "./pointing.js";
import { Speech } from "./speech.js";
import { Stage } from "./stage.js";
import { count, Inside, Tally } from "./table.js";
import { Titles } from "./titles.js";

const SETTLE_MS = 260; // after the last move of the map, or the last key
const LEAST_BOX = 8; // pixels

/**
 * @typedef {import("./timeline.js").Span} Span
 * @typedef {[number, number, number, number]} Box west, south, east, north in degrees
 * @typedef {{urls: Record<string, string>, key: string, range: (string | null)[], certain: boolean, selected: number, box: Box | null,
 *   follow: boolean, heard: number, inks: Record<string, string>, credit: string,
 *   language: string, words: import("./speech.js").Words}} Data
 * @typedef {{data: Data, parentElement: HTMLElement | ShadowRoot, setStateValue: (name: string, value: unknown) => void}} Component
 */

export class View {
  /**
   * @param {HTMLElement} host
   * @param {Data} data
   * @param {import("./ground.js").Ground} ground
   * @param {import("./table.js").Table} table
   * @param {(error: unknown) => void} tell
   */
  constructor(host, data, ground, table, tell) {
    this.host = host;
    this.table = table;
    this.tell = tell;
    /** @type {(name: string, value: unknown) => void} */
    this.report = () => {};
    this.ended = false;
    this.ending = new AbortController();
    this.given = data.inks;
    this.inks = inks(host, data.inks);
    this.speech = new Speech(data.words, data.language);
    this.aiming = false; // the keyboard is on the map
    this.turn = data.heard; // of the last report
    /** @type {import("./table.js").Range | null} */
    this.range = null;
    this.certain = false;
    this.selected = -1;
    /** @type {Box | null} */
    this.box = null;
    this.follow = false; // the box is what the map shows
    this.drawing = false; // a drag draws a box
    this.mask = "all"; // the rows that are kept; none have been yet
    this.boxed = "";
    /** @type {Inside | null} */
    this.inside = null;
    this.tally = new Tally(table);
    this.base = new Tally(table); // of all that is kept, whatever the range
    this.stale = true; // the tally has to be counted again
    this.updates = 0;
    this.settling = this.timing = 0;
    this.dom = frame(host, data.credit, this.speech);
    ground.speak(this.speech);
    this.groundUrl = data.urls.ground;
    this.stage = new Stage(this, ground, table);
    this.titles = new Titles();
    this.pointing = new Pointing(this, this.ending.signal);
    this.fan = new Fan(this, this.ending.signal);
    this.playback = new Playback({ range: () => this.span(), changed: () => this.bar.show(),
      choose: (span, done) => this.choose(span, done ? "now" : "later") }, table.days);
    this.bar = new Bar(this, this.ending.signal);
    this.listen(this.ending.signal);
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const { dom, speech } = this;
    const { camera } = this.stage;
    const tool = (/** @type {string} */ css, /** @type {string} */ sign, /** @type {string} */ label, /** @type {() => void} */ what) =>
      button(dom.tools, css, sign, speech.say(label), () => this.act(what), signal);
    const zoom = (/** @type {number} */ by) => () => this.go(() => camera.zoomAt(by, camera.width / 2, camera.height / 2));
    tool("", "+", "zoom_in", zoom(1));
    tool("", "−", "zoom_out", zoom(-1));
    tool("", "⌂", "show_all", () => this.go(() => this.stage.fit()));
    this.boxing = tool("", "▢", "draw_box", () => this.toggleBox());
    gestures(dom.marks.element, {
      drawing: () => this.drawing,
      pan: (dx, dy) => this.act(() => this.move(() => camera.pan(dx, dy))),
      zoom: (by, x, y) => this.act(() => this.move(() => camera.zoomAt(by, x, y))),
      release: () => this.settle(),
      click: (x, y) => this.act(() => this.pointing.click(x, y)),
      hover: (x, y) => this.act(() => this.pointing.hover(x, y), false),
      leave: () => this.pointing.hide(),
      box: (x0, y0, x1, y1, done) => this.act(() => this.draw(x0, y0, x1, y1, done)),
    }, signal);
    brush(dom.timeline.element, this.stage.timeline, {
      range: () => this.span(),
      choose: (span, done) => this.act(() => {
        this.pointing.hide();
        this.choose(span, done ? "now" : "later");
      }),
      click: (x, y) => this.act(() => this.pointing.clickTime(x, y)),
      hover: (x, y) => this.act(() => this.pointing.hoverTime(x, y), false),
      leave: () => this.pointing.hide(),
      moved: () => this.act(() => this.stage.request({ timeline: true })),
    }, signal);
    keys(this, signal);
    for (const name of ["focus", "blur"]) {
      dom.marks.element.addEventListener(name, () => {
        this.aiming = dom.marks.element.matches(":focus-visible");
        this.stage.request({ marks: true });
      }, { signal });
    }
    for (const wish of WISHES) {
      wish.addEventListener("change", () => this.act(() => {
        this.colour();
        this.stage.request({ ground: true, look: true, timeline: true });
      }, false), { signal });
    }
    const watch = new ResizeObserver(() => this.act(() => this.stage.resize(), false));
    watch.observe(dom.map);
    signal.addEventListener("abort", () => watch.disconnect());
    document.fonts.ready.then(() => {
      this.stage.letters.widths.clear();
      this.stage.request({ look: true, ground: true, timeline: true });
    });
  }

  /** Do what a reader asked for; what fails is told to the page. @param {() => void} what @param {boolean} [pausing] */
  act(what, pausing = true) {
    try {
      if (pausing) this.playback.pause();
      what();
    } catch (error) {
      this.end();
      this.tell(error);
    }
  }

  end() {
    this.ended = true;
    this.ending.abort();
    this.stage.end();
    for (const timer of [this.settling, this.timing]) clearTimeout(timer);
  }

  /** Take over what the page asks for. @param {Data} data */
  async update(data) {
    this.updates += 1;
    const update = this.updates;
    const mask = data.urls.mask ? new Uint8Array(await fetched(data.urls.mask, data.key)) : null;
    if (update !== this.updates || this.ended) return; // a later run of the page was faster
    this.act(() => {
      this.titles.from(data.urls.titles, data.key);
      const before = JSON.stringify([this.range, this.certain, this.selected]);
      const kept = data.urls.mask !== this.mask;
      if (kept) this.keep(data.urls.mask, mask);
      this.given = data.inks;
      const painted = this.colour();
      if (data.heard >= this.turn) this.adopt(data);
      this.certain = data.certain;
      this.rebox(kept);
      if (kept || before !== JSON.stringify([this.range, this.certain, this.selected])) this.recount();
      if (!this.stage.camera.stamp) this.stage.resize();
      this.stage.request({ ground: painted, look: kept || painted });
    }, false);
  }

  /** Which rows the other clauses let through. @param {string} name @param {Uint8Array | null} mask */
  keep(name, mask) {
    this.mask = name;
    this.table.keep(mask);
    count(this.table, null, false, null, this.base);
    this.stage.marks.arrange();
  }

  /** Take the colours that are asked for now. @returns {boolean} whether they are others */
  colour() {
    const found = inks(this.host, this.given);
    const other = JSON.stringify(found) !== JSON.stringify(this.inks);
    this.inks = found;
    return other;
  }

  /** @param {Data} data */
  adopt(data) {
    const [first, last] = data.range.map(fromIso);
    this.range = first === null && last === null ? null : { first, last };
    this.selected = data.selected;
    this.box = data.box;
    this.follow = data.follow;
    this.turn = data.heard;
  }

  /** The range as the timeline has it. @returns {Span | null} */
  span() {
    if (!this.range) return null;
    const { base, days } = this.table;
    const { first, last } = this.range;
    return { low: first === null ? 1 : first - base, high: last === null ? days + 1 : last - base + 1 };
  }

  /** @returns {import("./marks.js").Shown} */
  get shown() {
    return { tally: this.counted(), range: this.range, certain: this.certain, selected: this.selected };
  }

  /** What is counted has changed; it is counted once, before the next frame. */
  recount() {
    this.stale = true;
    this.stage.request({ marks: true, timeline: true });
  }

  /** The counts of what is shown. */
  counted() {
    if (this.stale) count(this.table, this.range, this.certain, this.inside, this.tally);
    this.stale = false;
    return this.tally;
  }

  /**
   * A new range; the page hears of it now, soon (when keys rest), or later (on release).
   * @param {Span | null} span
   * @param {"now" | "soon" | "later"} when
   */
  choose(span, when) {
    const { base } = this.table;
    this.pointing.close();
    const range = span && { first: base + span.low, last: base + span.high - 1 };
    if (range?.first !== this.range?.first || range?.last !== this.range?.last) {
      this.range = range;
      this.recount();
    }
    clearTimeout(this.timing);
    if (when !== "later") this.timing = window.setTimeout(() => this.tellRange(), when === "now" ? 0 : SETTLE_MS);
  }

  tellRange() {
    const { first, last } = this.range ?? { first: null, last: null };
    this.send("range", { first: first === null ? null : iso(first), last: last === null ? null : iso(last) });
  }

  /** @param {string} name @param {Record<string, unknown>} value */
  send(name, value) {
    this.turn += 1;
    this.report(name, { ...value, turn: this.turn });
  }

  /** @param {number} n the row of an event, -1 for none */
  select(n) {
    if (n === this.selected) return;
    this.selected = n;
    this.stage.request({ marks: true, timeline: true });
    this.send("selected", { n });
  }

  /** The box may have changed. @param {boolean} [kept] so have the rows that are kept */
  rebox(kept = false) {
    const key = this.box ? this.box.join() : "";
    if (key === this.boxed && !kept) return;
    this.boxed = key;
    this.inside = this.box ? new Inside(this.table, this.box) : null;
    this.stage.timeline.weigh(this.inside);
    this.recount();
  }

  /** Move the map. @param {() => void} how */
  move(how) {
    how();
    this.stage.moving = true;
    this.pointing.close();
    this.pointing.hide();
    if (this.follow) this.box = this.stage.camera.box();
    this.rebox();
    this.stage.request({ ground: true, look: true });
  }

  /** Move the map at once, by a button or a key. @param {() => void} how */
  go(how) {
    this.move(how);
    this.settle();
  }

  /** The map stands still soon: draw it sharp, and tell the page where it looks if that filters. */
  settle() {
    clearTimeout(this.settling);
    this.settling = window.setTimeout(() => this.act(() => {
      this.stage.moving = false;
      this.stage.request({ ground: true });
      if (this.follow) this.send("box", { box: this.box, follow: true });
    }, false), SETTLE_MS);
  }

  /** @param {Box | null} box @param {boolean} follow */
  setBox(box, follow) {
    this.box = box;
    this.follow = follow;
    this.rebox();
    this.send("box", { box, follow });
  }

  /** Begin to draw a box, or let go of the one that lies there. */
  toggleBox() {
    const lying = this.box !== null && !this.follow;
    this.drawing = !this.drawing && !lying;
    if (lying) this.setBox(null, false);
    this.stage.request({ marks: true });
  }

  /** @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 @param {boolean} done */
  draw(x0, y0, x1, y1, done) {
    const [left, top, right, bottom] = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
    this.stage.sketch = done ? null : [left, top, right, bottom];
    this.stage.request({ marks: true });
    if (!done || right - left < LEAST_BOX || bottom - top < LEAST_BOX) return;
    const { camera } = this.stage;
    this.drawing = false;
    this.setBox(corners(camera.unX(left), camera.unY(top), camera.unX(right), camera.unY(bottom)), false);
  }

  /** Escape: the list, the box, the selection, or on the timeline the range. @param {"map" | "time"} where */
  letGo(where) {
    if (!this.dom.picker.hidden || this.fan.open) this.pointing.close();
    else if (where === "time") this.choose(null, "soon");
    else if (this.drawing || (this.box && !this.follow)) this.toggleBox();
    else this.select(-1);
  }

  togglePlay() {
    if (this.playback.playing) this.playback.pause();
    else this.playback.play();
  }

  /** The counts as drawn, in the line between map and timeline and where a test can find them. */
  showCounts() {
    const tally = this.counted();
    const [, dots, areas, arcs] = tally.drawn;
    const { inView, dense } = this.stage.marks.places;
    this.bar.show();
    this.boxing?.setAttribute("aria-pressed", String(this.drawing || (this.box !== null && !this.follow)));
    this.dom.marks.element.classList.toggle("drawing", this.drawing);
    const range = this.range && [this.range.first, this.range.last].map((day) => day === null ? null : iso(day));
    this.host.dataset.counts = JSON.stringify({ total: tally.total, boxed: tally.boxed, dots, areas, arcs, inView, dense, range });
  }
}
