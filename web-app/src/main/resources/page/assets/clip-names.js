/** Remembers, in this browser only, which file an upload was, so that a task can be shown by its clip's name. */
import { forget, recall, remember } from "./storage.js";

const KEY = "clip-names";
const MOST = 200;

function entries() {
  try {
    const read = JSON.parse(recall(KEY) ?? "[]");
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

export function rememberClip(uploadId, fileName) {
  const others = entries().filter(([id]) => id !== uploadId);
  remember(KEY, JSON.stringify([[uploadId, fileName], ...others].slice(0, MOST)));
}

export function clipName(uploadId) {
  return entries().find(([id]) => id === uploadId)?.[1] ?? null;
}

export function forgetClips() {
  forget(KEY);
}
