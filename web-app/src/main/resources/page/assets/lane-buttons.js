/** The buttons of a waiting task that put it into another lane. */
import { moveTask } from "./api.js";
import { h, icon } from "./dom.js";
import { capital, laneChoices } from "./wording.js";

let offered = [];

/** Takes the names of the lanes, urgent first. */
export function offerLaneChanges(names) {
  offered = names;
}

export class LaneButtons {
  #act;
  #title;
  #shown = "";

  /**
   * @param title of the task, for those who hear the page
   * @param act runs an action of a button and shows what came of it
   */
  constructor(title, act) {
    this.#title = title;
    this.#act = act;
    this.element = h("span", { class: "task-lanes", hidden: true });
  }

  update(task) {
    const choices = laneChoices(task, offered);
    const wanted = choices.map(({ name }) => name).join(" ");
    // Built anew only when they change, so that the one that has the focus keeps it.
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    this.element.replaceChildren(...choices.map((choice) => this.#button(task.id, choice)));
    this.element.hidden = choices.length === 0;
  }

  #button(id, { name, isMoreUrgent }) {
    const text = `To ${capital(name)}`;
    const button = h(
      "button",
      {
        type: "button",
        class: "button small",
        "data-testid": "task-move",
        "data-lane": name,
        "aria-label": `Move ${this.#title} to the lane ${capital(name)}`,
        title: isMoreUrgent ? "Let it wait in the more urgent lane" : "Let it wait in the less urgent lane",
        onclick: () => this.#act(button, () => moveTask(id, name)),
      },
      icon(isMoreUrgent ? "up" : "down"),
      text,
    );
    return button;
  }
}
