// The keyboard on the map and on the timeline. A key that is used here goes no further, so that the page's own keys stay its
// own; all others pass.

const PAN = 80; // pixels
const ZOOM = 0.5; // levels
const WINDOW = 20; // of the time in focus, that a first range is wide
const CLOSER = 0.7;

/** @typedef {import("./view.js").View} View */

/** @param {View} view @returns {Record<string, () => void>} */
function onMap(view) {
  const { camera } = view.stage;
  const pan = (/** @type {number} */ dx, /** @type {number} */ dy) => () => camera.pan(dx * PAN, dy * PAN);
  const zoom = (/** @type {number} */ by) => () => camera.zoomAt(by, camera.width / 2, camera.height / 2);
  return {
    ArrowLeft: pan(1, 0), ArrowRight: pan(-1, 0), ArrowUp: pan(0, 1), ArrowDown: pan(0, -1),
    "+": zoom(ZOOM), "=": zoom(ZOOM), "-": zoom(-ZOOM), Home: () => view.stage.fit(),
  };
}

/** @param {View} view @param {boolean} shift @returns {Record<string, () => void>} */
function onTime(view, shift) {
  const { timeline } = view.stage;
  const end = view.table.days + 1;
  const span = view.span();
  const step = Math.max(1, Math.round(5 / timeline.perDay));
  const wide = Math.max(1, Math.round((timeline.focus.high - timeline.focus.low) / WINDOW));
  const low = Math.max(1, Math.min(end - wide, Math.round(timeline.focus.low)));
  const from = span ?? { low, high: low + wide };
  const move = (/** @type {number} */ by) => () => {
    const held = Math.max(1 - from.low, Math.min(end - from.high, span ? by : 0));
    view.choose({ low: from.low + held, high: from.high + held }, "soon");
  };
  const resize = (/** @type {number} */ by) => () =>
    view.choose({ low: from.low, high: Math.max(from.low + 1, Math.min(end, from.high + by)) }, "soon");
  const zoom = (/** @type {number} */ by) => () => timeline.zoom(by, timeline.toX(span ? (span.low + span.high) / 2 : timeline.toDay(timeline.width / 2)));
  const arrow = shift ? resize : move;
  return {
    ArrowLeft: arrow(-step), ArrowRight: arrow(step), "+": zoom(CLOSER), "=": zoom(CLOSER), "-": zoom(1 / CLOSER),
    Home: move(-Infinity), End: span ? move(Infinity) : () => view.choose({ low: end - wide, high: end }, "soon"),
    " ": () => view.togglePlay(),
  };
}

/**
 * @param {View} view
 * @param {AbortSignal} signal
 */
export function keys(view, signal) {
  /** @param {"map" | "time"} where */
  const pressed = (where) => (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const still = { Escape: () => view.letGo(where), ...(where === "map" ? { Enter: () => view.pointing.press() } : {}) }[event.key];
    const found = still ?? (where === "map" ? onMap(view) : onTime(view, event.shiftKey))[event.key];
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    view.act(() => {
      if (where === "map" && !still) view.go(found);
      else found();
      view.stage.request({ timeline: where === "time" });
    }, event.key !== " ");
  };
  view.dom.marks.element.addEventListener("keydown", pressed("map"), { signal });
  view.dom.timeline.element.addEventListener("keydown", pressed("time"), { signal });
}
