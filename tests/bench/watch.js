// Measures the linked view from inside its page: each move of the brush until a frame begins with other pixels in the map's
// canvas, and each release until the page has said all that is new.

/** @returns {HTMLElement | undefined} */
function findView() {
  const shadows = [...document.querySelectorAll("*")].map((element) => element.shadowRoot?.querySelector(".linked"));
  return /** @type {HTMLElement | undefined} */ (shadows.find(Boolean));
}

/** Note when the first picture stands. */
function awaitOpening() {
  if (findView()?.dataset.counts) Object.assign(window, { opened: performance.now() });
  else requestAnimationFrame(awaitOpening);
}

/** Note moves and releases from now on. */
function watchMoves() {
  const canvas = /** @type {HTMLCanvasElement} */ (findView()?.querySelector(".marks"));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const look = () => {
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    let sum = 0;
    for (let n = 0; n < pixels.length; n += 1) sum = (Math.imul(sum, 31) + pixels[n]) | 0;
    return sum;
  };
  const roots = [...document.querySelectorAll("*")].flatMap((element) => element.shadowRoot?.querySelector(".root") ?? []);
  const lines = () => [...document.querySelectorAll("[data-testid=stText]"), ...roots]; // the list is in a root of its own
  const said = () => lines().map((element) => element.textContent).join("\n");
  /** @type {number[]} */
  const moves = [];
  /** @type {number[]} */
  const releases = [];
  Object.assign(window, { moves, releases });
  let [shown, moved, released, heard, answered] = [look(), 0, 0, said(), false];
  const next = () => {
    const now = performance.now();
    const seen = look();
    if (seen === shown) {
      requestAnimationFrame(next);
      return;
    }
    moves.push(now - moved);
    [shown, moved] = [seen, 0];
  };
  window.addEventListener("pointermove", (event) => {
    if (!event.buttons || moved) return;
    moved = event.timeStamp;
    requestAnimationFrame(next);
  }, true);
  window.addEventListener("pointerup", (event) => {
    [released, answered] = [event.timeStamp, false];
  }, true);
  const observer = new MutationObserver(() => {
    const now = said();
    if (!released || now === heard) return;
    if (answered) releases.pop();
    releases.push(performance.now() - released); // until the last line that changes
    [heard, answered] = [now, true];
  });
  for (const root of [document.body, ...roots]) observer.observe(root, { subtree: true, childList: true, characterData: true });
}
