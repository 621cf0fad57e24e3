// The tour of a first visit: a box beside each part of the page in turn, which it never covers where there is room.

const SEEN = "dateline-tour"; // in the browser's own memory
const GAP = 10; // pixels between the box and what it explains
const WAIT_MS = 250; // until the map is looked for again
const TRIES = 120;

/** @type {WeakMap<Element, object>} the tour of each box */
const tours = new WeakMap();

/** The first element of that selector, in whichever shadow it stands. */
function find(selector, root = document) {
  const found = root.querySelector(selector);
  if (found) return found;
  for (const host of root.querySelectorAll("*")) {
    const within = host.shadowRoot && find(selector, host.shadowRoot);
    if (within) return within;
  }
  return null;
}

function target(step) {
  return step.at.map((selector) => find(selector)).find((element) => element?.getClientRects().length) ?? null;
}

function seen() {
  try {
    return window.localStorage.getItem(SEEN) !== null;
  } catch {
    return true; // nothing can be remembered, so nobody is shown it every time
  }
}

function remember() {
  try {
    window.localStorage.setItem(SEEN, "seen");
  } catch {
    // the next visit begins as this one
  }
}

/** Left and top of a box of that size beside the rectangle, or null where there is no room. */
function beside(rect, width, height) {
  const x = Math.max(8, Math.min(rect.left, window.innerWidth - width - 8));
  const y = Math.max(8, Math.min(rect.top, window.innerHeight - height - 8));
  if (rect.bottom + GAP + height <= window.innerHeight) return [x, rect.bottom + GAP];
  if (rect.top - GAP - height >= 0) return [x, rect.top - GAP - height];
  if (rect.right + GAP + width <= window.innerWidth) return [rect.right + GAP, y];
  if (rect.left - GAP - width >= 0) return [rect.left - GAP - width, y];
  return null;
}

/** Put box and ring where the step's part is now. */
function place(tour) {
  const rect = target(tour.data.steps[tour.at])?.getBoundingClientRect();
  if (!rect) return false;
  const { box, ring } = tour;
  const spot = beside(rect, box.offsetWidth, box.offsetHeight);
  const [left, top] = spot ?? [8, window.innerHeight - box.offsetHeight - 8];
  Object.assign(box.style, { left: `${left}px`, top: `${top}px` });
  const around = { left: rect.left - 4, top: rect.top - 4, width: rect.width + 8, height: rect.height + 8 };
  for (const [name, value] of Object.entries(around)) ring.style[name] = `${value}px`;
  return spot !== null;
}

function button(words, css, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = css;
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function fill(tour) {
  const { box, at, data } = tour;
  const step = data.steps[at];
  const head = document.createElement("h2");
  head.textContent = step.name;
  const count = document.createElement("span");
  count.className = "count";
  count.textContent = step.count;
  head.append(count);
  const what = document.createElement("p");
  what.textContent = step.what;
  const row = document.createElement("div");
  row.className = "steps";
  if (at > 0) row.append(button(data.words.back, "back", () => go(tour, at - 1)));
  if (at < data.steps.length - 1) {
    row.append(button(data.words.next, "on", () => go(tour, at + 1)), button(data.words.skip, "skip", () => end(tour)));
  } else {
    row.append(button(data.words.done, "on", () => end(tour)));
  }
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", `${data.words.tour}: ${step.name}`);
  box.replaceChildren(head, what, row);
}

function go(tour, at) {
  tour.at = at;
  fill(tour);
  const part = target(tour.data.steps[at]);
  for (const block of ["nearest", "center", "start"]) {
    part?.scrollIntoView({ block });
    if (place(tour)) break;
  }
  tour.box.querySelector(".on").focus({ preventScroll: true });
}

/** What has the focus, in whichever shadow. */
function focused() {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

function begin(tour) {
  if (tour.at >= 0 || !tour.box.showPopover) return;
  remember();
  tour.before = focused();
  tour.ring.showPopover();
  tour.box.showPopover();
  tour.moving = new AbortController();
  const options = { signal: tour.moving.signal, capture: true };
  window.addEventListener("scroll", () => place(tour), { ...options, passive: true });
  window.addEventListener("resize", () => place(tour), options);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end(tour);
  }, options);
  go(tour, 0);
}

function end(tour) {
  if (tour.at < 0) return;
  tour.at = -1;
  tour.moving.abort();
  tour.box.hidePopover();
  tour.ring.hidePopover();
  tour.before?.focus?.({ preventScroll: true });
}

/** Begin when the map is there. */
function await_map(tour, tries = TRIES) {
  if (!tour.box.isConnected || seen()) return;
  if (target(tour.data.steps[0]) && target(tour.data.steps[2])) begin(tour);
  else if (tries) setTimeout(() => await_map(tour, tries - 1), WAIT_MS);
}

export default function render({ data, parentElement }) {
  const box = parentElement.querySelector(".tour");
  const known = tours.get(box);
  if (known) {
    known.data = data;
    if (known.at >= 0) fill(known);
    return;
  }
  const tour = { box, ring: parentElement.querySelector(".ring"), data, at: -1, before: null, moving: null };
  tours.set(box, tour);
  const asked = () => (box.isConnected ? begin(tour) : document.removeEventListener("dateline-tour", asked));
  document.addEventListener("dateline-tour", asked);
  if (data.first) await_map(tour);
}
