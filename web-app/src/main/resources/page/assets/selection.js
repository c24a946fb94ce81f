/** The range between in and out point and every way it may move: inside the clip, never reversed, never empty. Pure. */
import { toMillis } from "./timecode.js";

/** The shortest range that the worker cuts, in seconds. */
export const SHORTEST = 0.04;

/** What is assumed of a clip whose length the browser can't tell. */
const FIRST_GUESS = 10;

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** The last whole millisecond inside the clip; rounding up would ask for more than there is. */
export const lastMoment = (duration) => Math.floor(duration * 1000) / 1000;

export function wholeClip(duration) {
  return { start: 0, end: Number.isFinite(duration) ? lastMoment(duration) : FIRST_GUESS };
}

/** Sets the in point anywhere; an out point that would come before it goes to the end of the clip. */
export function setStart(selection, time, duration) {
  const start = toMillis(clamp(time, 0, Math.max(0, lastMoment(duration) - SHORTEST)));
  if (selection.end - start >= SHORTEST) return { start, end: selection.end };
  return { start, end: Number.isFinite(duration) ? lastMoment(duration) : toMillis(start + FIRST_GUESS) };
}

/** Sets the out point anywhere; an in point that would come after it goes to the beginning of the clip. */
export function setEnd(selection, time, duration) {
  const end = toMillis(clamp(time, SHORTEST, lastMoment(duration)));
  return { start: end - selection.start >= SHORTEST ? selection.start : 0, end };
}

/** Moves the in point like a handle: it stops at the out point. */
export function moveStart(selection, time) {
  return { start: toMillis(clamp(time, 0, selection.end - SHORTEST)), end: selection.end };
}

/** Moves the out point like a handle: it stops at the in point. */
export function moveEnd(selection, time, duration) {
  return { start: selection.start, end: toMillis(clamp(time, selection.start + SHORTEST, lastMoment(duration))) };
}

export const lengthOf = (selection) => toMillis(selection.end - selection.start);
