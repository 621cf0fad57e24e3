// Arcs from accuser to accused: bowed northwards, fanned where a pair has several, with an arrow where they end or leave.

import { toX, toY } from "./mercator.js";

const LANE_BEND = 0.16; // how far the first arc of a pair bows, of its length
const LANE_STEP = 0.09; // and each next one more
const STEPS = 64;
export const MOST_LANES = 7; // arcs of one pair drawn one by one; more become one arc with their number
const NEAR_EDGE = 52; // pixels from the frame at which an arc that leaves has its arrow, clear of the buttons

/**
 * @typedef {{pair: number, lane: number, events: number[] | null}} Lane `events` null: all of the pair's, as one arc
 * @typedef {{lane: Lane, points: Float64Array, box: import("./names.js").Rectangle}} Curve pixels, x and y in turn
 */

/**
 * How the arcs of every pair are laid out; it changes with the rows that are kept, not with the range, so arcs stand still
 * while a brush moves.
 * @param {import("./table.js").Table} table
 * @param {number[][]} events the kept events of each pair, as many as MOST_LANES + 1 at most
 * @returns {Lane[]}
 */
export function lanes(table, events) {
  /** @type {Map<string, number>} */
  const used = new Map();
  const found = [];
  const key = (/** @type {number} */ pair) => [...table.pairs[pair].codes].sort().join();
  const both = new Map();
  table.pairs.forEach((_, pair) => both.set(key(pair), (both.get(key(pair)) ?? 0) + events[pair].length));
  for (let pair = 0; pair < table.pairs.length; pair += 1) {
    if (!table.pairs[pair].start || !events[pair].length) continue;
    const groups = both.get(key(pair)) <= MOST_LANES ? events[pair].map((n) => [n]) : [null];
    for (const group of groups) {
      const lane = used.get(key(pair)) ?? 0;
      used.set(key(pair), lane + 1);
      found.push({ pair, lane, events: group });
    }
  }
  return found;
}

/**
 * The curve of a lane on the screen, the shorter way round the world.
 * @param {import("./table.js").Table} table
 * @param {Lane} lane
 * @param {import("./camera.js").Camera} camera
 * @returns {Curve}
 */
export function curve(table, lane, camera) {
  const { start, end } = table.pairs[lane.pair];
  const [a, b] = [/** @type {[number, number]} */ (start), /** @type {[number, number]} */ (end)];
  const turn = a[0] - b[0] > 180 ? 1 : b[0] - a[0] > 180 ? -1 : 0;
  const [x0, y0, x1, y1] = [toX(a[0]), toY(a[1]), toX(b[0]) + turn, toY(b[1])];
  const bend = LANE_BEND + LANE_STEP * lane.lane;
  const side = x1 >= x0 ? 1 : -1;
  const [cx, cy] = [(x0 + x1) / 2 + side * bend * (y1 - y0), (y0 + y1) / 2 - side * bend * (x1 - x0)];
  const shift = Math.round(camera.x - (x0 + x1) / 2) - camera.x;
  const points = new Float64Array(2 * (STEPS + 1));
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let n = 0; n <= STEPS; n += 1) {
    const t = n / STEPS;
    const u = 1 - t;
    const x = (u * u * x0 + 2 * u * t * cx + t * t * x1 + shift) * camera.scale + camera.width / 2;
    const y = (u * u * y0 + 2 * u * t * cy + t * t * y1 - camera.y) * camera.scale + camera.height / 2;
    points[2 * n] = x;
    points[2 * n + 1] = y;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return { lane, points, box };
}

/**
 * Where the curve first leaves the view with a margin: the number of the last point inside; the last point when it stays, 0
 * when it begins outside.
 * @param {Curve} found
 * @param {import("./camera.js").Camera} camera
 */
export function lastInside({ points }, camera) {
  for (let n = 0; n <= STEPS; n += 1) {
    const [x, y] = [points[2 * n], points[2 * n + 1]];
    if (x < NEAR_EDGE || y < NEAR_EDGE || x > camera.width - NEAR_EDGE || y > camera.height - NEAR_EDGE) return Math.max(0, n - 1);
  }
  return STEPS;
}

/**
 * The points of a curve that begins outside the view and comes into it: the first and the last inside, null when none is.
 * @param {Curve} found
 * @param {import("./camera.js").Camera} camera
 */
export function passing({ points }, camera) {
  const inside = [];
  for (let n = 0; n <= STEPS; n += 1) {
    const [x, y] = [points[2 * n], points[2 * n + 1]];
    if (x > 0 && y > 0 && x < camera.width && y < camera.height) inside.push(n);
  }
  return inside.length ? { from: inside[0], to: inside[inside.length - 1], ends: inside[inside.length - 1] === STEPS } : null;
}

/** @param {CanvasRenderingContext2D} c @param {Curve} found */
export function trace(c, { points }) {
  c.beginPath();
  c.moveTo(points[0], points[1]);
  for (let n = 1; n <= STEPS; n += 1) c.lineTo(points[2 * n], points[2 * n + 1]);
}

/**
 * Arrowheads: at the end, and where the arc leaves the view.
 * @param {CanvasRenderingContext2D} c
 * @param {Curve} found
 * @param {import("./camera.js").Camera} camera
 * @param {number} size pixels
 */
export function arrows(c, found, camera, size) {
  for (const n of new Set([STEPS, lastInside(found, camera)])) {
    if (n === 0) continue;
    const { points } = found;
    const [x, y] = [points[2 * n], points[2 * n + 1]];
    const angle = Math.atan2(y - points[2 * n - 1], x - points[2 * n - 2]);
    c.save();
    c.translate(x, y);
    c.rotate(angle);
    c.beginPath();
    c.moveTo(size * 0.75, 0);
    c.lineTo(-size * 0.65, -size * 0.55);
    c.lineTo(-size * 0.3, 0);
    c.lineTo(-size * 0.65, size * 0.55);
    c.closePath();
    c.fill();
    c.restore();
  }
}

/**
 * How far a pixel is from the curve.
 * @param {Curve} found
 * @param {number} x
 * @param {number} y
 */
export function distance({ points, box }, x, y) {
  const far = 24;
  if (x < box.left - far || x > box.right + far || y < box.top - far || y > box.bottom + far) return Infinity;
  let least = Infinity;
  for (let n = 0; n < STEPS; n += 1) {
    const [ax, ay] = [points[2 * n], points[2 * n + 1]];
    const [dx, dy] = [points[2 * n + 2] - ax, points[2 * n + 3] - ay];
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return least;
}
