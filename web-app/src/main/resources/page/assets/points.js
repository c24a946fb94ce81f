/** The fields for in and out point: typed as hh:mm:ss.mmm, taken over when left or on Enter. */
import { byId, setText, tell } from "./dom.js";
import { lengthOf } from "./selection.js";
import { format, parse } from "./timecode.js";

/** Event "enter" with detail {point: "start" | "end", time}. */
export class Points extends EventTarget {
  #fields = { start: byId("time-in"), end: byId("time-out") };
  #selection = null;

  constructor() {
    super();
    for (const [point, field] of Object.entries(this.#fields)) {
      field.addEventListener("change", () => this.#take(point, field));
      field.addEventListener("focus", () => field.select());
      field.addEventListener("keydown", (event) => {
        if (event.key === "Enter") this.#take(point, field);
        if (event.key === "Escape") this.#restore(point);
      });
    }
  }

  show(selection) {
    this.#selection = selection;
    for (const point of ["start", "end"]) this.#restore(point);
    setText(byId("selection-length"), format(lengthOf(selection)));
  }

  #restore(point) {
    const field = this.#fields[point];
    const text = format(this.#selection[point]);
    if (field.value !== text) field.value = text;
    field.removeAttribute("aria-invalid");
    if (!document.querySelector(".time[aria-invalid]")) tell(byId("time-problem"), null);
  }

  #take(point, field) {
    const time = parse(field.value);
    if (time === null) {
      field.setAttribute("aria-invalid", "true");
      const example = "Write it as hh:mm:ss.mmm, for example 00:01:05.250 or 65.25.";
      tell(byId("time-problem"), `“${field.value}” is not a time. ${example}`);
      return;
    }
    field.removeAttribute("aria-invalid");
    this.dispatchEvent(new CustomEvent("enter", { detail: { point, time } }));
  }
}
