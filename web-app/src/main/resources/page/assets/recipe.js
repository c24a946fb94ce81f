/** The form that says what to make of the selection: kind, mode, lane. */
import { byId, h, setIcon, setText } from "./dom.js";
import { recall, remember } from "./storage.js";
import { totalLength } from "./part-order.js";
import { posterMoment } from "./submission.js";
import { lengthOf } from "./selection.js";
import { format, short } from "./timecode.js";
import { capital } from "./wording.js";

const KINDS = {
  "clip.trim": {
    icon: "trim",
    text: (draft) => `Keeps the selection, ${short(lengthOf(draft.selection))} long, and leaves out the rest.`,
    action: () => "Trim the clip",
  },
  "clip.join": {
    icon: "join",
    text: ({ parts }) =>
      parts.length
        ? `Joins these parts in this order into one clip of ${short(totalLength(parts))}.`
        : "Joins several parts of the clip into one. Select a range, add it, then the next.",
    action: ({ parts }) => (parts.length > 1 ? `Join ${parts.length} parts` : "Join the parts"),
  },
  "clip.poster": {
    icon: "poster",
    text({ time, duration, frame }) {
      return `Saves the frame at the playhead, ${format(posterMoment(time, duration, frame))}, as a JPEG picture.`;
    },
    action: () => "Save the poster",
  },
};

/** Event "change" when another kind, mode or lane is chosen. */
export class Recipe extends EventTarget {
  #form = byId("recipe");

  constructor() {
    super();
    const mode = recall("mode");
    if (mode === "precise") byId("mode-precise").checked = true;
    this.#form.addEventListener("change", () => {
      remember("mode", this.mode);
      if (this.lane) remember("lane", this.lane);
      this.dispatchEvent(new Event("change"));
    });
  }

  get kind() {
    return this.#form.elements.kind.value;
  }

  get mode() {
    return this.#form.elements.mode.value;
  }

  get lane() {
    return this.#form.elements.lane?.value ?? "";
  }

  /** Offers the lanes, urgent first; the least urgent is chosen unless another was chosen before. */
  offerLanes(lanes) {
    const names = lanes.map(({ name }) => name);
    const chosen = names.includes(recall("lane")) ? recall("lane") : names.at(-1);
    byId("lanes").append(
      ...names.map((name, i) =>
        h(
          "label",
          { class: "option" },
          h("input", { type: "radio", name: "lane", value: name, id: `lane-${name}`, checked: name === chosen }),
          h("span", { class: "option-name" }, capital(name)),
          h("span", { class: "option-text" }, laneText(i, names.length)),
        ),
      ),
    );
    this.dispatchEvent(new Event("change"));
  }

  show(draft) {
    const kind = KINDS[draft.kind];
    setText(byId("kind-text"), kind.text(draft));
    setText(byId("submit-text"), kind.action(draft));
    setIcon(byId("submit-icon"), kind.icon);
    byId("parts").hidden = draft.kind !== "clip.join";
    byId("modes").hidden = draft.kind === "clip.poster";
  }
}

function laneText(i, count) {
  if (count === 1) return "Takes the tasks in their order.";
  if (i === 0) return "Workers of its own, for what can’t wait.";
  return i === count - 1 ? "For everything that has time." : "For what is more urgent than most.";
}
