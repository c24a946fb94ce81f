/** The strip under the player: in and out handles, playhead, ruler, parts; by pointer, touch and keyboard. */
import { byId, h } from "./dom.js";
import { Filmstrip } from "./filmstrip.js";
import { lastMoment, moveEnd, moveStart, SHORTEST } from "./selection.js";
import { short, spoken, toMillis } from "./timecode.js";
import { isWhole, panned, revealing, share, ticks, timeAt, whole, zoomed } from "./viewport.js";

const REDRAW_MILLIS = 150;

/** Events: "seek" with detail time, "select" with detail selection, "grab" when a drag begins. */
export class Timeline extends EventTarget {
  #root = byId("timeline");
  #strip = byId("strip");
  #filmstrip = new Filmstrip(byId("filmstrip"));
  #handles = { start: byId("handle-in"), end: byId("handle-out"), time: byId("playhead") };
  #duration = 0;
  #frame = () => 0.04;
  #view = whole(0);
  #selection = { start: 0, end: 0 };
  #time = 0;
  #parts = [];
  #redraw = 0;

  constructor(frame) {
    super();
    this.#frame = frame;
    for (const [name, handle] of Object.entries(this.#handles)) {
      handle.addEventListener("pointerdown", (event) => this.#drag(event, name));
      handle.addEventListener("keydown", (event) => this.#key(event, name));
      handle.addEventListener("focus", () => this.#reveal(this.#value(name)));
    }
    this.#strip.addEventListener("pointerdown", (event) => this.#drag(event, "time"));
    byId("ruler").addEventListener("pointerdown", (event) => this.#drag(event, "time"));
    this.#root.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    new ResizeObserver(() => this.#layout()).observe(this.#strip);
  }

  async open(url, duration) {
    this.#duration = duration;
    this.#view = whole(duration);
    this.#parts = [];
    this.#layout();
    await this.#filmstrip.open(url);
    this.#drawStrip();
  }

  close() {
    this.#filmstrip.close();
  }

  show({ selection = this.#selection, time = this.#time, parts = this.#parts, poster }) {
    const partsChanged = parts !== this.#parts;
    this.#selection = selection;
    this.#time = time;
    this.#parts = parts;
    if (poster !== undefined) this.#root.classList.toggle("poster", poster);
    if (partsChanged) this.#placeParts();
    this.#place();
  }

  zoom(factor) {
    this.#setView(zoomed(this.#view, factor, this.#time, this.#duration));
  }

  zoomToFit() {
    this.#setView(whole(this.#duration));
  }

  /** Keeps the playhead in sight while the clip plays. */
  follow(time) {
    if (!isWhole(this.#view, this.#duration)) this.#reveal(time);
  }

  #reveal(time) {
    const view = revealing(this.#view, time, this.#duration);
    if (view !== this.#view) this.#setView(view);
  }

  #setView(view) {
    this.#view = view;
    this.#layout();
  }

  #layout() {
    if (!this.#duration || !this.#strip.clientWidth) return;
    const most = Math.max(3, Math.floor(this.#strip.clientWidth / 72));
    byId("ruler").replaceChildren(...ticks(this.#view, most).map((time) => this.#tick(time)));
    byId("zoom-out").disabled = byId("zoom-fit").disabled = isWhole(this.#view, this.#duration);
    this.#placeParts();
    this.#place();
    clearTimeout(this.#redraw);
    this.#redraw = setTimeout(() => this.#drawStrip(), REDRAW_MILLIS);
  }

  #drawStrip() {
    this.#filmstrip.show(this.#view, this.#duration);
  }

  #tick(time) {
    const tick = h("span", { class: "tick" }, short(time));
    const at = share(this.#view, time);
    tick.classList.toggle("last", at > 0.96);
    tick.style.left = percent(at);
    return tick;
  }

  #placeParts() {
    byId("bands").replaceChildren(
      ...this.#parts.map((part, i) => {
        const band = h("span", { class: "band" }, String(i + 1));
        stretch(band, share(this.#view, part.start), share(this.#view, part.end));
        return band;
      }),
    );
  }

  #place() {
    const [start, end] = [share(this.#view, this.#selection.start), share(this.#view, this.#selection.end)];
    stretch(byId("shade-before"), 0, start);
    stretch(byId("shade-after"), end, 1);
    stretch(byId("range"), start, end);
    for (const [name, handle] of Object.entries(this.#handles)) {
      const at = share(this.#view, this.#value(name));
      handle.style.left = percent(at);
      handle.classList.toggle("out-of-view", at < -1e-6 || at > 1 + 1e-6);
      handle.setAttribute("aria-valuemin", name === "end" ? toMillis(this.#selection.start + SHORTEST) : 0);
      handle.setAttribute(
        "aria-valuemax",
        name === "start" ? toMillis(this.#selection.end - SHORTEST) : lastMoment(this.#duration),
      );
      handle.setAttribute("aria-valuenow", toMillis(this.#value(name)));
      handle.setAttribute("aria-valuetext", spoken(this.#value(name)));
    }
  }

  #value(name) {
    return name === "time" ? this.#time : this.#selection[name];
  }

  #timeUnder(event) {
    const box = this.#strip.getBoundingClientRect();
    return timeAt(this.#view, (event.clientX - box.left) / box.width);
  }

  #drag(event, name) {
    if (event.button !== 0 || !this.#duration) return;
    event.preventDefault();
    event.stopPropagation();
    const handle = this.#handles[name];
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    handle.classList.add("dragging");
    this.dispatchEvent(new Event("grab"));
    // The finger rarely takes a handle by its middle; it must not jump there.
    const grip = event.target === handle ? this.#timeUnder(event) - this.#value(name) : 0;
    const move = (moved) => {
      const time = this.#timeUnder(moved) - grip;
      this.#set(name, time);
      this.#reveal(Math.min(Math.max(0, this.#value(name)), this.#duration));
    };
    const end = () => {
      handle.classList.remove("dragging");
      handle.removeEventListener("pointermove", move);
    };
    move(event);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", end, { once: true });
  }

  #set(name, time) {
    const within = Math.min(Math.max(0, time), lastMoment(this.#duration));
    if (name === "time") {
      this.dispatchEvent(new CustomEvent("seek", { detail: { time: within } }));
      return;
    }
    const selection =
      name === "start" ? moveStart(this.#selection, within) : moveEnd(this.#selection, within, this.#duration);
    this.dispatchEvent(new CustomEvent("select", { detail: { selection, time: selection[name] } }));
  }

  #key(event, name) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? 1 : this.#frame();
    const steps = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, PageDown: -5, PageUp: 5 };
    let time = this.#value(name) + steps[event.key];
    if (event.key === "Home") time = 0;
    if (event.key === "End") time = this.#duration;
    if (Number.isNaN(time)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#set(name, time);
    this.#reveal(this.#value(name));
  }

  #wheel(event) {
    if (!this.#duration) return;
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.#setView(zoomed(this.#view, Math.exp(-event.deltaY / 200), this.#timeUnder(event), this.#duration));
    } else if (sideways && !isWhole(this.#view, this.#duration)) {
      event.preventDefault();
      this.#setView(panned(this.#view, (sideways / 800) * (this.#view.to - this.#view.from), this.#duration));
    }
  }
}

const percent = (share) => `${(share * 100).toFixed(3)}%`;

function stretch(element, from, to) {
  const [left, right] = [Math.min(Math.max(0, from), 1), Math.min(Math.max(0, to), 1)];
  element.style.left = percent(left);
  element.style.width = percent(Math.max(0, right - left));
}
