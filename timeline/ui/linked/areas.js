// Events known only by a region or country: its shape, hatched, with their number; never a dot in its middle.

import { shape } from "./ground.js";
import { toX, toY, worldKm } from "./mercator.js";
import { Room } from "./names.js";
import { plate } from "./plate.js";

const HATCH = 14; // pixels between two lines
const DASH = [5, 4];
const HALF = 10.5; // pixels, half the height of a number's box
const DOWN = 26; // pixels from an area's point to its number
const PARTS = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9]; // of the view, where an area is looked for
const WITHIN = PARTS.flatMap((x) => PARTS.map((y) => [x, y])).sort(([ax, ay], [bx, by]) => Math.hypot(ax - 0.5, ay - 0.5) - Math.hypot(bx - 0.5, by - 0.5));

export class Areas {
  /**
   * @param {import("./table.js").Table} table
   * @param {import("./ground.js").Ground} ground
   * @param {import("./names.js").Letters} letters
   * @param {import("./speech.js").Speech} speech
   */
  constructor(table, ground, letters, speech) {
    this.table = table;
    this.letters = letters;
    this.speech = speech;
    let at = 0;
    this.shapes = table.areas.map((area) => {
      const own = area.rings.length ? shape(table.rings, at, area.rings).path : null;
      at += 2 * area.rings.reduce((sum, length) => sum + length, 0);
      return ground.countries.get(area.code)?.path ?? own;
    });
    this.canvas = document.createElement("canvas");
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d", { willReadFrequently: true }));
    this.key = "";
    this.stamp = -1;
    /** @type {Path2D[]} on the screen */
    this.paths = [];
  }

  /** @param {import("./camera.js").Camera} camera */
  look(camera) {
    if (this.stamp === camera.stamp) return;
    this.stamp = camera.stamp;
    this.paths = this.table.areas.map((area, n) => {
      const path = new Path2D();
      const [x, y] = this.point(n, camera);
      const unit = this.shapes[n];
      if (unit) {
        const turn = Math.round(camera.x - toX(area.point[0]));
        const e = (turn - camera.x) * camera.scale + camera.width / 2;
        const f = -camera.y * camera.scale + camera.height / 2;
        path.addPath(unit, { a: camera.scale, d: camera.scale, e, f });
      } else {
        path.arc(x, y, (area.radius_km / worldKm(area.point[1])) * camera.scale, 0, 2 * Math.PI);
      }
      return path;
    });
  }

  /** The pixel of an area's point. @param {number} n @param {import("./camera.js").Camera} camera */
  point(n, camera) {
    const [lon, lat] = this.table.areas[n].point;
    return [camera.sx(toX(lon)), camera.sy(toY(lat))];
  }

  /**
   * The pixel of an area's number: below its point, or where else the area can be seen, the middle of the view first.
   * @param {number} n
   * @param {import("./camera.js").Camera} camera
   */
  label(n, camera) {
    const [x, y] = this.point(n, camera);
    if (x > 0 && y > 0 && x < camera.width && y < camera.height) return [x, y + DOWN];
    const found = WITHIN.map(([left, top]) => [left * camera.width, top * camera.height]).find(([left, top]) => this.inside(n, left, top));
    return found ?? [x, y + DOWN];
  }

  /**
   * @param {CanvasRenderingContext2D} onto
   * @param {import("./camera.js").Camera} camera
   * @param {Uint32Array} counts
   * @param {number} chosen the selected event's area, -1 for none
   * @param {import("./ground.js").Inks} inks
   * @param {number} ratio
   */
  paint(onto, camera, counts, chosen, inks, ratio) {
    const shown = [...counts.keys()].filter((n) => counts[n] > 0);
    if (!shown.length) return;
    const key = [camera.stamp, ratio, inks.strike, chosen, ...shown].join();
    if (key !== this.key) {
      this.key = key;
      this.render(camera, shown, chosen, inks, ratio);
    }
    onto.drawImage(this.canvas, 0, 0, camera.width, camera.height);
  }

