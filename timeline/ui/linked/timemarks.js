// The signs of single events on the timeline: a circle or a triangle for an exact day, a band between brackets for a vague one.

import { NAME_GAP, reach } from "./lanes.js";

/**
 * @typedef {import("./lanes.js").Mark} Mark
 * @typedef {import("./ground.js").Inks} Inks
 * @typedef {{timeline: import("./timeline.js").Timeline, mark: Mark, kind: string, y: number, edge: string | null, inks: Inks}} Sign
 *   `edge` the colour around the selected one
 */

/**
 * @param {CanvasRenderingContext2D} c
 * @param {import("./timeline.js").Timeline} timeline
 * @param {Mark} mark
 * @param {import("./timeline.js").Look} look
 * @param {Inks} inks
 */
export function paintMark(c, timeline, mark, look, inks) {
  const { table } = timeline;
  const kind = table.kinds[table.kind[mark.i]];
  const [low, high] = [mark.open === "start" ? -Infinity : timeline.toDay(mark.low), mark.open === "end" ? Infinity : timeline.toDay(mark.high)];
  const sign = { timeline, mark, kind, y: timeline.laneY(mark.lane), edge: mark.i === look.selected ? inks.chosen : null, inks };
  c.globalAlpha = timeline.faint(look.range, low, high);
  if (mark.exact) paintPoint(c, sign);
  else paintBand(c, sign);
  if (mark.name) paintName(c, sign);
  c.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} c @param {Sign} sign */
function paintPoint(c, { timeline, mark, kind, y, edge, inks }) {
  const r = Math.min(5.8, timeline.lane / 2 - 0.5);
  const x = (mark.low + mark.high) / 2;
  c.beginPath();
  if (kind === "strike") {
    c.arc(x, y, r, 0, 2 * Math.PI);
  } else {
    c.moveTo(x - r * 0.8, y - r);
    c.lineTo(x + r, y);
    c.lineTo(x - r * 0.8, y + r);
    c.closePath();
  }
  c.fillStyle = inks[kind];
  c.fill();
  c.strokeStyle = edge ?? inks.ground;
  c.lineWidth = edge ? 2.2 : 1;
  c.stroke();
}

/** @param {CanvasRenderingContext2D} c @param {Sign} sign */
function paintName(c, { timeline, mark, y, inks }) {
  const [low, high] = reach(mark);
  c.font = timeline.letters.font("mark");
  c.textBaseline = "middle";
  c.textAlign = mark.side > 0 ? "left" : "right";
  c.fillStyle = inks.ink;
  c.fillText(mark.name, mark.side > 0 ? Math.max(0, high) + NAME_GAP / 2 : low - NAME_GAP / 2, y + 0.5);
}

/** A band between brackets, an arrow where it is open. @param {CanvasRenderingContext2D} c @param {Sign} sign */
function paintBand(c, { timeline, mark, kind, y, edge, inks }) {
  const high = Math.min(10, timeline.lane - 4);
  const low = Math.max(-4, mark.low);
  const to = Math.max(low + 2, Math.min(timeline.width + 4, mark.high));
  const faint = c.globalAlpha;
  c.fillStyle = c.strokeStyle = inks[kind];
  c.globalAlpha = faint * 0.26;
  c.fillRect(low, y - high / 2, to - low, high);
  c.globalAlpha = faint;
  if (mark.through) c.fillRect(low, y - 2, to - low, 4);
  if (edge) {
    c.strokeStyle = edge;
    c.lineWidth = 2;
    c.strokeRect(low - 2, y - high / 2 - 2, to - low + 4, high + 4);
    c.strokeStyle = inks[kind];
  }
  c.lineWidth = 2;
  bracket(c, low, y, high, mark.open === "start", 1);
  bracket(c, to, y, high, mark.open === "end", -1);
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {number} x
 * @param {number} y
 * @param {number} high
 * @param {boolean} open
 * @param {1 | -1} side 1 for the beginning of a band
 */
function bracket(c, x, y, high, open, side) {
  c.beginPath();
  if (open) {
    c.moveTo(x + side * 9, y - high / 2 - 1);
    c.lineTo(x + side * 2, y);
    c.lineTo(x + side * 9, y + high / 2 + 1);
    c.closePath();
    c.fill();
    return;
  }
  c.moveTo(x + side * 3.5, y - high / 2 - 2);
  c.lineTo(x, y - high / 2 - 2);
  c.lineTo(x, y + high / 2 + 2);
  c.lineTo(x + side * 3.5, y + high / 2 + 2);
  c.stroke();
}
