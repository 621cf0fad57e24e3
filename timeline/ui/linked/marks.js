// All marks of the map, in their order, and which of them lie under a pixel.

import { Accusations } from "./accusations.js";
import { Areas } from "./areas.js";
import { Room } from "./names.js";
import { Places } from "./places.js";
import { ARC, AREA, DOT } from "./table.js";

/**
 * @typedef {{tally: import("./table.js").Tally, range: import("./table.js").Range | null, certain: boolean, selected: number}} Shown
 * @typedef {{how: number, at: number[], events: number[] | null}} Hit marks of one sort under a pixel; `events` where the
 *   mark stands for just these
 */

export class Marks {
  /**
   * @param {import("./table.js").Table} table
   * @param {import("./ground.js").Ground} ground
   * @param {import("./names.js").Letters} letters
   * @param {import("./speech.js").Speech} speech
   */
  constructor(table, ground, letters, speech) {
    this.table = table;
    this.places = new Places(table, letters, speech);
    this.areas = new Areas(table, ground, letters, speech);
    this.accusations = new Accusations(table, letters, speech);
    /** @type {Shown | null} what may be shown, whatever the range */
    this.base = null;
  }

  /** The rows that are kept have changed. */
  arrange() {
    this.accusations.arrange();
  }

  /**
   * The view or the rows have changed.
   * @param {import("./camera.js").Camera} camera
   * @param {import("./table.js").Tally} base what may be shown, whatever the range
   * @param {import("./names.js").Rectangle[]} furniture
   */
  look(camera, base, furniture) {
    this.base = { tally: base, range: null, certain: false, selected: -1 };
    this.areas.look(camera);
    this.accusations.look(camera);
    this.places.look(camera, base.spots, furniture);
    this.areas.claim(camera, base.areas, this.places.room);
    this.places.christen(camera, base.spots);
    this.accusations.claim(camera, this.base, this.places.room);
  }

  /**
   * What is shown has changed: how it is drawn, and which room that leaves to the names of the basemap.
   * @param {import("./camera.js").Camera} camera
   * @param {Shown} shown
   */
  choose(camera, shown) {
    const { places, areas, accusations, base } = this;
    places.choose(shown.tally.spots, camera);
    if (places.room === places.still || !base) return;
    areas.claim(camera, base.tally.areas, places.room);
    accusations.claim(camera, base, places.room);
  }

  /**
   * @param {CanvasRenderingContext2D} c in pixels, cleared
   * @param {import("./camera.js").Camera} camera
   * @param {Shown} shown
   * @param {import("./ground.js").Inks} inks
   * @param {number} ratio
   * @param {() => void} names draws those of the basemap, over a raster and under all else
   */
  paint(c, camera, shown, inks, ratio, names) {
    const { tally, selected, range, certain } = shown;
    const how = selected >= 0 && this.table.shows(selected, range, certain) ? this.table.drawn[selected] : 0;
    const at = how ? this.table.where[selected] : -1;
    this.areas.paint(c, camera, tally.areas, how === AREA ? at : -1, inks, ratio);
    this.places.paintRaster(c, tally.spots, inks);
    names();
    this.accusations.paint(c, camera, shown, how === ARC ? selected : -1, inks);
    this.places.paint(c, camera, tally.spots, how === DOT ? at : -1, inks);
    const room = new Room();
    this.areas.paintCounts(c, camera, tally.areas, inks, room);
    this.places.takeDrawn(camera, tally.spots, room);
    this.accusations.paintWords(c, camera, shown, inks, room);
  }

  /**
   * What lies under a pixel: dots or a cell of the raster, else an arc, else an area.
   * @param {number} x
   * @param {number} y
   * @param {import("./camera.js").Camera} camera
   * @param {Shown} shown
   * @returns {Hit | null}
   */
  hit(x, y, camera, shown) {
    const spots = this.places.hit(x, y, camera, shown.tally.spots);
    if (spots.length) return { how: DOT, at: spots, events: null };
    const lanes = this.accusations.hit(x, y, shown);
    if (lanes.length) {
      const events = lanes.flatMap((lane) => lane.events ?? []).sort((a, b) => a - b);
      return { how: ARC, at: [...new Set(lanes.map(({ pair }) => pair))], events: events.length ? events : null };
    }
    const area = this.areas.hit(x, y, shown.tally.areas);
    return area < 0 ? null : { how: AREA, at: [area], events: null };
  }

  /** How many shown events a hit stands for. @param {Hit} hit @param {Shown} shown */
  size({ how, at, events }, { tally, range, certain }) {
    if (events) return events.filter((i) => this.table.shows(i, range, certain)).length;
    const counts = { [DOT]: tally.spots, [AREA]: tally.areas, [ARC]: tally.pairs }[how];
    return at.reduce((sum, one) => sum + (counts ? counts[one] : 0), 0);
  }

  /** The shown events of a hit, the nearest first, at most so many. @param {Hit} hit @param {Shown} shown @param {number} most */
  events({ how, at, events }, { range, certain }, most) {
    if (events) return events.filter((i) => this.table.shows(i, range, certain)).slice(0, most);
    const { drawn, where, size } = this.table;
    const rank = new Map(at.map((one, n) => [one, n]));
    const found = [];
    for (let i = 0; i < size && found.length < 4 * most; i += 1) {
      if (drawn[i] === how && rank.has(where[i]) && this.table.shows(i, range, certain)) found.push(i);
    }
    return found.sort((a, b) => (rank.get(where[a]) ?? 0) - (rank.get(where[b]) ?? 0) || a - b).slice(0, most);
  }
}
