/** The list of tasks on the page: loads pages, filters, takes live news, says aloud what finished. */
import { listTasks, serverNow } from "./api.js";
import { clipName } from "./clip-names.js";
import { announce, byId, setText, tell, whileBusy } from "./dom.js";
import { TaskFeed } from "./events.js";
import { TaskCard } from "./task-card.js";
import { TaskList } from "./task-list.js";
import { isFinal, titleOf } from "./wording.js";

const PAGE = 20;

const HOW = {
  connecting: "Connecting",
  live: "Live",
  polling: "Checking every few seconds",
  offline: "Offline",
};

const ENDINGS = { SUCCEEDED: "is done", FAILED: "failed", CANCELLED: "was cancelled" };

export class Tasks {
  #list = new TaskList();
  #cards = new Map();
  #feed = new TaskFeed(() => this.#list.active());
  #cursor = null;
  #state = "";
  #loads = 0;
  #loaded = false;

  constructor() {
    byId("filters").addEventListener("change", (event) => this.#filter(event.target.value));
    byId("tasks-more").addEventListener("click", () => whileBusy(byId("tasks-more"), () => this.#loadMore()));
    this.#feed.addEventListener("task", ({ detail }) => this.take(detail));
    this.#feed.addEventListener("fresh", () => this.#refresh());
    this.#feed.addEventListener("how", () => this.#showHow());
    setInterval(() => this.#tick(), 1000);
  }

  async start() {
    this.#feed.start();
    await this.#load();
  }

  /** Shows the tasks anew, after something that all of them show has become known. */
  showAgain() {
    this.#show();
  }

  /** Takes news of one task. */
  take(task) {
    const before = this.#list.add(task);
    const finished = before && !isFinal(before) && isFinal(task);
    this.#show();
    if (!finished) return;
    announce(`${titleOf(task)}${ofClip(task)} ${ENDINGS[task.state]}.`);
    this.#cards.get(task.id)?.open();
  }

  async #filter(state) {
    this.#state = state;
    this.#list.clear();
    this.#cursor = null;
    await this.#load();
  }

  async #load() {
    byId("task-list").setAttribute("aria-busy", "true");
    await this.#page(null);
    byId("task-list").removeAttribute("aria-busy");
  }

  /** What was missed while not connected; the pages below stay as they are. */
  async #refresh() {
    if (!this.#loaded) {
      await this.#load();
      return;
    }
    const state = this.#state;
    try {
      const { items } = await listTasks({ state, limit: PAGE });
      if (state === this.#state) for (const task of items) this.take(task);
    } catch {
      // The feed tells when the server can't be reached, and asks again.
    }
  }

  #loadMore() {
    return this.#page(this.#cursor);
  }

  async #page(cursor) {
    const load = ++this.#loads;
    try {
      const { items, nextCursor } = await listTasks({ state: this.#state, cursor, limit: PAGE });
      // Another filter was chosen meanwhile.
      if (load !== this.#loads) return;
      this.#loaded = true;
      this.#cursor = nextCursor;
      this.#list.addPage(items, Boolean(nextCursor));
      tell(byId("tasks-problem"), null);
      this.#show(true);
    } catch (problem) {
      if (load === this.#loads) tell(byId("tasks-problem"), problem.message);
    }
  }

  #show(loaded = false) {
    const tasks = this.#list.all(this.#state);
    const now = serverNow();
    const cards = tasks.map((task) => this.#card(task, now));
    place(
      byId("task-list"),
      cards.map((card) => card.element),
    );
    const kept = new Set(tasks.map(({ id }) => id));
    for (const id of this.#cards.keys()) if (!kept.has(id)) this.#cards.delete(id);
    byId("tasks-more").hidden = !this.#cursor;
    if (loaded || tasks.length) this.#showEmpty(tasks.length === 0);
  }

  #card(task, now) {
    let card = this.#cards.get(task.id);
    if (!card) {
      card = new TaskCard(task);
      card.addEventListener("task", ({ detail }) => this.take(detail));
      this.#cards.set(task.id, card);
    }
    card.update(task, now);
    return card;
  }

  #showEmpty(empty) {
    byId("tasks-empty").hidden = !empty;
    setText(byId("tasks-empty-title"), this.#state ? "Nothing in this state" : "Nothing planted yet");
    setText(
      byId("tasks-empty-text"),
      this.#state
        ? "Choose “All” to see every task."
        : "Drop in a clip, set in and out point and press “Trim the clip”. You watch its task grow here.",
    );
  }

  #showHow() {
    const { how } = this.#feed;
    byId("live").dataset.how = how;
    setText(byId("live-text"), HOW[how]);
    byId("connection-notice").hidden = how !== "offline";
    setText(
      byId("connection-text"),
      how === "offline"
        ? "No connection to Beanpole. Your tasks go on; this page catches up as soon as it is back."
        : "",
    );
  }

  #tick() {
    if (document.hidden) return;
    const now = serverNow();
    for (const card of this.#cards.values()) card.tick(now);
  }
}

const ofClip = (task) => {
  const name = clipName(task.input?.upload);
  return name ? ` of ${name}` : "";
};

/** Puts elements in order without touching those already in their place: a moved video would stop. */
function place(list, elements) {
  const wanted = new Set(elements);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  elements.forEach((element, i) => {
    if (list.children[i] !== element) list.insertBefore(element, list.children[i] ?? null);
  });
}
