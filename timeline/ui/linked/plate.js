// A pale plate behind words on the map, so that they can be read over anything.

/**
 * @param {CanvasRenderingContext2D} c
 * @param {number} x of its middle
 * @param {number} y
 * @param {number} half of its width, pixels
 * @param {number} high half of its height
 * @param {import("./ground.js").Inks} inks
 * @param {number} alpha
 */
export function plate(c, x, y, half, high, inks, alpha) {
  c.globalAlpha = alpha;
  c.fillStyle = inks.edge;
  c.fillRect(x - half, y - high, 2 * half, 2 * high);
  c.globalAlpha = 1;
}
