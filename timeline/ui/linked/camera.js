// Where the map looks: its centre in widths of the world, its zoom, and its size in pixels.

import { TILE, toLat, toLon } from "./mercator.js";

export const MOST_ZOOM = 9; // the basemap has no more to show
const FIT = 0.85; // of the frame, that what is fitted fills

export class Camera {
  constructor() {
    this.x = 0.5;
    this.y = 0.4;
    this.zoom = 1;
    this.width = 1;
    this.height = 1;
    this.stamp = 0; // 0 before it has a size; changes with every move, so that what hangs on the view can tell
  }

  /** Pixels that the world is wide. */
  get scale() {
    return TILE * 2 ** this.zoom;
  }

  /** As far out as the world still fills the frame. */
  get leastZoom() {
    return Math.max(0, Math.log2(Math.max(this.width, this.height) / TILE));
  }

  /**
   * @param {number} width pixels
   * @param {number} height pixels
   */
  resize(width, height) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.set(this.x, this.y, this.zoom);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} zoom
   */
  set(x, y, zoom) {
    this.zoom = Math.max(this.leastZoom, Math.min(MOST_ZOOM, zoom));
    const half = this.height / 2 / this.scale;
    this.x = x - Math.floor(x);
    this.y = Math.max(half, Math.min(1 - half, y));
    this.stamp += 1;
  }

  /**
   * @param {number} dx pixels that the map is dragged to the right
   * @param {number} dy
   */
  pan(dx, dy) {
    this.set(this.x - dx / this.scale, this.y - dy / this.scale, this.zoom);
  }

  /**
   * @param {number} by levels
   * @param {number} sx the pixel that stays where it is
   * @param {number} sy
   */
  zoomAt(by, sx, sy) {
    const x = this.unX(sx);
    const y = this.unY(sy);
    const zoom = Math.max(this.leastZoom, Math.min(MOST_ZOOM, this.zoom + by));
    const scale = TILE * 2 ** zoom;
    this.set(x - (sx - this.width / 2) / scale, y - (sy - this.height / 2) / scale, zoom);
  }

  /**
   * Show a box of the world, no closer than a zoom.
   * @param {number} left
   * @param {number} top
   * @param {number} right
   * @param {number} bottom
   * @param {number} most
   * @param {number} foot pixels at the foot of the frame that are not free
   */
  fit(left, top, right, bottom, most, foot) {
    const wide = Math.max(right - left, 1e-9);
    const high = Math.max(bottom - top, 1e-9);
    const zoom = Math.log2((FIT * Math.min(this.width / wide, (this.height - foot) / high)) / TILE);
    this.set((left + right) / 2, (top + bottom) / 2, Math.min(most, zoom));
    this.pan(0, -foot / 2);
  }

  /** The pixel of a projected x, on the copy of the world that is nearest to the centre. @param {number} x */
  sx(x) {
    return (x + Math.round(this.x - x) - this.x) * this.scale + this.width / 2;
  }

  /** @param {number} y */
  sy(y) {
    return (y - this.y) * this.scale + this.height / 2;
  }

  /** @param {number} sx */
  unX(sx) {
    return this.x + (sx - this.width / 2) / this.scale;
  }

  /** @param {number} sy */
  unY(sy) {
    return this.y + (sy - this.height / 2) / this.scale;
  }

  /** The box in view in degrees: west, south, east, north. @returns {[number, number, number, number]} */
  box() {
    return corners(this.unX(0), this.unY(0), this.unX(this.width), this.unY(this.height));
  }
}

/**
 * A projected box in degrees, rounded as the page keeps it: west, south, east, north.
 * @param {number} left
 * @param {number} top
 * @param {number} right
 * @param {number} bottom
 * @returns {[number, number, number, number]}
 */
export function corners(left, top, right, bottom) {
  const round = (/** @type {number} */ degrees) => Math.round(degrees * 1e5) / 1e5;
  const lon = (/** @type {number} */ x) => round(toLon(x - Math.floor(x)));
  if (right - left >= 1) return [-180, round(toLat(Math.min(1, bottom))), 180, round(toLat(Math.max(0, top)))];
  return [lon(left), round(toLat(Math.min(1, bottom))), lon(right), round(toLat(Math.max(0, top)))];
}
