// The strip that keeps the whole time under what is in focus, with the range and the focus marked on it.

export const STRIP_HEIGHT = 22; // pixels
const SIDE = 6; // pixels free at either side, as above it
const BAR = 3; // pixels

/**
 * @param {CanvasRenderingContext2D} c
 * @param {import("./timeline.js").Timeline} timeline
 * @param {number} top
 * @param {import("./timeline.js").Span | null} range
 * @param {import("./ground.js").Inks} inks
 */
export function paintStrip(c, timeline, top, range, inks) {
  const { all, kinds } = timeline.weights;
  const bars = Math.floor((timeline.width - 2 * SIDE) / BAR);
  const foot = top + STRIP_HEIGHT;
  const wide = (timeline.width - 2 * SIDE) / bars;
  const step = (timeline.whole.high - timeline.whole.low) / bars;
  const cut = Array.from({ length: bars + 1 }, (_, n) => Math.round(timeline.whole.low + n * step));
  const weight = (/** @type {Float64Array} */ sums, /** @type {number} */ n) => timeline.weights.between(sums, cut[n], cut[n + 1]);
  const whole = Array.from({ length: bars }, (_, n) => weight(all, n));
  const most = Math.max(1e-9, ...whole);
  c.fillStyle = inks.grey;
  whole.forEach((one, n) => c.fillRect(SIDE + n * wide, foot - (one / most) * STRIP_HEIGHT, wide, (one / most) * STRIP_HEIGHT));
  c.fillStyle = inks.ink;
  c.globalAlpha = 0.45;
  for (let n = 0; n < bars; n += 1) {
    const tall = (kinds.reduce((sum, kind) => sum + weight(kind, n), 0) / most) * STRIP_HEIGHT;
    c.fillRect(SIDE + n * wide, foot - tall, wide, tall);
  }
  c.globalAlpha = 1;
  if (range) {
    const [low, high] = [timeline.stripX(range.low), timeline.stripX(range.high)];
    c.fillStyle = inks.ink;
    c.fillRect(low, foot + 1, Math.max(2, high - low), 3);
  }
  if (!timeline.zoomed) return;
  const [low, high] = [timeline.stripX(timeline.focus.low), timeline.stripX(timeline.focus.high)];
  c.globalAlpha = 0.55;
  c.fillStyle = inks.ground;
  c.fillRect(SIDE, top, low - SIDE, STRIP_HEIGHT);
  c.fillRect(high, top, timeline.width - SIDE - high, STRIP_HEIGHT);
  c.globalAlpha = 1;
  c.strokeStyle = inks.ink;
  c.lineWidth = 1.5;
  c.strokeRect(low, top - 1, high - low, STRIP_HEIGHT + 2);
}
