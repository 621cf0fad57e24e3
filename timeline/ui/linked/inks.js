// The colours: the theme's, the page's own, and what a reader asked of the system. A canvas is not recoloured by the browser,
// so forced colours are asked for by name.

const forced = matchMedia("(forced-colors: active)");
const strong = matchMedia("(prefers-contrast: more)");
export const WISHES = [forced, strong];

/** What each is drawn with where the system's colours are forced. */
const SYSTEM = {
  ground: "Canvas", land: "Canvas", water: "Canvas", edge: "Canvas", halo: "Canvas", border: "GrayText", coast: "GrayText",
  ink: "CanvasText", text: "CanvasText", name: "CanvasText", town: "CanvasText", grey: "GrayText", pale: "GrayText",
  strike: "CanvasText", accusation: "LinkText", chosen: "Highlight",
};

/** @typedef {import("./ground.js").Inks} Inks */

/**
 * @param {HTMLElement} host
 * @param {Inks} given of the theme
 * @returns {Inks}
 */
export function inks(host, given) {
  const style = getComputedStyle(host);
  const value = (/** @type {string} */ name, /** @type {string} */ other) => style.getPropertyValue(name).trim() || other;
  const ink = value("--st-text-color", "#262a2e");
  const found = { ...given, ground: value("--st-background-color", "#ffffff"), ink, chosen: given.text };
  if (forced.matches) return { ...found, ...system(host) };
  return strong.matches ? { ...found, name: given.text, town: given.text, border: given.town, coast: given.town, grey: given.name } : found;
}

/** The system's colours as numbers, which the raster mixes. @param {HTMLElement} host @returns {Inks} */
function system(host) {
  const probe = host.appendChild(document.createElement("span"));
  probe.style.forcedColorAdjust = "none";
  const found = Object.entries(SYSTEM).map(([name, colour]) => {
    probe.style.color = colour;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(found);
}
