// Builds the page's own lists and cards from a tree of [tag, attributes, children]. Text only ever becomes a text node.

const TAGS = new Set(["div", "span", "p", "h2", "h3", "h4", "button", "ol", "ul", "li", "dl", "dt", "dd", "blockquote",
  "mark", "section", "a", "small", "strong", "details", "summary"]);
const ATTRIBUTES = new Set(["class", "role", "dir", "title", "lang", "aria-label", "aria-pressed", "aria-expanded", "aria-hidden", "data-key",
  "tabindex"]);
const TABLET = 700; // pixels; below it the page is stacked
const DESK = 1200; // pixels; below it the map is narrow

/** @type {WeakMap<Element, string>} the tree that an element shows */
const drawn = new WeakMap();

function address(href) {
  try {
    const url = new URL(href);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

async function copy(text, button, words) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = words.copied;
  } catch {
    button.textContent = words.refused;
  }
}

/** The list is about to grow: the focus goes on to the first new row. */
function grow(button) {
  const rows = button.closest("ol")?.querySelectorAll(".row > button") ?? [];
  const last = rows[rows.length - 1];
  if (last) button.closest(".root").dataset.last = last.dataset.key;
}

function build([tag, attributes, children], tell, words) {
  const element = document.createElement(TAGS.has(tag) ? tag : "span");
  for (const [name, value] of Object.entries(attributes)) {
    if (ATTRIBUTES.has(name)) element.setAttribute(name, value);
  }
  if (tag === "a") {
    const href = address(attributes.href);
    if (href) Object.assign(element, { href, target: "_blank", rel: "noopener noreferrer nofollow" });
  }
  if (attributes.pick !== undefined) {
    element.setAttribute("type", "button");
    element.dataset.key = attributes["data-key"] ?? attributes.pick;
    element.addEventListener("click", () => tell("pick", attributes.pick));
  }
  if (attributes.act !== undefined) {
    element.setAttribute("type", "button");
    element.dataset.key = attributes["data-key"] ?? attributes.act;
    element.addEventListener("click", () => {
      if (attributes.act === "more") grow(element);
      tell("act", attributes.act);
    });
  }
  if (attributes.call !== undefined) {
    element.setAttribute("type", "button");
    element.addEventListener("click", () => document.dispatchEvent(new CustomEvent(`dateline-${attributes.call}`)));
  }
  if (attributes.copy !== undefined) {
    element.setAttribute("type", "button");
    element.addEventListener("click", () => copy(attributes.copy, element, words));
  }
  for (const child of children) {
    element.append(typeof child === "string" ? document.createTextNode(child) : build(child, tell, words));
  }
  return element;
}

/** Which folds are open, by their place in the tree: a new tree does not close what a reader opened. */
function folds(root) {
  return [...root.querySelectorAll("details")].map((fold) => fold.open);
}

function focus(root, key) {
  const rows = [...root.querySelectorAll("[data-key]")];
  const last = root.dataset.last;
  delete root.dataset.last;
  const at = rows.findIndex((row) => row.dataset.key === (last ?? key));
  rows[last === undefined ? at : at + 1]?.focus({ preventScroll: last === undefined });
}

export default function render({ data, parentElement, setTriggerValue, setStateValue }) {
  const root = parentElement.querySelector(".root");
  if (data.language) document.documentElement.lang = data.language; // Streamlit writes "en"
  const told = JSON.stringify([data.tree, data.language]);
  if (drawn.get(root) !== told) {
    drawn.set(root, told);
    redraw(root, data.tree, setTriggerValue, data.words);
  }
  if (!root.dataset.measured) {
    root.dataset.measured = "yes";
    if (window.innerWidth < DESK) setStateValue("screen", window.innerWidth < TABLET ? "phone" : "tablet");
  }
}

function redraw(root, tree, tell, words) {
  const held = root.querySelector(".scroll");
  const top = held ? held.scrollTop : 0;
  const focused = root.getRootNode().activeElement?.dataset?.key;
  const before = root.dataset.open;
  const unfolded = folds(root);
  root.replaceChildren(build(tree, tell, words));
  const scroll = root.querySelector(".scroll");
  if (scroll) scroll.scrollTop = top;
  const open = root.querySelector(".row.open");
  const key = open?.querySelector("[data-key]")?.dataset.key ?? "";
  if (open && scroll && before !== key) {
    scroll.scrollTop = Math.max(0, open.offsetTop - scroll.offsetTop - 4);
  }
  root.dataset.open = key;
  const now = [...root.querySelectorAll("details")];
  if (before === key && now.length === unfolded.length) now.forEach((fold, n) => { fold.open = unfolded[n]; });
  if (focused) focus(root, focused);
}
