/** Seconds as people write, read and hear them: hh:mm:ss.mmm. Pure. */

const pad = (number, width) => String(number).padStart(width, "0");

/** Whole milliseconds, since that is what a timecode can say. */
export const toMillis = (seconds) => Math.round(seconds * 1000) / 1000;

function split(seconds) {
  const all = Math.max(0, Math.round(seconds * 1000));
  return {
    hours: Math.floor(all / 3_600_000),
    minutes: Math.floor(all / 60_000) % 60,
    seconds: Math.floor(all / 1000) % 60,
    millis: all % 1000,
  };
}

/** 65.25 → "00:01:05.250" */
export function format(value) {
  const t = split(value);
  return `${pad(t.hours, 2)}:${pad(t.minutes, 2)}:${pad(t.seconds, 2)}.${pad(t.millis, 3)}`;
}

/** 65.25 → "1:05.25"; the hour only when there is one, and no zeros at the end of a fraction. */
export function short(value) {
  const t = split(value);
  const fraction = t.millis ? `.${pad(t.millis, 3).replace(/0+$/, "")}` : "";
  const head = t.hours ? `${t.hours}:${pad(t.minutes, 2)}` : `${t.minutes}`;
  return `${head}:${pad(t.seconds, 2)}${fraction}`;
}

/** 65.25 → "1 minute 5.25 seconds", for screen readers. */
export function spoken(value) {
  const t = split(value);
  const count = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
  const words = [];
  if (t.hours) words.push(count(t.hours, "hour"));
  if (t.minutes) words.push(count(t.minutes, "minute"));
  words.push(count(toMillis(t.seconds + t.millis / 1000), "second"));
  return words.join(" ");
}

/** "1:05.25", "65,25" or "00:01:05.250" → 65.25; null for what isn't a time. */
export function parse(text) {
  const fields = text.trim().replace(",", ".").split(":");
  if (fields.length > 3) return null;
  const last = fields.pop();
  if (!/^(\d{1,6}(\.\d*)?|\.\d+)$/.test(last) || !fields.every((field) => /^\d{1,4}$/.test(field))) return null;
  const seconds = Number(last);
  const numbers = fields.map(Number);
  const tooBig = (number, i) => number >= 60 && i > 0;
  if ((numbers.length && seconds >= 60) || numbers.some(tooBig)) return null;
  return toMillis(numbers.reduce((sum, number) => (sum + number) * 60, 0) + seconds);
}
