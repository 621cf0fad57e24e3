// Land, borders and disputed lines on a canvas of their own, kept a margin larger than the view so that a pan only shifts it.

import { fetched, unpack } from "./binary.js";
import { toX, toY } from "./mercator.js";

const MARGIN = 0.35; // of the view, that is drawn beyond each edge
const BORDER = 1; // pixels
const DASH = [5, 4];
const SAME = 1e-9;

/**
 * @typedef {{path: Path2D, left: number, top: number, right: number, bottom: number}} Shape projected
 * @typedef {{name: string, x: number, y: number, zoom: number, kind: "country" | "town" | "capital"}} Name
 * @typedef {Name & {code: string, english: string}} CountryName
 * @typedef {Record<string, string>} Inks
 */

/**
 * The rings or lines of a run of points as one path.
 * @param {ArrayLike<number>} points hundredths of a degree
 * @param {number} at where they begin
 * @param {number[]} lengths
 * @returns {Shape}
 */
export function shape(points, at, lengths) {
  const path = new Path2D();
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const length of lengths) {
    for (let n = 0; n < length; n += 1, at += 2) {
      const [x, y] = [toX(points[at] / 100), toY(points[at + 1] / 100)];
      if (n) path.lineTo(x, y);
      else path.moveTo(x, y);
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return { path, left, top, right, bottom };
}

/** What tells one set of colours from another. @param {Inks} inks */
const look = (inks) => [inks.land, inks.water, inks.border, inks.coast].join();

/** @param {number[]} lengths */
const coordinates = (lengths) => 2 * lengths.reduce((sum, length) => sum + length, 0);

export class Ground {
  /** @param {{header: any, parts: Record<string, any>}} packed */
  constructor({ header, parts }) {
    /** @type {Map<string, Shape>} */
    this.countries = new Map();
    /** @type {Name[]} */
    this.names = [];
    /** @type {CountryName[]} */
    this.named = [];
    let at = 0;
    for (const { code, name, point, z, rings } of header.countries) {
      this.countries.set(code, shape(parts.points, at, rings));
      this.named.push({ name, code, english: name, x: toX(point[0]), y: toY(point[1]), zoom: z, kind: "country" });
      at += coordinates(rings);
    }
    this.names.push(...this.named);
    this.borders = lines(parts.points, at, header.borders);
    this.disputed = lines(parts.points, at + coordinates(header.borders), header.disputed);
    header.towns.forEach((/** @type {string} */ name, /** @type {number} */ n) => {
      const [x, y] = [toX(parts.town_at[2 * n]), toY(parts.town_at[2 * n + 1])];
      this.names.push({ name, x, y, zoom: parts.town_zoom[n], kind: parts.town_capital[n] ? "capital" : "town" });
    });
    this.canvas = document.createElement("canvas");
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d", { willReadFrequently: true }));
    this.drawn = { x: 0, y: 0, zoom: -1, width: 0, height: 0, ratio: 0, ink: "" };
  }

  /** Name the countries as a language does. @param {import("./speech.js").Speech} speech */
  speak(speech) {
    for (const country of this.named) country.name = speech.country(country.code, country.english).toLocaleUpperCase(speech.tag);
  }

  /**
   * Paint the view on a canvas; what is kept from before is shifted, and while the zoom changes scaled, where that will do.
   * @param {CanvasRenderingContext2D} onto
   * @param {import("./camera.js").Camera} camera
   * @param {number} ratio device pixels to a pixel
   * @param {Inks} inks
   * @param {boolean} moving a sharp picture will follow
   */
  paint(onto, camera, ratio, inks, moving) {
    if (!this.covers(camera, ratio, inks, moving)) this.render(camera, ratio, inks);
    const { drawn } = this;
    const grown = 2 ** (camera.zoom - drawn.zoom);
    const dx = (drawn.x + Math.round(camera.x - drawn.x) - camera.x) * camera.scale + camera.width / 2;
    const dy = (drawn.y - camera.y) * camera.scale + camera.height / 2;
    const [wide, high] = [(this.canvas.width / ratio) * grown, (this.canvas.height / ratio) * grown];
    onto.setTransform(ratio, 0, 0, ratio, 0, 0);
    onto.imageSmoothingEnabled = grown !== 1;
    const snap = (/** @type {number} */ v) => (grown === 1 ? Math.round(v * ratio) / ratio : v);
    onto.drawImage(this.canvas, snap(dx - wide / 2), snap(dy - high / 2), wide, high);
  }

  /**
   * @param {import("./camera.js").Camera} camera
   * @param {number} ratio
   * @param {Inks} inks
   * @param {boolean} moving
   */
  covers(camera, ratio, inks, moving) {
    const { drawn } = this;
    if (drawn.ratio !== ratio || drawn.ink !== look(inks) || drawn.width !== camera.width) return false;
    if (drawn.height !== camera.height || (!moving && Math.abs(drawn.zoom - camera.zoom) > SAME)) return false;
    const shrunk = 2 ** (drawn.zoom - camera.zoom); // of the view, in what was drawn
    const spare = ((1 + 2 * MARGIN) / shrunk - 1) / 2;
    if (shrunk < 0.25 || spare < 0) return false;
    const dx = Math.abs(drawn.x + Math.round(camera.x - drawn.x) - camera.x) * camera.scale;
    return dx <= spare * camera.width && Math.abs(drawn.y - camera.y) * camera.scale <= spare * camera.height;
  }

  /**
   * @param {import("./camera.js").Camera} camera
   * @param {number} ratio
   * @param {Inks} inks
   */
  render(camera, ratio, inks) {
    const [wide, high] = [camera.width * (1 + 2 * MARGIN), camera.height * (1 + 2 * MARGIN)];
    this.drawn = { x: camera.x, y: camera.y, zoom: camera.zoom, width: camera.width, height: camera.height, ratio, ink: look(inks) };
    this.canvas.width = Math.round(wide * ratio);
    this.canvas.height = Math.round(high * ratio);
    const c = this.context;
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.fillStyle = inks.water;
    c.fillRect(0, 0, this.canvas.width, this.canvas.height);
    const [halfX, halfY] = [wide / 2 / camera.scale, high / 2 / camera.scale];
    for (let turn = Math.floor(camera.x - halfX); turn <= Math.floor(camera.x + halfX); turn += 1) {
      const at = { left: camera.x - halfX - turn, right: camera.x + halfX - turn, top: camera.y - halfY, bottom: camera.y + halfY };
      const seen = (/** @type {Shape} */ s) => s.right >= at.left && s.left <= at.right && s.bottom >= at.top && s.top <= at.bottom;
      const scale = camera.scale * ratio;
      c.setTransform(scale, 0, 0, scale, -at.left * scale, -at.top * scale);
      c.lineJoin = "round";
      if (inks.coast) { // stroked under the land, so that nothing is left of it but the coasts
        c.strokeStyle = inks.coast;
        c.lineWidth = (2 * BORDER) / camera.scale;
        c.setLineDash([]);
        for (const country of this.countries.values()) if (seen(country)) c.stroke(country.path);
      }
      c.fillStyle = inks.land;
      for (const country of this.countries.values()) if (seen(country)) c.fill(country.path, "evenodd");
      c.strokeStyle = inks.border;
      c.lineWidth = BORDER / camera.scale;
      c.setLineDash([]);
      for (const line of this.borders) if (seen(line)) c.stroke(line.path);
      c.setLineDash(DASH.map((part) => part / camera.scale));
      for (const line of this.disputed) if (seen(line)) c.stroke(line.path);
    }
  }
}

/**
 * @param {ArrayLike<number>} points
 * @param {number} at
 * @param {number[]} lengths
 */
function lines(points, at, lengths) {
  return lengths.map((length) => {
    const found = shape(points, at, [length]);
    at += 2 * length;
    return found;
  });
}

/** @param {string} path */
export async function load(path) {
  return new Ground(unpack(await fetched(path)));
}
