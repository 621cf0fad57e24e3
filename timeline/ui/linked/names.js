// Names on the map that stand clear of one another and of the marks: who comes first, stays.

const FONT = { town: 11.5, capital: 12, country: 11, event: 13, count: 13, mark: 11.5 };
const PAD = 3; // pixels around a name
const BAND = 32; // pixels of the rows in which taken boxes are looked up

/** @typedef {{left: number, top: number, right: number, bottom: number}} Rectangle pixels */

/** Boxes that are taken, looked up by rows of pixels. */
export class Room {
  constructor() {
    /** @type {Map<number, Rectangle[]>} */
    this.rows = new Map();
  }

  /** @param {Rectangle} box */
  bands({ top, bottom }) {
    const found = [];
    for (let row = Math.floor(top / BAND); row <= Math.floor(bottom / BAND); row += 1) found.push(row);
    return found;
  }

  /** @param {Rectangle} box */
  free(box) {
    return this.bands(box).every((row) => !(this.rows.get(row) ?? []).some((other) =>
      box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top));
  }

  /** @param {Rectangle} box */
  take(box) {
    for (const row of this.bands(box)) {
      const held = this.rows.get(row);
      if (held) held.push(box);
      else this.rows.set(row, [box]);
    }
  }

  /** Take the box where it is free. @param {Rectangle} box */
  claim(box) {
    const free = this.free(box);
    if (free) this.take(box);
    return free;
  }
}

/** How wide words are, measured once. */
export class Letters {
  /** @param {CanvasRenderingContext2D} context @param {string} family */
  constructor(context, family) {
    this.context = context;
    this.family = family;
    /** @type {Map<string, number>} */
    this.widths = new Map();
  }

  /** @param {keyof typeof FONT} kind */
  font(kind) {
    return `${kind === "event" || kind === "count" ? "600 " : ""}${FONT[kind]}px ${this.family}`;
  }

  /** @param {keyof typeof FONT} kind */
  spacing(kind) {
    return kind === "country" ? "1.3px" : "0px";
  }

  /** @param {string} text @param {keyof typeof FONT} kind */
  width(text, kind) {
    const key = `${kind} ${text}`;
    let found = this.widths.get(key);
    if (found === undefined) {
      this.context.font = this.font(kind);
      this.context.letterSpacing = this.spacing(kind);
      found = this.context.measureText(text).width;
      this.widths.set(key, found);
    }
    return found;
  }

  /** @param {keyof typeof FONT} kind */
  height(kind) {
    return FONT[kind] * 1.25;
  }
}

/**
 * Where the basemap's own names find room in the view.
 * @param {import("./ground.js").Name[]} names the most important first within each kind
 * @param {import("./camera.js").Camera} camera
 * @param {Room} room
 * @param {Letters} letters
 */
export function place(names, camera, room, letters) {
  const found = [];
  for (const name of names) {
    if (name.zoom > camera.zoom) continue;
    const [x, y] = [camera.sx(name.x), camera.sy(name.y)];
    if (x < 0 || y < 0 || x > camera.width || y > camera.height) continue;
    const half = letters.width(name.name, name.kind) / 2 + PAD;
    const high = letters.height(name.kind);
    const dot = name.kind !== "country";
    const top = dot ? y - 3 : y - high / 2;
    const box = { left: x - half, right: x + half, top: top - PAD, bottom: top + high + (dot ? 5 : 0) + PAD };
    const whole = box.left >= 0 && box.top >= 0 && box.right <= camera.width && box.bottom <= camera.height;
    if (whole && room.claim(box)) found.push({ name, x, y });
  }
  return found;
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {ReturnType<typeof place>} placed
 * @param {Letters} letters
 * @param {import("./ground.js").Inks} inks
 */
export function draw(c, placed, letters, inks) {
  c.textAlign = "center";
  c.textBaseline = "middle";
  c.lineJoin = "round";
  c.strokeStyle = inks.halo;
  c.lineWidth = 2.6;
  for (const kind of /** @type {const} */ (["country", "town", "capital"])) {
    c.font = letters.font(kind);
    c.letterSpacing = letters.spacing(kind);
    c.fillStyle = kind === "country" ? inks.name : inks.town;
    for (const { name, x, y } of placed) {
      if (name.kind !== kind) continue;
      const down = kind === "country" ? 0 : 10;
      c.strokeText(name.name, x, y + down);
      c.fillText(name.name, x, y + down);
      if (down) {
        c.beginPath();
        c.arc(x, y, kind === "capital" ? 2 : 1.4, 0, 7);
        c.fill();
      }
    }
  }
  c.letterSpacing = "0px";
}
