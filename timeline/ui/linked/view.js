// The view: one state, from which the map, the timeline and the line between them are drawn, at most once a frame.

import { Bar } from "./bar.js";
import { brush } from "./brush.js";
import { Camera, corners } from "./camera.js";
import { button, frame, showScale, showTip } from "./controls.js";
import { fromIso, iso } from "./days.js";
import { fetched } from "./binary.js";
import { gestures } from "./gestures.js";
import { load as loadGround } from "./ground.js";
import { keys } from "./keys.js";
import { Marks } from "./marks.js";
import { toLat, toX, toY, worldKm } from "./mercator.js";
import { Letters, Room, draw as drawNames, place } from "./names.js";
import { Playback } from "./playback.js";
import { Pointing } from "./pointing.js";
import { count, Inside, load as loadTable, Tally } from "./table.js";
import { Timeline } from "./timeline.js";
import { Titles } from "./titles.js";

const MOST_RATIO = 2; // device pixels to a pixel that are drawn
const FIRST_ZOOM = 6; // the first view comes no closer, so that one town still shows its surroundings
const SETTLE_MS = 260; // after the last move of the map, or the last key
const SAY_MS = 900;
const LEAST_BOX = 8; // pixels

/**
 * @typedef {import("./timeline.js").Span} Span
 * @typedef {{urls: Record<string, string>, range: (string | null)[], certain: boolean, selected: number,
 *   box: [number, number, number, number] | null, follow: boolean, heard: number, inks: Record<string, string>, credit: string}} Data
 * @typedef {{ground?: boolean, look?: boolean, marks?: boolean, timeline?: boolean, tip?: boolean}} Parts
 */

/** @type {WeakMap<Element, View | Promise<View>>} */
const views = new WeakMap();

/**
 * What Streamlit calls on every run of the page.
 * @param {{data: Data, parentElement: HTMLElement | ShadowRoot, setStateValue: (name: string, value: unknown) => void}} component
 * @param {(error: unknown) => void} tell that the view cannot go on
 */
export async function render({ data, parentElement, setStateValue }, tell) {
  const host = /** @type {HTMLElement} */ (parentElement.querySelector(".linked"));
  if (!views.has(host)) views.set(host, open(host, data, tell));
  const view = await views.get(host);
  if (!view || view.ended) return undefined;
  view.report = setStateValue;
  await view.update(data);
  return () => {
    if (!host.isConnected) view.end();
  };
}

