// Fingers, mouse and wheel on the timeline: choose, move and resize the range, move the focus, zoom time, click a mark.

const CLICK_PIXELS = 4;
const WHEEL = 1 / 400;
const CURSORS = { low: "ew-resize", high: "ew-resize", range: "grab", strip: "grab", rest: "crosshair" };

/**
 * @typedef {import("./timeline.js").Span} Span
 * @typedef {object} TimeActions
 * @property {() => Span | null} range
 * @property {(range: Span | null, done: boolean) => void} choose whole days: the beginning of the first, the end of the last
 * @property {(x: number, y: number) => void} click
 * @property {(x: number, y: number) => void} hover
 * @property {() => void} leave
 * @property {() => void} moved the focus
 */

/** @typedef {{part: string, x: number, day: number, range: Span | null, moved: boolean, id: number}} Drag */

/** Whole days between two moments, at least one. @param {number} a @param {number} b @returns {Span} */
export function wholeDays(a, b) {
  const low = Math.round(Math.min(a, b));
  return { low, high: Math.max(low + 1, Math.round(Math.max(a, b))) };
}

/**
 * What the range becomes when the pointer is at that moment.
 * @param {Drag} from
 * @param {number} day
 * @param {number} end of the data
 * @returns {Span}
 */
function becomes({ part, range, day: start }, day, end) {
  const held = (/** @type {number} */ moment) => Math.max(1, Math.min(end, moment));
  if (!range || part === "rest") return wholeDays(held(start), held(day));
  if (part === "low") return wholeDays(held(day), range.high);
  if (part === "high") return wholeDays(range.low, held(day));
  const by = Math.max(1 - range.low, Math.min(end - range.high, Math.round(day - start)));
  return { low: range.low + by, high: range.high + by };
}

/**
 * Zoom and shift time, so that both fingers stay on their days.
 * @param {import("./timeline.js").Timeline} timeline
 * @param {number[]} before where both were
 * @param {number[]} after
 */
function pinch(timeline, [a, b], [c, d]) {
  const by = ((a + b) / 2 - (c + d) / 2) / timeline.perDay;
  timeline.setFocus(timeline.focus.low + by, timeline.focus.high + by);
  timeline.zoom(Math.max(1, Math.abs(a - b)) / Math.max(1, Math.abs(c - d)), (c + d) / 2);
}

/**
 * @param {HTMLElement} canvas
 * @param {import("./timeline.js").Timeline} timeline
 * @param {TimeActions} actions
 * @param {AbortSignal} signal ends it
 */
export function brush(canvas, timeline, actions, signal) {
  /** @type {Drag | null} */
  let drag = null;
  /** @type {Map<number, number>} where every pointer is that is down */
  const down = new Map();
  let pinching = false;
  const at = (/** @type {PointerEvent | WheelEvent | MouseEvent} */ event) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const dragged = (/** @type {Drag} */ from, /** @type {number} */ day) => becomes(from, day, timeline.table.days + 1);
  const press = (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0 || down.size > 1) return;
    const { x, y } = at(event);
    const range = actions.range();
    let part = timeline.part(x, y, range, event.pointerType === "touch");
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, x);
    if (down.size === 2) {
      if (drag?.moved) actions.choose(drag.range, false); // two fingers zoom, and what one has begun is undone
      [drag, pinching] = [null, true];
      return;
    }
    if (event.shiftKey && range && part !== "strip") {
      part = Math.abs(timeline.toDay(x) - range.low) < Math.abs(timeline.toDay(x) - range.high) ? "low" : "high";
    }
    drag = { part, x, day: timeline.toDay(x), range, moved: event.shiftKey && part !== "strip" && range !== null, id: event.pointerId };
    if (drag.moved) actions.choose(dragged(drag, drag.day), false);
    if (part === "strip") {
      if (!timeline.zoomed) drag.part = "none";
      else centre(timeline.stripDay(x));
    }
  };

  const centre = (/** @type {number} */ day) => {
    timeline.centre(day);
    actions.moved();
  };

  const move = (/** @type {PointerEvent} */ event) => {
    const { x, y } = at(event);
    if (pinching) {
      if (down.size !== 2 || !down.has(event.pointerId)) return;
      const before = [...down.values()];
      down.set(event.pointerId, x);
      pinch(timeline, before, [...down.values()]);
      actions.moved();
      return;
    }
    if (!drag) {
      const part = timeline.part(x, y, actions.range());
      canvas.style.cursor = part === "strip" && !timeline.zoomed ? "default" : CURSORS[part];
      actions.hover(x, y);
      return;
    }
    if (event.pointerId !== drag.id) return;
    drag.moved ||= Math.abs(x - drag.x) > CLICK_PIXELS;
    if (!drag.moved) return;
    if (drag.part === "strip") centre(timeline.stripDay(x));
    else if (drag.part !== "none") actions.choose(dragged(drag, timeline.toDay(x)), false);
  };
  const lift = (/** @type {PointerEvent} */ event) => {
    down.delete(event.pointerId);
    pinching &&= down.size > 0;
    if (!drag || event.pointerId !== drag.id) return;
    const from = drag;
    drag = null;
    const { x, y } = at(event);
    if (from.part === "strip" || from.part === "none") return;
    if (event.type === "pointercancel") actions.choose(from.range, false);
    else if (from.moved) actions.choose(dragged(from, timeline.toDay(x)), true);
    else actions.click(x, y);
  };

  const wheel = (/** @type {WheelEvent} */ event) => {
    event.preventDefault();
    const pixels = event.deltaMode === 1 ? 32 : 1;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const by = (event.deltaX * pixels) / timeline.perDay;
      timeline.setFocus(timeline.focus.low + by, timeline.focus.high + by);
    } else {
      timeline.zoom(2 ** Math.max(-1, Math.min(1, event.deltaY * pixels * WHEEL)), at(event).x);
    }
    actions.moved();
  };

  canvas.addEventListener("pointerdown", press, { signal });
  canvas.addEventListener("pointermove", move, { signal });
  canvas.addEventListener("pointerup", lift, { signal });
  canvas.addEventListener("pointercancel", lift, { signal });
  canvas.addEventListener("pointerleave", () => actions.leave(), { signal });
  canvas.addEventListener("dblclick", (event) => {
    if (timeline.part(at(event).x, at(event).y, null) === "strip") timeline.setFocus(timeline.whole.low, timeline.whole.high);
    else actions.choose(null, true);
    actions.moved();
  }, { signal });
  canvas.addEventListener("wheel", wheel, { signal, passive: false });
}
