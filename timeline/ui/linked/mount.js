// What the loader imports: one view for each place on the page, kept from run to run.

import { load as loadGround } from "./ground.js";
import { load as loadTable } from "./table.js";
import { View } from "./view.js";

/** @typedef {import("./view.js").Data} Data */

/** @type {WeakMap<Element, {shown: string, view: Promise<View>}>} */
const views = new WeakMap();

/**
 * What Streamlit calls on every run of the page. Another table, language or other borders are another view, which looks where the last one looked.
 * @param {import("./view.js").Component} component
 * @param {(error: unknown) => void} tell that the view cannot go on
 */
export async function render({ data, parentElement, setStateValue }, tell) {
  const host = /** @type {HTMLElement} */ (parentElement.querySelector(".linked"));
  const before = views.get(host);
  const shown = `${data.urls.columns} ${data.urls.ground} ${data.language}`;
  if (!before || before.shown !== shown) {
    views.set(host, { shown, view: open(host, data, tell, before ? await before.view : null) });
  }
  const view = await /** @type {{view: Promise<View>}} */ (views.get(host)).view;
  view.report = setStateValue;
  await view.update(data);
  return () => {
    if (!host.isConnected) view.end();
  };
}

/** @param {HTMLElement} host @param {Data} data @param {(error: unknown) => void} tell @param {View | null} before */
async function open(host, data, tell, before) {
  const known = before?.groundUrl === data.urls.ground ? before.stage.ground : null;
  const [ground, table] = await Promise.all([known ?? loadGround(data.urls.ground), loadTable(data.urls.columns, data.key)]);
  before?.end();
  const view = new View(host, data, ground, table, tell);
  if (before) view.stage.camera.set(before.stage.camera.x, before.stage.camera.y, before.stage.camera.zoom);
  view.stage.opened = before !== null;
  return view;
}
