/** Shows the parts of a join: play, reorder, remove; the focus stays with the part that was moved. */
import { announce, byId, h, icon, setText } from "./dom.js";
import { added, canAdd, MOST, moved, removed } from "./part-order.js";
import { short } from "./timecode.js";

/** Events: "change" when {@link parts} changed, "play" with detail part. */
export class PartRows extends EventTarget {
  parts = [];

  clear() {
    this.parts = [];
    this.#show();
  }

  add(range) {
    this.#set(added(this.parts, range));
    announce(`Part ${this.parts.length} added.`);
  }

  #set(parts, focus = null) {
    this.parts = parts;
    this.#show();
    if (focus) byId("part-list").children[focus.index]?.querySelector(`[data-do="${focus.action}"]`)?.focus();
    this.dispatchEvent(new Event("change"));
  }

  #show() {
    byId("part-list").replaceChildren(...this.parts.map((part, i) => this.#row(part, i)));
    byId("add-part").disabled = !canAdd(this.parts);
    setText(
      byId("add-part").querySelector("span"),
      canAdd(this.parts) ? "Add the selection" : `A join takes ${MOST} parts at most`,
    );
  }

  #row(part, i) {
    const times = `${short(part.start)} – ${short(part.end)}`;
    const button = (action, name, label, onclick, disabled = false) =>
      h(
        "button",
        {
          type: "button",
          class: "button quiet icon-only",
          "data-do": action,
          "aria-label": label,
          title: label,
          onclick,
          disabled,
        },
        icon(name),
      );
    return h(
      "li",
      { class: "part", "data-testid": "part" },
      h("span", { class: "part-number", "aria-hidden": "true" }, String(i + 1)),
      h("span", { class: "part-times" }, times),
      h("span", { class: "part-length" }, short(part.end - part.start)),
      h(
        "span",
        { class: "part-buttons" },
        button("play", "play", `Play part ${i + 1}`, () =>
          this.dispatchEvent(new CustomEvent("play", { detail: part })),
        ),
        button("up", "up", `Move part ${i + 1} up`, () => this.#move(i, -1, "up"), i === 0),
        button(
          "down",
          "down",
          `Move part ${i + 1} down`,
          () => this.#move(i, 1, "down"),
          i === this.parts.length - 1,
        ),
        button("remove", "x", `Remove part ${i + 1}`, () => this.#remove(i)),
      ),
    );
  }

  #move(i, by, action) {
    const to = i + by;
    const atEdge = to === 0 || to === this.parts.length - 1;
    const stillThere = atEdge && (action === "up" ? to === 0 : to !== 0) ? (action === "up" ? "down" : "up") : action;
    this.#set(moved(this.parts, i, by), { index: to, action: stillThere });
    announce(`Part ${i + 1} is now part ${to + 1}.`);
  }

  #remove(i) {
    this.#set(removed(this.parts, i), { index: Math.min(i, this.parts.length - 2), action: "remove" });
    if (!this.parts.length) byId("add-part").focus();
    announce(`Part ${i + 1} removed.`);
  }
}
