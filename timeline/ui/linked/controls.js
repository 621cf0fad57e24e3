// The view's own elements: canvases, buttons, the line that says what is shown, the tip and the list of a crowded place.
// Words reach it only as textContent.

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} css
 * @param {HTMLElement} parent
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, css, parent, text = "") {
  const element = document.createElement(tag);
  element.className = css;
  element.textContent = text;
  parent.append(element);
  return element;
}

/** @param {HTMLElement} parent @param {string} css @param {string} text @param {string} label @param {() => void} click @param {AbortSignal} signal */
export function button(parent, css, text, label, click, signal) {
  const found = make("button", css, parent, text);
  found.type = "button";
  found.title = label;
  found.setAttribute("aria-label", label);
  found.addEventListener("click", click, { signal });
  return found;
}

/**
 * @template {string} V
 * @param {HTMLElement} parent
 * @param {string} label
 * @param {Record<V, string>} choices
 * @param {V} chosen
 * @param {(value: V) => void} change
 * @param {AbortSignal} signal
 */
export function choice(parent, label, choices, chosen, change, signal) {
  const found = make("select", "", parent);
  found.setAttribute("aria-label", label);
  found.title = label;
  for (const [value, words] of Object.entries(choices)) {
    const option = make("option", "", found, String(words));
    option.value = value;
    option.selected = value === chosen;
  }
  found.addEventListener("change", () => change(/** @type {V} */ (found.value)), { signal });
  return found;
}

/** @param {HTMLElement} parent @param {string} css @param {string} label */
function canvas(parent, css, label) {
  const element = make("canvas", css, parent);
  if (label) {
    element.tabIndex = 0;
    element.setAttribute("role", "application");
    element.setAttribute("aria-label", label);
  }
  const context = element.getContext("2d", { willReadFrequently: true }); // a software canvas: read back and blitted without a GPU
  if (!context) throw new Error("canvas");
  return { element, context };
}

/** The frame of the whole view. @param {HTMLElement} host @param {string} credit @param {import("./speech.js").Speech} speech */
export function frame(host, credit, speech) {
  host.replaceChildren();
  const map = make("div", "map", host);
  const ground = canvas(map, "ground", "");
  const marks = canvas(map, "marks", speech.say("map"));
  const fan = make("div", "fan", map);
  fan.setAttribute("role", "group");
  fan.hidden = true;
  const tools = make("div", "tools", map);
  const scale = make("div", "scale", map);
  const line = make("div", "credit", map, credit);
  const bar = make("div", "bar", host);
  const time = make("div", "time", host);
  const timeline = canvas(time, "timeline", speech.say("time"));
  const tip = make("div", "tip", host);
  tip.setAttribute("aria-hidden", "true");
  tip.hidden = true;
  const picker = make("div", "picker", host);
  picker.setAttribute("role", "dialog");
  picker.hidden = true;
  return { map, ground, marks, fan, tools, scale, credit: line, bar, time, timeline, tip, picker };
}

/**
 * Put the tip beside a point, inside the view.
 * @param {HTMLElement} tip
 * @param {HTMLElement} host
 * @param {string[]} lines the first is what it is about
 * @param {number} x within the host
 * @param {number} y
 */
export function showTip(tip, host, lines, x, y) {
  const told = lines.join("\n");
  if (tip.dataset.told !== told) {
    tip.dataset.told = told;
    tip.replaceChildren();
    lines.forEach((line, n) => {
      const row = make("div", n ? "more" : "first", tip, line);
      row.dir = "auto";
    });
  }
  tip.hidden = false;
  const [wide, high] = [tip.offsetWidth, tip.offsetHeight];
  const left = Math.max(2, Math.min(host.clientWidth - wide - 2, x + 14));
  const top = y + high + 18 > host.clientHeight ? y - high - 10 : y + 16;
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.max(2, top))}px)`;
}

/** How far some round number of kilometres reaches. @param {HTMLElement} element @param {number} perKm pixels @param {import("./speech.js").Speech} speech */
export function showScale(element, perKm, speech) {
  const most = 110 / perKm;
  const ten = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((part) => part * ten).find((one) => one <= most) ?? ten;
  element.style.width = `${Math.round(km * perKm)}px`;
  element.textContent = speech.distance(km);
}
