/** The parts of a join, in their order. Pure: every change answers a new list. */
export const FEWEST = 2;
export const MOST = 20;

export const canAdd = (parts) => parts.length < MOST;

export function added(parts, range) {
  return canAdd(parts) ? [...parts, { start: range.start, end: range.end }] : parts;
}

export const removed = (parts, index) => parts.filter((_, i) => i !== index);

/** Moves one part by so many places; a move off either end changes nothing. */
export function moved(parts, index, by) {
  const to = index + by;
  if (to < 0 || to >= parts.length) return parts;
  const next = [...parts];
  next.splice(to, 0, ...next.splice(index, 1));
  return next;
}

export const totalLength = (parts) => parts.reduce((sum, part) => sum + part.end - part.start, 0);
