/** Keeps the page up to date: server-sent events, polling with ETags while they fail, and a word when offline. */
import { listTasks, readTask } from "./api.js";

const POLL_MILLIS = 3000;
const POLLS_PER_LISTING = 5;
const LISTED = 20;

/** The browser reconnects by itself; only a break that lasts so long is worth mentioning. */
const GRACE_MILLIS = 2500;

/** After an answer that ends the stream for the browser, the page asks for it again in this time. */
const AGAIN_MILLIS = 15_000;

/** Events: "task" with detail task, "fresh" when news may have been missed, "how" when {@link how} changed. */
export class TaskFeed extends EventTarget {
  #source = null;
  #active;
  #etags = new Map();
  #timers = {};
  #polls = 0;

  /** connecting, live, polling or offline. */
  how = "connecting";

  /** @param active answers the tasks that are not final yet */
  constructor(active) {
    super();
    this.#active = active;
    addEventListener("offline", () => this.#startPolling());
    addEventListener("online", () => this.start());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && this.how !== "live") this.start();
    });
    addEventListener("pagehide", () => this.#source?.close());
    addEventListener("pageshow", (event) => event.persisted && this.start());
  }

  start() {
    clearTimeout(this.#timers.again);
    this.#source?.close();
    const source = new EventSource("/api/events");
    this.#source = source;
    source.addEventListener("open", () => this.#opened());
    source.addEventListener("task", (event) => this.#tell(JSON.parse(event.data)));
    source.addEventListener("error", () => this.#broke(source));
  }

  #opened() {
    clearTimeout(this.#timers.grace);
    clearTimeout(this.#timers.poll);
    this.#timers = {};
    this.#etags.clear();
    this.#become("live");
    this.dispatchEvent(new Event("fresh"));
  }

  #broke(source) {
    if (source !== this.#source) return;
    if (source.readyState === EventSource.CLOSED) {
      this.#startPolling();
      this.#timers.again = setTimeout(() => this.start(), AGAIN_MILLIS);
    } else {
      this.#timers.grace ??= setTimeout(() => this.#startPolling(), GRACE_MILLIS);
    }
  }

  #startPolling() {
    if (this.#timers.poll) return;
    this.#become("connecting");
    this.#polls = 0;
    this.#poll();
  }

  async #poll() {
    this.#timers.poll = setTimeout(() => {
      // Before the first tick of a slow poll is through, #opened may have ended polling.
      if (this.#timers.poll) this.#poll();
    }, POLL_MILLIS);
    if (document.hidden) return;
    try {
      if (this.#polls++ % POLLS_PER_LISTING === 0) await this.#pollListing();
      else await this.#pollActive();
      if (this.how !== "live") this.#become("polling");
    } catch (problem) {
      if (this.how !== "live") this.#become(problem.status === 0 ? "offline" : "polling");
    }
  }

  async #pollListing() {
    const { items } = await listTasks({ limit: LISTED });
    for (const task of items) this.#tell(task);
  }

  async #pollActive() {
    for (const { id } of this.#active().slice(0, LISTED)) {
      const { task, etag } = await readTask(id, this.#etags.get(id));
      this.#etags.set(id, etag);
      if (task) this.#tell(task);
    }
  }

  #tell(task) {
    this.dispatchEvent(new CustomEvent("task", { detail: task }));
  }

  #become(how) {
    if (this.how === how) return;
    this.how = how;
    this.dispatchEvent(new Event("how"));
  }
}
