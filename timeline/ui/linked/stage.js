// The canvases: what has to be drawn again is drawn once, in the next frame, the map from one camera.

import { Camera } from "./camera.js";
import { showScale } from "./controls.js";
import { Marks } from "./marks.js";
import { toLat, toX, toY, worldKm } from "./mercator.js";
import { Letters, draw as drawNames, place } from "./names.js";
import { Timeline } from "./timeline.js";

const MOST_RATIO = 2; // device pixels to a pixel that are drawn
const FIRST_ZOOM = 6; // the first view comes no closer, so that one town still shows its surroundings
const WIDEST = 1 / 6; // of the world, that an area may stretch the first view; the number of a wider one is seen anyway
const DASH = [6, 4];
const AIM = 6; // pixels from the middle to the cross hairs

/**
 * @typedef {{ground?: boolean, look?: boolean, marks?: boolean, timeline?: boolean, tip?: boolean}} Parts `look` is all that
 *   hangs on where the map looks and which rows are kept
 * @typedef {import("./view.js").View} View
 */

export class Stage {
  /**
   * @param {View} view
   * @param {import("./ground.js").Ground} ground
   * @param {import("./table.js").Table} table
   */
  constructor(view, ground, table) {
    this.view = view;
    this.dom = view.dom;
    this.ground = ground;
    this.table = table;
    this.camera = new Camera();
    this.letters = new Letters(this.dom.marks.context, getComputedStyle(view.host).fontFamily);
    this.marks = new Marks(table, ground, this.letters, view.speech);
    this.timeline = new Timeline(table, this.letters, view.speech);
    this.ratio = 1;
    this.opened = false; // whether the first view has been chosen
    this.moving = false; // a sharp picture will follow
    /** @type {[number, number, number, number] | null} pixels of a box that is being drawn */
    this.sketch = null;
    this.names = document.createElement("canvas"); // of the basemap
    this.room = this.marks.places.room;
    /** @type {Parts} */
    this.wanted = {};
    this.frame = 0;
    this.inks = view.inks;
  }

