// Events that lie under one another, spread around their place on hair lines: each can be pointed at, clicked, and reached
// with arrows. The leaves are buttons, so that a screen reader names them.

import { make, showTip } from "./controls.js";
import { AREA, ARC, DOT } from "./table.js";

export const MOST_FANNED = 12;
const APART = 34; // pixels from one leaf to the next
const FINGER_APART = 50;
const LEAST_RADIUS = 42;
const ROOM = 24; // pixels around the ring of leaves
/** @type {Record<number, string>} */
const SORTS = { [DOT]: "dot", [AREA]: "area", [ARC]: "arc" };

/** @typedef {import("./view.js").View} View */

export class Fan {
  /** @param {View} view @param {AbortSignal} signal */
  constructor(view, signal) {
    this.view = view;
    /** @type {number[]} rows of the events, none when closed */
    this.events = [];
    /** @type {HTMLButtonElement[]} one of each */
    this.leaves = [];
    this.x = this.y = this.radius = 0; // of the ring, pixels
    this.from = { x: 0, y: 0 }; // what was pressed
    view.dom.fan.addEventListener("keydown", (event) => this.key(event), { signal });
  }

  get open() {
    return this.events.length > 0;
  }

  /** Spread events out. @param {number[]} events @param {string} heading @param {number} x pixels @param {number} y */
  show(events, heading, x, y) {
    const { dom, speech } = this.view;
    this.from = { x, y };
    dom.fan.setAttribute("aria-label", speech.say("fan", { events: heading }));
    dom.fan.hidden = false;
    this.lay(events);
    this.leaves[0].focus({ preventScroll: true });
    this.view.stage.request({ marks: true });
    this.view.titles.want(events).then((news) => news && this.open && this.name());
  }

  /** @param {number[]} events */
  lay(events) {
    const { dom, stage, table } = this.view;
    const { width, height } = stage.camera;
    const apart = matchMedia("(pointer: coarse)").matches ? FINGER_APART : APART;
    this.events = events;
    this.radius = Math.max(LEAST_RADIUS, (events.length * apart) / (2 * Math.PI));
    const held = (/** @type {number} */ at, /** @type {number} */ size) => Math.max(this.radius + ROOM, Math.min(size - this.radius - ROOM, at));
    this.y = held(this.from.y, height);
    const { offsetLeft, offsetTop, offsetHeight } = dom.tools; // no leaf lies under a button
    const beside = this.y - this.radius - ROOM < offsetTop + offsetHeight;
    this.x = held(this.from.x, beside ? offsetLeft : width);
    dom.fan.replaceChildren();
    this.leaves = events.map((n, place) => {
      const kind = table.kinds[table.kind[n]];
      const leaf = make("button", `leaf ${SORTS[table.drawn[n]]}`, dom.fan);
      const [left, top] = this.spot(place);
      leaf.type = "button";
      leaf.tabIndex = place ? -1 : 0;
      leaf.style.setProperty("--ink", stage.inks[kind]);
      leaf.style.left = `${left}px`;
      leaf.style.top = `${top}px`;
      leaf.addEventListener("click", () => this.view.act(() => this.view.select(n === this.view.selected ? -1 : n)));
      leaf.addEventListener("pointerenter", () => this.tell(place));
      leaf.addEventListener("pointerleave", () => this.view.pointing.hide());
      leaf.addEventListener("focus", () => leaf.matches(":focus-visible") && this.tell(place));
      leaf.addEventListener("blur", () => this.view.pointing.hide());
      return leaf;
    });
    this.name();
  }

  /** The middle of a leaf, pixels. @param {number} place on the ring, clockwise from the top @returns {[number, number]} */
  spot(place) {
    const angle = (2 * Math.PI * place) / this.events.length - Math.PI / 2;
    return [this.x + this.radius * Math.cos(angle), this.y + this.radius * Math.sin(angle)];
  }

  name() {
    this.events.forEach((n, place) => {
      const told = this.view.titles.get(n);
      this.leaves[place].setAttribute("aria-label", told ? told.filter(Boolean).join(", ") : this.view.table.label(n));
    });
    const focused = this.leaves.findIndex((leaf) => leaf.matches(":hover, :focus-visible"));
    if (focused >= 0) this.tell(focused);
  }

  /** @param {number} place */
  tell(place) {
    const { dom, host, titles } = this.view;
    const told = titles.get(this.events[place]);
    if (!told) return;
    const [x, y] = this.spot(place);
    showTip(dom.tip, host, [told[0], [told[1], told[2]].filter(Boolean).join(" · ")], x, y + ROOM / 2);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const last = this.leaves.length - 1;
    const now = this.leaves.findIndex((leaf) => leaf.tabIndex === 0);
    const next = {
      ArrowRight: now === last ? 0 : now + 1, ArrowDown: now === last ? 0 : now + 1,
      ArrowLeft: now === 0 ? last : now - 1, ArrowUp: now === 0 ? last : now - 1, Home: 0, End: last,
    }[event.key];
    if (event.key !== "Escape" && next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === undefined) {
      this.close();
      this.view.dom.marks.element.focus({ preventScroll: true });
      return;
    }
    this.leaves.forEach((leaf, place) => {
      leaf.tabIndex = place === next ? 0 : -1;
    });
    this.leaves[next].focus({ preventScroll: true });
  }

  /** What is no longer shown is no longer spread out. */
  keep() {
    const { table, range, certain, selected } = this.view;
    if (!this.open) return;
    const kept = this.events.filter((n) => table.shows(n, range, certain));
    if (!kept.length) this.close();
    else if (kept.length < this.events.length) this.lay(kept);
    this.leaves.forEach((leaf, place) => leaf.setAttribute("aria-pressed", String(this.events[place] === selected)));
  }

  /** A pale ground, and a hair line to every leaf from its own place. @param {CanvasRenderingContext2D} c @param {import("./ground.js").Inks} inks */
  paint(c, inks) {
    if (!this.open) return;
    const { stage, table } = this.view;
    c.beginPath();
    c.arc(this.x, this.y, this.radius + ROOM - 4, 0, 2 * Math.PI);
    c.globalAlpha = 0.8;
    c.fillStyle = inks.edge;
    c.fill();
    c.globalAlpha = 1;
    c.strokeStyle = c.fillStyle = inks.text;
    c.lineWidth = 1;
    this.events.forEach((n, place) => {
      const [fromX, fromY] = table.drawn[n] === DOT ? stage.marks.places.at(table.where[n], stage.camera) : [this.from.x, this.from.y];
      c.beginPath();
      c.moveTo(fromX, fromY);
      c.lineTo(...this.spot(place));
      c.stroke();
      c.beginPath();
      c.arc(fromX, fromY, 2, 0, 2 * Math.PI);
      c.fill();
    });
  }

  close() {
    if (!this.open) return;
    this.events = [];
    this.leaves = [];
    this.view.dom.fan.replaceChildren();
    this.view.dom.fan.hidden = true;
    this.view.pointing.hide();
    this.view.stage.request({ marks: true });
  }
}
