// Web Mercator in widths of the world: x grows eastwards from the date line, y downwards; all in 0..1.

export const TILE = 512; // pixels the world is wide at zoom 0
export const MAX_LATITUDE = 85.0511; // where Web Mercator ends
const EARTH_KM = 2 * Math.PI * 6371.0088;

/** @param {number} lon degrees */
export const toX = (lon) => lon / 360 + 0.5;

/** @param {number} lat degrees */
export function toY(lat) {
  const held = (Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180;
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + held / 2)) / (2 * Math.PI);
}

/** @param {number} x */
export const toLon = (x) => (x - 0.5) * 360;

/** @param {number} y */
export const toLat = (y) => ((2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) * 180) / Math.PI;

/** The map's width in kilometres as measured at that latitude. @param {number} lat */
export const worldKm = (lat) => EARTH_KM * Math.max(Math.cos((lat * Math.PI) / 180), 0.01);

/**
 * @typedef {[number, number, number, number]} Corners left, top, right, bottom, projected; left > right goes round by the
 *   date line
 */

/**
 * Whether low..high meets left..right, which may go round by the date line.
 * @param {number} low
 * @param {number} high
 * @param {number} left
 * @param {number} right
 */
export function across(low, high, left, right) {
  return left <= right ? high >= left && low <= right : high >= left || low <= right;
}