  /** Draw these parts in the next frame. @param {Parts} parts */
  request(parts) {
    for (const [part, wanted] of Object.entries(parts)) {
      if (wanted) this.wanted[/** @type {keyof Parts} */ (part)] = true;
    }
    if (this.frame || this.view.ended) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.view.act(() => this.paint(), false);
    });
  }

  /** The canvases take the size of their elements. */
  resize() {
    const { dom, camera } = this;
    const [width, height] = [dom.map.clientWidth, dom.map.clientHeight];
    if (!width || !height) return;
    this.ratio = Math.min(MOST_RATIO, window.devicePixelRatio || 1);
    for (const { element } of [dom.ground, dom.marks, dom.timeline]) {
      element.width = Math.round(element.clientWidth * this.ratio);
      element.height = Math.round(element.clientHeight * this.ratio);
    }
    camera.resize(width, height);
    this.timeline.resize(dom.timeline.element.clientWidth);
    if (!this.opened) this.fit();
    this.opened = true;
    this.request({ ground: true, look: true, timeline: true });
  }

  /** The view that holds every place and area; the arcs where there are none; the world where there is nothing. */
  fit() {
    const { table, camera } = this;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    const take = (/** @type {number} */ l, /** @type {number} */ t, /** @type {number} */ r = l, /** @type {number} */ b = t) => {
      [left, top, right, bottom] = [Math.min(left, l), Math.min(top, t), Math.max(right, r), Math.max(bottom, b)];
    };
    for (let s = 0; s < table.x.length; s += 1) take(table.x[s], table.y[s]);
    const boxes = table.areas.map((area) => area.boxes.reduce((most, one) => (one[2] - one[0] > most[2] - most[0] ? one : most))); // no far islands
    const fitting = boxes.filter(([l, , r]) => r - l <= WIDEST);
    for (const [l, t, r, b] of left > right && !fitting.length ? boxes : fitting) take(l, t, r, b);
    if (left > right) {
      for (const at of table.pairs.flatMap(({ start, end }) => [start, end])) if (at) take(toX(at[0]), toY(at[1]));
    }
    if (left > right) camera.set(toX(10), toY(25), 0);
    else camera.fit(left, top, right, bottom, FIRST_ZOOM, this.dom.credit.offsetHeight);
  }

  paint() {
    const { wanted, camera, marks, view } = this;
    this.wanted = {};
    if (!this.opened || view.ended) return;
    this.inks = view.inks;
    if (wanted.look) marks.look(camera, view.base, this.furniture());
    if (wanted.look || wanted.marks) {
      view.fan.keep();
      marks.choose(camera, view.shown);
      if (wanted.look || this.room !== marks.places.room) this.paintNames(); // they make way
      this.room = marks.places.room;
      this.paintMarks();
    }
    if (wanted.ground || wanted.look) this.paintGround();
    if (wanted.timeline) this.paintTimeline();
    if (wanted.tip) view.pointing.name();
    view.showCounts();
  }

  /** @param {{element: HTMLCanvasElement, context: CanvasRenderingContext2D}} canvas cleared, and measured in pixels */
  clear({ element, context }) {
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    context.clearRect(0, 0, element.width, element.height);
    return context;
  }

  /** What lies over the map's corners, where no name is to stand. */
  furniture() {
    return [this.dom.scale, this.dom.tools, this.dom.credit].map((element) => {
      const { offsetLeft: left, offsetTop: top, offsetWidth: wide, offsetHeight: high } = element;
      return { left: left - 2, top: top - 2, right: left + wide + 2, bottom: top + high + 2 };
    });
  }

  paintGround() {
    const { context } = this.dom.ground;
    const { camera } = this;
    this.ground.paint(context, camera, this.ratio, this.inks, this.moving);
    showScale(this.dom.scale, camera.scale / worldKm(toLat(camera.y)), this.view.speech);
  }

  /** The names of the basemap where they find room, kept while they stay. */
  paintNames() {
    const { names, camera, letters } = this;
    const { width, height } = this.dom.marks.element;
    [names.width, names.height] = [width, height];
    const context = /** @type {CanvasRenderingContext2D} */ (names.getContext("2d", { willReadFrequently: true }));
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    drawNames(context, place(this.ground.names, camera, this.marks.places.room, letters), letters, this.inks);
  }

  paintMarks() {
    const context = this.clear(this.dom.marks);
    const { width, height } = this.camera;
    this.marks.paint(context, this.camera, this.view.shown, this.inks, this.ratio, () => context.drawImage(this.names, 0, 0, width, height));
    this.paintBox(context);
    this.view.fan.paint(context, this.inks);
    if (this.view.aiming) this.paintAim(context);
  }

  /** Where Enter would click. @param {CanvasRenderingContext2D} c */
  paintAim(c) {
    const [x, y] = [Math.round(this.camera.width / 2), Math.round(this.camera.height / 2)];
    for (const [ink, width] of /** @type {[string, number][]} */ ([[this.inks.edge, 4], [this.inks.text, 1.5]])) {
      c.beginPath();
      for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
        c.moveTo(x + dx * AIM, y + dy * AIM);
        c.lineTo(x + 3 * dx * AIM, y + 3 * dy * AIM);
      }
      c.strokeStyle = ink;
      c.lineWidth = width;
      c.stroke();
    }
  }

  paintTimeline() {
    const context = this.clear(this.dom.timeline);
    this.timeline.paint(context, { range: this.view.span(), selected: this.view.selected }, this.inks);
  }

  /** The pixels of the box that filters, null for none and for one that is the view itself. @returns {number[] | null} */
  lying() {
    const { box, follow } = this.view;
    if (!box || follow) return null;
    const left = this.camera.sx(toX(box[0]));
    const wide = (toX(box[2]) - toX(box[0]) + 1) % 1 || 1;
    return [left, this.camera.sy(toY(box[3])), left + wide * this.camera.scale, this.camera.sy(toY(box[1]))];
  }

  /** The box that filters, or the one that is being drawn; what lies outside is shaded. @param {CanvasRenderingContext2D} c */
  paintBox(c) {
    const { camera } = this;
    const found = this.sketch ?? this.lying();
    if (!found) return;
    const [left, top, right, bottom] = found;
    c.strokeStyle = c.fillStyle = this.inks.ink;
    c.lineWidth = 1.5;
    c.setLineDash(DASH);
    c.strokeRect(left, top, right - left, bottom - top);
    c.setLineDash([]);
    c.beginPath();
    c.rect(0, 0, camera.width, camera.height);
    c.rect(left, top, right - left, bottom - top);
    c.globalAlpha = 0.12;
    c.fill("evenodd");
    c.globalAlpha = 1;
  }

  end() {
    cancelAnimationFrame(this.frame);
  }
}
