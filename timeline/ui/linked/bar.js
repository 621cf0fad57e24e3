// The row between map and timeline: playback, the switch that lets the map filter, and what is shown in one line.

import { button, choice, make } from "./controls.js";

/** @typedef {import("./view.js").View} View */

export class Bar {
  /** @param {View} view @param {AbortSignal} signal */
  constructor(view, signal) {
    const { playback, dom, speech } = view;
    const say = (/** @type {string} */ name) => speech.say(name);
    const { bar } = dom;
    this.view = view;
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.play = button(bar, "play", "▶", say("play"), () => view.togglePlay(), signal);
    button(bar, "", "‹", say("back"), () => playback.one(-1), signal);
    button(bar, "", "›", say("on"), () => playback.one(1), signal);
    choice(bar, say("step"), { day: say("step_day"), week: say("step_week"), month: say("step_month") }, playback.step, (step) => {
      playback.step = step;
    }, signal);
    choice(bar, say("mode"), { slides: say("mode_slides"), accumulates: say("mode_accumulates") }, playback.mode, (mode) => {
      playback.mode = mode;
    }, signal);
    choice(bar, say("speed"), { slow: say("speed_slow"), medium: say("speed_medium"), fast: say("speed_fast") }, playback.speed, (speed) => {
      playback.speed = speed;
    }, signal);
    const label = make("label", "", bar);
    this.follow = make("input", "", label);
    this.follow.type = "checkbox";
    label.append(say("follow"));
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
    const words = view.speech.say(this.still.matches ? "still" : view.playback.playing ? "pause" : "play");
    this.play.title = words;
    this.play.setAttribute("aria-label", words);
    this.follow.checked = view.follow;
    this.shown.textContent = this.words();
  }

  /** What is shown, in one line. */
  words() {
    const { range, table, speech } = this.view;
    const shown = speech.many("shown", table.size, { shown: this.view.counted().boxed });
    if (!range) return shown;
    const first = range.first ?? table.base + 1;
    const last = range.last ?? table.base + table.days;
    return `${shown} · ${speech.range(first, Math.max(first, last))}`;
  }
}
