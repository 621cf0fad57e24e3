// The row between map and timeline: playback, the switch that lets the map filter, and what is shown in one line.

import { button, choice, make } from "./controls.js";
import { rangeWords } from "./days.js";

/** @typedef {import("./view.js").View} View */

export class Bar {
  /** @param {View} view @param {AbortSignal} signal */
  constructor(view, signal) {
    const { playback, dom } = view;
    const { bar } = dom;
    this.view = view;
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.play = button(bar, "play", "▶", "Play", () => view.togglePlay(), signal);
    button(bar, "", "‹", "A step back", () => playback.one(-1), signal);
    button(bar, "", "›", "A step on", () => playback.one(1), signal);
    choice(bar, "How far a step goes", { day: "by day", week: "by week", month: "by month" }, playback.step, (step) => {
      playback.step = step;
    }, signal);
    choice(bar, "How time plays", { slides: "window slides", accumulates: "events gather" }, playback.mode, (mode) => {
      playback.mode = mode;
    }, signal);
    choice(bar, "How fast", { slow: "slow", medium: "medium", fast: "fast" }, playback.speed, (speed) => {
      playback.speed = speed;
    }, signal);
    const label = make("label", "", bar);
    this.follow = make("input", "", label);
    this.follow.type = "checkbox";
    label.append("Only what the map shows");
    this.follow.addEventListener("change", () => view.act(() => {
      const { checked } = this.follow;
      view.setBox(checked ? view.stage.camera.box() : null, checked);
    }), { signal });
    this.shown = make("span", "shown", bar);
    this.still.addEventListener("change", () => this.show(), { signal });
    this.show();
  }

  show() {
    const { view } = this;
    this.play.textContent = view.playback.playing ? "❚❚" : "▶";
    this.play.disabled = this.still.matches;
    const words = this.still.matches ? "Playing is off, as your system asks for less motion" : view.playback.playing ? "Pause" : "Play";
    this.play.title = words;
    this.play.setAttribute("aria-label", words);
    this.follow.checked = view.follow;
    this.shown.textContent = this.words();
  }

  /** What is shown, in one line. */
  words() {
    const { view } = this;
    const { boxed } = view.counted();
    const count = `${boxed.toLocaleString("en")} of ${view.table.size.toLocaleString("en")} events`;
    const { range, table } = view;
    if (!range) return count;
    const first = range.first ?? table.base + 1;
    const last = range.last ?? table.base + table.days;
    return `${count} · ${rangeWords(first, Math.max(first, last))}`;
  }
}
