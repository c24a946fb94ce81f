/** The tasks this page knows, newest first; takes news in any order without going back in time. Pure. */
import { isFinal } from "./wording.js";

// Ids are UUIDv7: they sort by time of creation.
const newestFirst = (a, b) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

export class TaskList {
  #tasks = new Map();
  #oldestLoaded = null;

  /** Forgets everything, as before the first page. */
  clear() {
    this.#tasks.clear();
    this.#oldestLoaded = null;
  }

  /** Takes a page of the listing; more says whether older ones are left on the server. */
  addPage(tasks, more) {
    for (const task of tasks) this.#put(task);
    if (!more) this.#oldestLoaded = null;
    else if (tasks.length) this.#oldestLoaded = [...tasks].sort(newestFirst).at(-1);
  }

  /** Takes news of one task; answers what was known of it before, or undefined. */
  add(task) {
    const before = this.#tasks.get(task.id);
    const beyond = !before && this.#oldestLoaded && newestFirst(task, this.#oldestLoaded) > 0;
    if (!beyond) this.#put(task);
    return before;
  }

  #put(task) {
    const before = this.#tasks.get(task.id);
    // A page that was read before an event came in must not take back what the event said.
    if (before && isFinal(before) && !isFinal(task)) return;
    this.#tasks.set(task.id, task);
  }

  all(state = "") {
    return [...this.#tasks.values()].filter((task) => !state || task.state === state).sort(newestFirst);
  }

  active() {
    return this.all().filter((task) => !isFinal(task));
  }
}
