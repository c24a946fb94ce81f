/** What this browser remembers between visits; where storage is denied it remembers nothing. */
const PREFIX = "beanpole.";

export function remember(name, text) {
  try {
    localStorage.setItem(PREFIX + name, text);
  } catch {
    // Full or denied: the page works without.
  }
}

export function recall(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function forget(name) {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Denied: nothing was stored either.
  }
}
