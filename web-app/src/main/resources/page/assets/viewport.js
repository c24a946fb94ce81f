/** Which stretch of the clip the timeline shows: zoom, pan, and where a time lies in it. Pure. */

/** The shortest stretch that zooming in reaches, in seconds. */
const CLOSEST = 1;

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];

export const whole = (duration) => ({ from: 0, to: duration });

export const isWhole = (view, duration) => view.from <= 0 && view.to >= duration;

function placed(from, span, duration) {
  const start = Math.min(Math.max(0, from), Math.max(0, duration - span));
  return { from: start, to: start + span };
}

/** Zooms by a factor (2 shows half as much) and leaves the given time where it is. */
export function zoomed(view, factor, around, duration) {
  const span = Math.min(Math.max((view.to - view.from) / factor, Math.min(CLOSEST, duration)), duration);
  const share = (around - view.from) / (view.to - view.from);
  return placed(around - share * span, span, duration);
}

export const panned = (view, by, duration) => placed(view.from + by, view.to - view.from, duration);

/** The view moved just as far as needed to show a time. */
export function revealing(view, time, duration) {
  const margin = (view.to - view.from) * 0.05;
  if (time < view.from) return panned(view, time - margin - view.from, duration);
  if (time > view.to) return panned(view, time + margin - view.to, duration);
  return view;
}

/** 0 at the left edge, 1 at the right one. */
export const share = (view, time) => (time - view.from) / (view.to - view.from);

export const timeAt = (view, share) => view.from + share * (view.to - view.from);

/** Round times for the ruler's ticks, so many at most. */
export function ticks(view, most) {
  const span = view.to - view.from;
  const step = STEPS.find((candidate) => span / candidate <= most) ?? Math.ceil(span / most / 3600) * 3600;
  const first = Math.ceil(view.from / step - 1e-9);
  const count = Math.floor(view.to / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => Math.round((first + i) * step * 1000) / 1000);
}
