/** Sizes, stretches of time and tasks in a person's words. Pure. */
import { short } from "./timecode.js";

const KINDS = {
  "clip.trim": { name: "Trim", icon: "trim" },
  "clip.join": { name: "Join", icon: "join" },
  "clip.poster": { name: "Poster", icon: "poster" },
  probe: { name: "Test task", icon: "run" },
};

export const STATES = {
  QUEUED: { name: "Queued", icon: "clock", final: false },
  RUNNING: { name: "Running", icon: "run", final: false },
  SUCCEEDED: { name: "Done", icon: "check", final: true },
  FAILED: { name: "Failed", icon: "alert", final: true },
  CANCELLED: { name: "Cancelled", icon: "ban", final: true },
};

export const isFinal = (task) => STATES[task.state]?.final ?? false;

export const kindOf = (task) => KINDS[task.kind] ?? { name: task.kind, icon: "film" };

/** Whether a result is one that the page can show: a clip or a picture, not a text. */
export const isShowable = (result) => /^(video|image)\//.test(result?.contentType ?? "");

/** 1536 → "1.5 KB" */
export function size(bytes) {
  const units = ["bytes", "KB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  for (; value >= 1023.5 && unit < units.length - 1; unit++) value /= 1024;
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits).replace(/\.0$/, "")} ${units[unit]}`;
}

/** 75000 → "1 min 15 s" */
export function stretch(millis) {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
  const days = Math.floor(seconds / 86_400);
  return days === 1 ? "1 day" : `${days} days`;
}

export const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** "Express", or "Express, moved up" for a task that had waited too long elsewhere. */
export const laneOf = (task) => (task.promotedAt ? `${capital(task.lane)}, moved up` : capital(task.lane));

/** The lanes that a task could wait in instead: {name, isMoreUrgent}, of names that are given urgent first. */
export function laneChoices(task, lanes) {
  const place = lanes.indexOf(task.lane);
  if (task.state !== "QUEUED" || task.cancelRequested || place < 0) return [];
  return lanes.map((name, i) => ({ name, isMoreUrgent: i < place })).filter(({ name }) => name !== task.lane);
}

/** What a task keeps of its clip: "0:05.2 – 0:09.8", "3 parts, 0:12", "at 0:03.12". */
export function extent(task) {
  const { range, ranges, at } = task.input ?? {};
  if (range) return `${short(range.start)} – ${short(range.end)}`;
  if (ranges) return `${ranges.length} parts, ${short(ranges.reduce((sum, r) => sum + r.end - r.start, 0))}`;
  if (at !== undefined) return `at ${short(at)}`;
  return "";
}

/** A task in a few words: "Trim 0:05.2 – 0:09.8", "Test task". */
export const titleOf = (task) => [kindOf(task).name, extent(task)].filter(Boolean).join(" ");

/** How long a task waits, runs or took; null where its times don't say. */
export function timing(task, now) {
  const at = (time) => Date.parse(time);
  switch (task.state) {
    case "QUEUED":
      return task.attempts > 0
        ? `waits for attempt ${task.attempts + 1}`
        : `waiting ${stretch(now - at(task.createdAt))}`;
    case "RUNNING":
      return task.startedAt ? `running ${stretch(now - at(task.startedAt))}` : null;
    default:
      return task.startedAt && task.finishedAt ? `took ${stretch(at(task.finishedAt) - at(task.startedAt))}` : null;
  }
}

/** "just now", "5 min ago", "3 h ago", then the date. */
export function ago(time, now) {
  const seconds = Math.max(0, (now - Date.parse(time)) / 1000);
  if (seconds < 45) return "just now";
  if (seconds < 3570) return `${Math.max(1, Math.round(seconds / 60))} min ago`;
  if (seconds < 86_400) return `${Math.round(seconds / 3600)} h ago`;
  return new Date(time).toLocaleDateString(undefined, { day: "numeric", month: "short", year: "numeric" });
}
