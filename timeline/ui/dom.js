// Builds the page's own lists and cards from a tree of [tag, attributes, children]. Text only ever becomes a text node.

const TAGS = new Set(["div", "span", "p", "h2", "h3", "h4", "button", "ol", "ul", "li", "dl", "dt", "dd", "blockquote",
  "mark", "section", "a", "small", "strong", "details", "summary"]);
const ATTRIBUTES = new Set(["class", "role", "dir", "title", "aria-label", "aria-pressed", "aria-expanded", "aria-hidden", "data-key"]);
const TABLET = 700; // pixels; below it the page is stacked
const DESK = 1200; // pixels; below it the map is narrow

function address(href) {
  try {
    const url = new URL(href);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "The browser does not let this page copy";
  }
}

function build([tag, attributes, children], pick) {
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
    element.addEventListener("click", () => pick(attributes.pick));
  }
  if (attributes.copy !== undefined) {
    element.setAttribute("type", "button");
    element.addEventListener("click", () => copy(attributes.copy, element));
  }
  for (const child of children) {
    element.append(typeof child === "string" ? document.createTextNode(child) : build(child, pick));
  }
  return element;
}

export default function render({ data, parentElement, setTriggerValue, setStateValue }) {
  const root = parentElement.querySelector(".root");
  const held = root.querySelector(".scroll");
  const top = held ? held.scrollTop : 0;
  const focused = root.getRootNode().activeElement?.dataset?.key;
  root.replaceChildren(build(data.tree, (value) => setTriggerValue("pick", value)));
  const scroll = root.querySelector(".scroll");
  if (scroll) scroll.scrollTop = top;
  const open = root.querySelector(".row.open");
  const key = open?.querySelector("[data-key]")?.dataset.key ?? "";
  if (open && scroll && root.dataset.open !== key) {
    scroll.scrollTop = Math.max(0, open.offsetTop - scroll.offsetTop - 4);
  }
  root.dataset.open = key;
  if (focused) [...root.querySelectorAll("[data-key]")].find((e) => e.dataset.key === focused)?.focus({ preventScroll: true });
  if (!root.dataset.measured) {
    root.dataset.measured = "yes";
    if (window.innerWidth < DESK) setStateValue("screen", window.innerWidth < TABLET ? "phone" : "tablet");
  }
}
