// For those who do not point: roles on Streamlit's own containers, words for a screen reader, and the page's keys.

const BUSY = "[data-testid=stPopoverBody], [role=listbox], [role=dialog]"; // what lies open over the page and has Escape
const SAY_MS = 400; // a change that is still going on is not said

/** @type {WeakMap<Element, object>} what the lines of pages that already listen were last given */
const given = new WeakMap();

/** Name Streamlit's containers; it draws some of them again, so this is done again. */
function name(landmarks) {
  for (const [key, [role, label]] of Object.entries(landmarks)) {
    const found = document.querySelector(`.st-key-${key}`);
    if (found && (found.getAttribute("role") !== role || found.getAttribute("aria-label") !== label)) {
      found.setAttribute("role", role);
      found.setAttribute("aria-label", label);
    }
  }
  for (const chart of document.querySelectorAll("[data-testid=stVegaLiteChart] svg:not([aria-hidden])")) {
    chart.setAttribute("aria-hidden", "true"); // its marks have no names; the list says the same in words
  }
}

/** The list's own document. */
function list() {
  const hosts = [...document.querySelectorAll(".st-key-list *, .st-key-list")];
  return hosts.find((host) => host.shadowRoot)?.shadowRoot ?? null;
}

/** To the next event of the list or the one before; from outside, to the open one or the first. */
function walk(by) {
  const found = list();
  const rows = [...(found?.querySelectorAll(".row > button, .more") ?? [])];
  const at = rows.findIndex((row) => row === found.activeElement || row.parentElement.contains(found.activeElement));
  const open = rows.findIndex((row) => row.parentElement.classList.contains("open"));
  const next = at >= 0 ? at + by : Math.max(0, open);
  rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus();
}

/** Close the open card; the focus goes back to its row. */
function close(tell) {
  const row = list()?.querySelector(".row.open");
  if (!row) return;
  if (row.contains(list().activeElement)) row.querySelector("button").focus();
  tell();
}

function typing(event) {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select, [role=combobox]"));
}

function fill(dialog, keys, words) {
  dialog.replaceChildren();
  dialog.setAttribute("aria-label", words.keys);
  const make = (tag, text, parent) => {
    const element = document.createElement(tag);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  make("h2", words.keys, dialog);
  const terms = make("dl", "", dialog);
  for (const [key, what] of keys) {
    make("dt", key, terms);
    make("dd", what, terms);
  }
  make("button", words.close, dialog).addEventListener("click", () => dialog.close());
}

function keys(dialog, escape) {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || dialog.open || typing(event)) return;
    const found = {
      "/": () => document.querySelector(".st-key-text input")?.focus(),
      j: () => walk(1),
      k: () => walk(-1),
      "?": () => dialog.showModal(),
      Escape: () => document.querySelector(BUSY) || close(escape),
    }[event.key];
    if (!found) return;
    if (event.key !== "Escape") event.preventDefault();
    found();
  };
}

export default function render({ data, parentElement, setTriggerValue }) {
  const said = parentElement.querySelector(".said");
  const dialog = parentElement.querySelector("dialog");
  name(data.landmarks);
  clearTimeout(Number(said.dataset.timer));
  said.dataset.timer = String(setTimeout(() => {
    if (said.textContent !== data.said) said.textContent = data.said;
  }, SAY_MS));
  if (said.dataset.told !== JSON.stringify(data.keys)) {
    said.dataset.told = JSON.stringify(data.keys);
    fill(dialog, data.keys, data.words);
  }
  const first = !given.has(said);
  given.set(said, data);
  if (first) {
    const ending = new AbortController();
    const watch = new MutationObserver(() => {
      if (!said.isConnected) {
        watch.disconnect();
        ending.abort();
      } else {
        name(given.get(said).landmarks);
      }
    });
    watch.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("keydown", keys(dialog, () => setTriggerValue("escape", true)), { signal: ending.signal });
    document.addEventListener("dateline-keys", () => dialog.open || dialog.showModal(), { signal: ending.signal });
  }
}
