// Many events at known places, as a raster of counts: its cost follows the pixels, not the events.

export const CELL = 4; // pixels
const SHADES = 64;
const FAINTEST = 0.3; // opacity of a single event

export class Density {
  constructor() {
    this.canvas = document.createElement("canvas");
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d", { willReadFrequently: true }));
    /** @type {Int32Array} the cell of each spot, -1 out of view */
    this.cell = new Int32Array(0);
    this.grid = new Uint32Array(0);
    this.wide = 0;
    this.high = 0;
    this.most = 1;
    this.ink = "";
    this.shades = new Uint32Array(SHADES);
  }

  /**
   * Where every spot falls in this view, and the fullest cell there can be, by which shades are chosen: they do not change
   * while a brush moves.
   * @param {import("./table.js").Table} table
   * @param {import("./camera.js").Camera} camera
   * @param {Uint32Array} base counts of all that may be shown
   * @returns {number[]} the spots in view that may be shown
   */
  look(table, camera, base) {
    this.wide = Math.ceil(camera.width / CELL);
    this.high = Math.ceil(camera.height / CELL);
    const size = this.wide * this.high;
    if (this.grid.length !== size) this.grid = new Uint32Array(size);
    if (this.cell.length !== base.length) this.cell = new Int32Array(base.length);
    const { x, y } = table;
    const scale = camera.scale;
    const [midX, midY] = [camera.width / 2, camera.height / 2];
    const seen = [];
    this.grid.fill(0);
    for (let s = 0; s < base.length; s += 1) {
      this.cell[s] = -1;
      if (base[s] === 0) continue;
      let dx = x[s] - camera.x;
      dx -= Math.round(dx);
      const [sx, sy] = [dx * scale + midX, (y[s] - camera.y) * scale + midY];
      if (sx < 0 || sy < 0 || sx >= camera.width || sy >= camera.height) continue;
      const cell = Math.floor(sy / CELL) * this.wide + Math.floor(sx / CELL);
      this.cell[s] = cell;
      this.grid[cell] += base[s];
      seen.push(s);
    }
    this.most = this.grid.reduce((most, one) => Math.max(most, one), 1);
    return seen;
  }

  /**
   * Count the spots in view into cells.
   * @param {number[]} seen
   * @param {Uint32Array} counts
   * @returns {number} events in view
   */
  fill(seen, counts) {
    this.grid.fill(0);
    let total = 0;
    for (const s of seen) {
      this.grid[this.cell[s]] += counts[s];
      total += counts[s];
    }
    return total;
  }

  /**
   * @param {CanvasRenderingContext2D} onto
   * @param {string} ink "rgb(r, g, b)", of a full cell
   * @param {string} far of the emptiest
   */
  paint(onto, ink, far) {
    if (this.ink !== ink + far) this.mix(ink, far);
    if (this.canvas.width !== this.wide || this.canvas.height !== this.high) {
      this.canvas.width = this.wide;
      this.canvas.height = this.high;
    }
    const image = this.context.createImageData(this.wide, this.high);
    const pixels = new Uint32Array(image.data.buffer);
    const step = (SHADES - 1) / Math.log1p(this.most);
    for (let n = 0; n < this.grid.length; n += 1) {
      if (this.grid[n]) pixels[n] = this.shades[Math.min(SHADES - 1, Math.floor(Math.log1p(this.grid[n]) * step))];
    }
    this.context.putImageData(image, 0, 0);
    onto.imageSmoothingEnabled = false;
    onto.drawImage(this.canvas, 0, 0, this.wide * CELL, this.high * CELL);
  }

  /** @param {string} ink @param {string} far */
  mix(ink, far) {
    this.ink = ink + far;
    const [full, pale] = [ink, far].map((colour) => (colour.match(/\d+/g) ?? []).map(Number));
    for (let n = 0; n < SHADES; n += 1) {
      const part = n / (SHADES - 1);
      const [r, g, b] = full.map((value, k) => Math.round(pale[k] + (value - pale[k]) * part ** 0.8));
      const alpha = Math.round(255 * (FAINTEST + (1 - FAINTEST) * Math.min(1, part * 1.6)));
      this.shades[n] = ((alpha << 24) | (b << 16) | (g << 8) | r) >>> 0;
    }
  }

  /** Events in the cells around a pixel. @param {number} x @param {number} y */
  around(x, y) {
    const near = this.cells(x, y);
    return near.reduce((sum, cell) => sum + this.grid[cell], 0);
  }

  /** The cell under a pixel and those beside it. @param {number} x @param {number} y */
  cells(x, y) {
    const found = [];
    const [col, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
    for (let r = Math.max(0, row - 1); r <= Math.min(this.high - 1, row + 1); r += 1) {
      for (let c = Math.max(0, col - 1); c <= Math.min(this.wide - 1, col + 1); c += 1) found.push(r * this.wide + c);
    }
    return found;
  }
}
