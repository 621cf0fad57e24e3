// Fingers, mouse and wheel on the map: pan, pinch, zoom, click, hover, and drawing a box. What they mean is decided by the view.

const CLICK_PIXELS = 5;
const WHEEL = 1 / 320; // levels for a pixel of the wheel
const MOST_WHEEL = 0.9; // levels at once

/**
 * @typedef {object} MapActions
 * @property {() => boolean} drawing whether a drag draws a box
 * @property {(dx: number, dy: number) => void} pan
 * @property {(by: number, x: number, y: number) => void} zoom
 * @property {() => void} release after a pan or a pinch
 * @property {(x: number, y: number) => void} click
 * @property {(x: number, y: number) => void} hover
 * @property {() => void} leave
 * @property {(x0: number, y0: number, x1: number, y1: number, done: boolean) => void} box
 */

/**
 * @param {HTMLElement} canvas
 * @param {MapActions} actions
 * @param {AbortSignal} signal ends it
 */
export function gestures(canvas, actions, signal) {
  /** @type {Map<number, {x: number, y: number}>} */
  const down = new Map();
  let from = { x: 0, y: 0 };
  let moved = false;
  const at = (/** @type {PointerEvent | WheelEvent} */ event) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = () => {
    const [a, b] = [...down.values()];
    return { wide: Math.hypot(a.x - b.x, a.y - b.y) || 1, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  };

  const press = (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, at(event));
    if (down.size === 1) {
      from = at(event);
      moved = false;
    } else {
      moved = true;
    }
  };

  const move = (/** @type {PointerEvent} */ event) => {
    const now = at(event);
    const held = down.get(event.pointerId);
    if (!held) {
      if (event.pointerType === "mouse") actions.hover(now.x, now.y);
      return;
    }
    if (down.size === 2) {
      const before = spread();
      down.set(event.pointerId, now);
      const after = spread();
      actions.pan(after.x - before.x, after.y - before.y);
      actions.zoom(Math.log2(after.wide / before.wide), after.x, after.y);
      return;
    }
    moved ||= Math.hypot(now.x - from.x, now.y - from.y) > CLICK_PIXELS;
    if (!moved) return;
    if (actions.drawing()) actions.box(from.x, from.y, now.x, now.y, false);
    else actions.pan(now.x - held.x, now.y - held.y);
    down.set(event.pointerId, now);
  };

  const lift = (/** @type {PointerEvent} */ event) => {
    if (!down.delete(event.pointerId) || down.size) return;
    const now = at(event);
    if (event.type === "pointercancel") actions.release();
    else if (!moved) actions.click(now.x, now.y);
    else if (actions.drawing()) actions.box(from.x, from.y, now.x, now.y, true);
    else actions.release();
  };

  const wheel = (/** @type {WheelEvent} */ event) => {
    event.preventDefault();
    const { x, y } = at(event);
    const pixels = event.deltaY * (event.deltaMode === 1 ? 32 : 1) * (event.ctrlKey ? 4 : 1);
    actions.zoom(Math.max(-MOST_WHEEL, Math.min(MOST_WHEEL, -pixels * WHEEL)), x, y);
    actions.release();
  };

  canvas.addEventListener("pointerdown", press, { signal });
  canvas.addEventListener("pointermove", move, { signal });
  canvas.addEventListener("pointerup", lift, { signal });
  canvas.addEventListener("pointercancel", lift, { signal });
  canvas.addEventListener("pointerleave", () => actions.leave(), { signal });
  canvas.addEventListener("wheel", wheel, { signal, passive: false });
}