  /**
   * @param {import("./camera.js").Camera} camera
   * @param {number[]} shown
   * @param {number} chosen
   * @param {import("./ground.js").Inks} inks
   * @param {number} ratio
   */
  render(camera, shown, chosen, inks, ratio) {
    const c = this.context;
    this.canvas.width = Math.round(camera.width * ratio);
    this.canvas.height = Math.round(camera.height * ratio);
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.fillStyle = inks.strike;
    c.strokeStyle = inks.strike;
    c.lineJoin = "round";
    for (const n of shown) {
      c.globalAlpha = 0.06;
      c.fill(this.paths[n], "evenodd");
      c.globalAlpha = 0.24;
      c.save();
      c.clip(this.paths[n], "evenodd");
      this.hatch(c, camera);
      c.restore();
      c.globalAlpha = n === chosen ? 0 : 0.5;
      c.lineWidth = 1.2;
      c.setLineDash(this.shapes[n] ? [] : DASH);
      c.stroke(this.paths[n]);
    }
    c.setLineDash([]);
    c.globalAlpha = 0.9;
    c.strokeStyle = inks.chosen;
    c.lineWidth = 2.5;
    if (shown.includes(chosen)) c.stroke(this.paths[chosen]);
    c.globalAlpha = 1;
  }

  /** Lines at 45 degrees over the whole view, to be clipped. @param {CanvasRenderingContext2D} c @param {import("./camera.js").Camera} camera */
  hatch(c, camera) {
    c.lineWidth = 1;
    c.setLineDash([]);
    c.beginPath();
    for (let x = -camera.height; x < camera.width; x += HATCH) {
      c.moveTo(x, 0);
      c.lineTo(x + camera.height, camera.height);
    }
    c.stroke();
  }

  /** @param {number} n @param {number} count */
  words(n, count) {
    return this.speech.say("in_area", { count, place: this.table.areas[n].name });
  }

  /** The box of an area's number, held inside the view. @param {number} n @param {number} count @param {import("./camera.js").Camera} camera */
  box(n, count, camera) {
    const [at, y] = this.label(n, camera);
    const half = this.letters.width(this.words(n, count), "count") / 2 + 8;
    const x = at > 0 && at < camera.width ? Math.max(half + 2, Math.min(camera.width - half - 2, at)) : at;
    return { left: x - half, right: x + half, top: y - HALF, bottom: y + HALF };
  }

  /** Take room for the numbers, over whatever lies there. @param {import("./camera.js").Camera} camera @param {Uint32Array} counts @param {Room} room */
  claim(camera, counts, room) {
    for (const { box } of this.numbers(camera, counts, new Room())) room.take(box);
  }

  /**
   * The numbers that are drawn, the highest first, none over another.
   * @param {import("./camera.js").Camera} camera
   * @param {Uint32Array} counts
   * @param {Room} room
   */
  numbers(camera, counts, room) {
    return [...counts.keys()].filter((n) => counts[n]).sort((a, b) => counts[b] - counts[a])
      .map((n) => ({ n, box: this.box(n, counts[n], camera) }))
      .filter(({ box }) => box.right >= 0 && box.left <= camera.width && room.claim(box));
  }

  /**
   * @param {CanvasRenderingContext2D} c
   * @param {import("./camera.js").Camera} camera
   * @param {Uint32Array} counts
   * @param {import("./ground.js").Inks} inks
   * @param {Room} room
   */
  paintCounts(c, camera, counts, inks, room) {
    c.font = this.letters.font("count");
    c.textAlign = "center";
    c.textBaseline = "middle";
    for (const { n, box } of this.numbers(camera, counts, room)) {
      const [x, y, wide] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2, box.right - box.left];
      plate(c, x, y, wide / 2, HALF, inks, 0.9);
      c.strokeStyle = inks.strike;
      c.lineWidth = 1.5;
      c.strokeRect(box.left, box.top, wide, 2 * HALF);
      c.fillStyle = inks.text;
      c.fillText(this.words(n, counts[n]), x, y + 0.5);
    }
  }

  /** The shown area under a pixel, -1 for none; the smallest where several lie there. @param {number} x @param {number} y @param {Uint32Array} counts */
  hit(x, y, counts) {
    let found = -1;
    for (let n = 0; n < this.paths.length; n += 1) {
      if (counts[n] && this.inside(n, x, y) && (found < 0 || this.size(n) < this.size(found))) found = n;
    }
    return found;
  }

  /** @param {number} n @param {number} x @param {number} y */
  inside(n, x, y) {
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    return this.context.isPointInPath(this.paths[n], x, y, "evenodd");
  }

  /** @param {number} n */
  size(n) {
    return this.table.areas[n].boxes.reduce((sum, [l, t, r, b]) => sum + (r - l) * (b - t), 0);
  }
}
