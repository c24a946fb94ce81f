/** What a person asks for, as the API takes it, and what is still missing before it can be asked. Pure. */
import { FEWEST, MOST } from "./part-order.js";
import { lastMoment } from "./selection.js";
import { toMillis } from "./timecode.js";

/** The request for a draft {ready, kind, lane, mode, selection, parts, time, duration, frame}, all but the upload. */
export function requestOf(draft) {
  return { kind: draft.kind, lane: draft.lane, input: inputOf(draft) };
}

function inputOf({ kind, mode, selection, parts, time, duration, frame }) {
  switch (kind) {
    case "clip.join":
      return { mode, ranges: parts.map(({ start, end }) => ({ start, end })) };
    case "clip.poster":
      return { at: posterMoment(time, duration, frame) };
    default:
      return { mode, range: { start: selection.start, end: selection.end } };
  }
}

/** The last frame begins before the clip ends, so a poster at the very end is taken one frame earlier. */
export function posterMoment(time, duration, frame) {
  return Math.max(0, toMillis(Math.min(time, lastMoment(duration - frame))));
}

export const withUpload = (request, upload) => ({ ...request, input: { upload, ...request.input } });

/** A sentence on what is missing, or null. */
export function missing(draft) {
  if (!draft.ready) return "The clip is being read.";
  if (draft.kind === "clip.join" && draft.parts.length < FEWEST) {
    const lack = draft.parts.length === FEWEST - 1 ? "one more part" : "at least two parts";
    return `Add ${lack}: select a range and press “Add the selection”. A join takes ${FEWEST} to ${MOST}.`;
  }
  if (!draft.lane) return "The lanes are not known yet.";
  return null;
}

/** Keeps one Idempotency-Key for the same request until it was accepted, so a retry can't double a task. */
export class SubmissionKeys {
  #keys = new Map();

  constructor(newKey = () => crypto.randomUUID()) {
    this.newKey = newKey;
  }

  keyFor(request) {
    const text = JSON.stringify(request);
    if (!this.#keys.has(text)) this.#keys.set(text, this.newKey());
    return this.#keys.get(text);
  }

  accepted(request) {
    this.#keys.delete(JSON.stringify(request));
  }
}