/** @param {HTMLElement} host @param {Data} data @param {(error: unknown) => void} tell */
async function open(host, data, tell) {
  const [ground, table] = await Promise.all([loadGround(data.urls.ground), loadTable(data.urls.columns)]);
  return new View(host, data, ground, table, tell);
}

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
    this.ground = ground;
    this.tell = tell;
    /** @type {(name: string, value: unknown) => void} */
    this.report = () => {};
    this.ended = false;
    this.turn = data.heard;
    this.columns = data.urls.columns;
    this.inks = data.inks;
    this.ending = new AbortController();
    this.dom = frame(host, data.credit);
    this.camera = new Camera();
    this.titles = new Titles();
    this.pointing = new Pointing(this);
    this.ratio = 1;
    this.certain = false;
    this.selected = -1;
    this.follow = false;
    this.drawing = false;
    this.settling = 0;
    this.saying = 0;
    this.timing = 0;
    this.moving = false;
    this.mask = "";
    this.opened = false;
    /** @type {import("./table.js").Range | null} */
    this.range = null;
    /** @type {[number, number, number, number] | null} */
    this.box = null;
    /** @type {[number, number, number, number] | null} pixels, while it is being drawn */
    this.sketch = null;
    /** @type {Inside | null} */
    this.inside = null;
    /** @type {ReturnType<typeof place>} */
    this.names = [];
    /** @type {Parts} */
    this.wanted = {};
    this.frame = 0;
    this.letters = new Letters(this.dom.marks.context, getComputedStyle(host).fontFamily);
    this.hold(table);
    this.listen();
  }

  /** Take over a table. @param {import("./table.js").Table} table */
  hold(table) {
    this.table = table;
    this.tally = new Tally(table);
    this.base = new Tally(table);
    this.marks = new Marks(table, this.ground, this.letters);
    this.timeline = new Timeline(table, this.letters);
    this.playback = new Playback(
      { range: () => this.span(), choose: (span, done) => this.choose(span, done ? "now" : "later"), changed: () => this.bar?.show() },
      table.days,
    );
    this.arranged = false;
  }

  listen() {
    const { signal } = this.ending;
    const { dom, camera } = this;
    this.bar = new Bar(this, signal);
    const middle = (/** @type {number} */ by) => () => this.act(() => {
      camera.zoomAt(by, camera.width / 2, camera.height / 2);
      this.moved();
      this.settle();
    });
    button(dom.tools, "", "+", "Zoom in", middle(1), signal);
    button(dom.tools, "", "−", "Zoom out", middle(-1), signal);
    button(dom.tools, "fit", "⌂", "Show all", () => this.act(() => {
      this.fit();
      this.settle();
    }), signal);
    this.boxing = button(dom.tools, "draw", "▢", "Draw a box: only what lies in it", () => this.toggleBox(), signal);
    gestures(dom.marks.element, {
      drawing: () => this.drawing,
      pan: (dx, dy) => this.act(() => {
        camera.pan(dx, dy);
        this.moved();
      }),
      zoom: (by, x, y) => this.act(() => {
        camera.zoomAt(by, x, y);
        this.moved();
      }),
      release: () => this.settle(),
      click: (x, y) => this.act(() => this.pointing.click(x, y)),
      hover: (x, y) => this.act(() => this.pointing.hover(x, y), false),
      leave: () => this.pointing.hide(),
      box: (x0, y0, x1, y1, done) => this.act(() => this.draw(x0, y0, x1, y1, done)),
    }, signal);
    this.brushing();
    keys(this, signal);
    this.watch = new ResizeObserver(() => this.act(() => this.resize(), false));
    this.watch.observe(dom.map);
    signal.addEventListener("abort", () => this.watch?.disconnect());
    document.fonts.ready.then(() => {
      this.letters.widths.clear();
      this.request({ look: true, ground: true, timeline: true });
    });
  }

  brushing() {
    const { dom } = this;
    this.brushes?.abort();
    this.brushes = new AbortController();
    const timeline = /** @type {Timeline} */ (this.timeline);
    brush(dom.timeline.element, timeline, {
      range: () => this.span(),
      choose: (span, done) => this.act(() => this.choose(span, done ? "now" : "later")),
      click: (x, y) => {
        const found = timeline.markAt(x, y);
        if (found >= 0) this.act(() => this.select(found === this.selected ? -1 : found));
        return found >= 0;
      },
      hover: (x, y) => this.act(() => this.hoverTime(x, y), false),
      leave: () => this.pointing.hide(),
      moved: () => this.act(() => this.request({ timeline: true })),
    }, this.brushes.signal);
  }

  /** Do what a reader asked for; what fails is told to the page. @param {() => void} what @param {boolean} [pausing] */
  act(what, pausing = true) {
    try {
      if (pausing) this.pause();
      what();
    } catch (error) {
      this.fail(error);
    }
  }

  /** @param {unknown} error */
  fail(error) {
    this.end();
    this.tell(error);
  }

  end() {
    this.ended = true;
    this.ending.abort();
    this.brushes?.abort();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.settling);
    clearTimeout(this.saying);
    clearTimeout(this.timing);
  }

  /** Take over what the page asks for. @param {Data} data */
  async update(data) {
    if (data.urls.columns !== this.columns) {
      this.columns = data.urls.columns;
      this.hold(await loadTable(data.urls.columns));
      this.brushing();
      this.mask = "";
    }
    this.titles.from(data.urls.titles);
    const rekept = data.urls.mask !== this.mask || !this.arranged;
    if (rekept) {
      const mask = data.urls.mask ? new Uint8Array(await fetched(data.urls.mask)) : null;
      this.mask = data.urls.mask;
      this.table.keep(mask);
      this.arranged = true;
      count(this.table, null, false, null, this.base);
      this.marks.arrange();
    }
    this.inks = { ...data.inks, ...this.own() };
    if (data.heard >= this.turn) this.adopt(data);
    this.certain = data.certain;
    this.rebox(rekept);
    this.recount();
    if (!this.opened) this.resize();
    this.bar?.show();
    this.request({ ground: true, look: true, timeline: true });
  }

  /** The page's own colours. */
  own() {
    const style = getComputedStyle(this.host);
    const value = (/** @type {string} */ name, /** @type {string} */ other) => style.getPropertyValue(name).trim() || other;
    const ground = value("--st-background-color", "#ffffff");
    return { ground, ink: value("--st-text-color", "#262a2e"), pale: this.inks.pale };
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

  get shown() {
    return { tally: this.tally, range: this.range, certain: this.certain, selected: this.selected };
  }

  /**
   * A new range; the page hears of it now, soon (when keys rest), or later (on release).
   * @param {Span | null} span
   * @param {"now" | "soon" | "later"} when
   */
  choose(span, when) {
    const { base } = this.table;
    const range = span && { first: base + span.low, last: base + span.high - 1 };
    const same = range?.first === this.range?.first && range?.last === this.range?.last;
    if (!same) {
      this.range = range;
      this.recount();
      this.request({ marks: true, timeline: true });
    }
    clearTimeout(this.timing);
    if (when === "later") return;
    this.timing = window.setTimeout(() => this.tellRange(), when === "now" ? 0 : SETTLE_MS);
  }

  tellRange() {
    const { range } = this;
    this.say();
    this.send("range", { first: range && range.first !== null ? iso(range.first) : null, last: range && range.last !== null ? iso(range.last) : null });
  }

  /** @param {string} name @param {Record<string, unknown>} value */
  send(name, value) {
    this.turn += 1;
    this.report(name, { ...value, turn: this.turn });
  }

  /** @param {number} n */
  select(n) {
    if (n === this.selected) return;
    this.selected = n;
    this.request({ marks: true, timeline: true });
    this.send("selected", { n });
  }

  recount() {
    count(this.table, this.range, this.certain, this.inside, this.tally);
  }

  /** The box may have changed. @param {boolean} [kept] so may the rows that are kept */
  rebox(kept = false) {
    const key = this.box ? this.box.join() : "";
    if (key === this.boxed && !kept) return;
    this.boxed = key;
    this.inside = this.box ? new Inside(this.table, this.box) : null;
    this.timeline.weigh(this.inside);
  }

  /** The map has moved. */
  moved() {
    this.moving = true;
    this.pointing.hide();
    if (this.follow) {
      this.box = this.camera.box();
      this.rebox();
      this.recount();
    }
    this.request({ ground: true, look: true, timeline: this.follow });
  }

  /** The map stands still soon: draw it sharp, and tell the page where it looks if that filters. */
  settle() {
    clearTimeout(this.settling);
    this.settling = window.setTimeout(() => this.act(() => {
      this.moving = false;
      this.request({ ground: true });
      if (this.follow) this.tellBox();
    }, false), SETTLE_MS);
  }

  tellBox() {
    this.say();
    this.send("box", { box: this.box, follow: this.follow });
  }

  /** @param {boolean} follow */
  setFollow(follow) {
    this.follow = follow;
    this.setBox(follow ? this.camera.box() : null);
  }

  /** @param {[number, number, number, number] | null} box */
  setBox(box) {
    this.box = box;
    this.rebox();
    this.recount();
    this.request({ marks: true, timeline: true });
    this.tellBox();
  }

  toggleBox() {
    const lying = this.box !== null && !this.follow;
    this.drawing = !this.drawing && !lying;
    if (lying) this.setBox(null);
    this.dom.marks.element.classList.toggle("drawing", this.drawing);
    this.request({ marks: true });
  }

  /** @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 @param {boolean} done */
  draw(x0, y0, x1, y1, done) {
    this.sketch = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
    this.request({ marks: true });
    if (!done) return;
    const [left, top, right, bottom] = this.sketch;
    this.sketch = null;
    if (right - left < LEAST_BOX || bottom - top < LEAST_BOX) return;
    const { camera } = this;
    this.drawing = false;
    this.follow = false;
    this.dom.marks.element.classList.remove("drawing");
    this.setBox(corners(camera.unX(left), camera.unY(top), camera.unX(right), camera.unY(bottom)));
  }

  /** Escape: the list, the box, the selection, or on the timeline the range. @param {"map" | "time"} where */
  letGo(where) {
    if (!this.dom.picker.hidden) this.pointing.close();
    else if (where === "time") this.choose(null, "soon");
    else if (this.drawing || (this.box && !this.follow)) this.toggleBox();
    else this.select(-1);
  }

  pause() {
    this.playback?.pause();
  }

  togglePlay() {
    if (this.playback.playing) this.playback.pause();
    else this.playback.play();
  }

  /** The view that holds every place and area; the arcs where there are none; the world where there is nothing. */
  fit() {
    const { table, camera } = this;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    const take = (/** @type {number} */ l, /** @type {number} */ t, /** @type {number} */ r, /** @type {number} */ b) => {
      [left, top, right, bottom] = [Math.min(left, l), Math.min(top, t), Math.max(right, r), Math.max(bottom, b)];
    };
    for (let s = 0; s < table.x.length; s += 1) take(table.x[s], table.y[s], table.x[s], table.y[s]);
    for (const { boxes } of table.areas) {
      const [l, t, r, b] = boxes.reduce((most, one) => (one[2] - one[0] > most[2] - most[0] ? one : most));
      take(l, t, r, b);
    }
    if (left > right) {
      for (const { start, end } of table.pairs) for (const at of [start, end]) if (at) take(toX(at[0]), toY(at[1]), toX(at[0]), toY(at[1]));
    }
    if (left > right) camera.set(toX(10), toY(25), 0);
    else camera.fit(left, top, right, bottom, FIRST_ZOOM);
    this.moved();
  }

  resize() {
    const { dom, camera } = this;
    const [width, height] = [dom.map.clientWidth, dom.map.clientHeight];
    if (!width || !height || !this.arranged) return;
    this.ratio = Math.min(MOST_RATIO, window.devicePixelRatio || 1);
    for (const { element } of [dom.ground, dom.marks, dom.timeline]) {
      element.width = Math.round(element.clientWidth * this.ratio);
      element.height = Math.round(element.clientHeight * this.ratio);
    }
    camera.resize(width, height);
    this.timeline.resize(dom.timeline.element.clientWidth);
    if (!this.opened) {
      this.opened = true;
      this.fit();
      this.moving = false;
    }
    this.request({ ground: true, look: true, timeline: true });
  }

  /** Draw these parts in the next frame. @param {Parts} parts */
  request(parts) {
    Object.assign(this.wanted, Object.fromEntries(Object.entries(parts).filter(([, wanted]) => wanted)));
    if (this.frame || this.ended) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.act(() => this.paint(), false);
    });
  }

  paint() {
    const { wanted, dom, camera } = this;
    this.wanted = {};
    if (!this.opened || this.ended) return;
    if (wanted.look) {
      this.marks.look(camera, this.base);
      this.names = place(this.ground.names, camera, this.marks.room, this.letters);
    }
    if (wanted.ground || wanted.look) this.paintGround();
    if (wanted.look || wanted.marks) this.paintMarks();
    if (wanted.timeline) {
      const { context, element } = dom.timeline;
      context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
      context.clearRect(0, 0, element.width, element.height);
      this.timeline.paint(context, { range: this.span(), selected: this.selected, hover: -1 }, this.inks);
    }
    if (wanted.marks || wanted.look || wanted.timeline) this.bar?.show();
    if (wanted.tip) this.pointing.name();
    this.tellCounts();
  }

  paintGround() {
    const { context } = this.dom.ground;
    this.ground.paint(context, this.camera, this.ratio, this.inks, this.moving);
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    drawNames(context, this.names, this.letters, this.inks);
    const { camera } = this;
    showScale(this.dom.scale, camera.scale / worldKm(toLat(camera.y)));
  }

  paintMarks() {
    const { context, element } = this.dom.marks;
    const { camera } = this;
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    context.clearRect(0, 0, element.width, element.height);
    this.marks.paint(context, camera, this.shown, this.inks, this.ratio);
    this.paintBox(context);
    this.boxing?.setAttribute("aria-pressed", String(this.drawing || (this.box !== null && !this.follow)));
  }

  /** The box that filters, or the one that is being drawn. @param {CanvasRenderingContext2D} c */
  paintBox(c) {
    const { camera, box, sketch } = this;
    const lying = box && !this.follow ? [camera.sx(toX(box[0])), camera.sy(toY(box[3])), 0, camera.sy(toY(box[1]))] : null;
    if (lying && box) lying[2] = lying[0] + (((toX(box[2]) - toX(box[0]) + 1) % 1) || 1) * camera.scale;
    const found = sketch ?? lying;
    if (!found) return;
    const [left, top, right, bottom] = found;
    c.strokeStyle = this.inks.ink;
    c.lineWidth = 1.5;
    c.setLineDash([6, 4]);
    c.strokeRect(left, top, right - left, bottom - top);
    c.setLineDash([]);
    c.globalAlpha = 0.12;
    c.fillStyle = this.inks.ink;
    c.fillRect(0, 0, camera.width, Math.max(0, top));
    c.fillRect(0, bottom, camera.width, Math.max(0, camera.height - bottom));
    c.fillRect(0, Math.max(0, top), Math.max(0, left), bottom - Math.max(0, top));
    c.fillRect(right, Math.max(0, top), Math.max(0, camera.width - right), bottom - Math.max(0, top));
    c.globalAlpha = 1;
  }

  /** What a pointer on the timeline is over. @param {number} x @param {number} y */
  hoverTime(x, y) {
    const { timeline, dom } = this;
    const mark = timeline.markAt(x, y);
    const down = dom.time.offsetTop;
    if (mark >= 0) {
      const told = this.titles.get(mark);
      showTip(dom.tip, this.host, told ? [told[0], told[1]] : ["…"], x, y + down);
      if (!told) this.titles.want([mark]).then((news) => news && !dom.tip.hidden && this.act(() => this.hoverTime(x, y), false));
      return;
    }
    const bar = timeline.barAt(x, y);
    if (bar) showTip(dom.tip, this.host, [bar], x, y + down);
    else dom.tip.hidden = true;
  }

  /** The counts as drawn, where a screen reader's user and a test can find them. */
  tellCounts() {
    const { tally } = this;
    const [, dots, areas, arcs] = tally.drawn;
    this.host.dataset.counts = JSON.stringify({ total: tally.total, boxed: tally.boxed, dots, areas, arcs, inView: this.marks.inView,
      kinds: [...tally.kinds], dense: this.marks.dense });
  }

  /** Say what is shown once it stands. */
  say() {
    clearTimeout(this.saying);
    this.saying = window.setTimeout(() => {
      this.dom.live.textContent = `Showing ${this.bar?.words() ?? ""}`;
    }, SAY_MS);
  }
}
