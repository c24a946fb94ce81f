/** One task in the list: built once, then changed in place, so that a playing result goes on playing. */
import { cancelTask, resultPath, submitTask } from "./api.js";
import { clipName } from "./clip-names.js";
import { h, icon, setIcon, setText, tell, whileBusy } from "./dom.js";
import { LaneButtons } from "./lane-buttons.js";
import { TaskResultView } from "./task-result.js";
import { short } from "./timecode.js";
import { ago, extent, isFinal, isShowable, kindOf, laneOf, size, STATES, timing, titleOf } from "./wording.js";
import { SubmissionKeys } from "./submission.js";

const keys = new SubmissionKeys();

/** Event "task" with detail task when an action changed this task or made another. */
export class TaskCard extends EventTarget {
  #task;
  #parts;
  #result;

  constructor(task) {
    super();
    this.#task = task;
    this.#result = new TaskResultView();
    this.#parts = this.#build(task);
    this.element = this.#parts.root;
  }

  update(task, now) {
    this.#task = task;
    const { root, state, stateText, stateUse, progress, bar, percent, error, cancel, again, preview, download } =
      this.#parts;
    const { lane, lanes } = this.#parts;
    const look = STATES[task.state];
    const cancelling = task.cancelRequested && !look.final;
    root.dataset.state = task.state;
    state.dataset.state = task.state;
    setText(stateText, cancelling ? "Cancelling" : look.name);
    setIcon(stateUse, look.icon);
    progress.hidden = task.state !== "RUNNING";
    bar.value = task.progress;
    setText(percent, `${task.progress} %`);
    tell(error, task.state === "FAILED" ? (task.error ?? "The task failed without saying why. Run it again.") : null);
    tell(lane, laneOf(task));
    lane.title = task.promotedAt ? "It had waited too long in a less urgent lane." : "";
    lanes.update(task);
    cancel.hidden = look.final || task.cancelRequested;
    again.hidden = !look.final;
    download.hidden = task.state !== "SUCCEEDED" || !task.result;
    preview.hidden = download.hidden || !isShowable(task.result);
    this.tick(now);
  }

  /** Shows the times anew. */
  tick(now) {
    const { timingText, agoText, resultText } = this.#parts;
    tell(timingText, timing(this.#task, now));
    tell(agoText, isFinal(this.#task) ? ago(this.#task.createdAt, now) : null);
    const { result } = this.#task;
    tell(resultText, result && resultWords(result));
  }

  /** Opens the result, for a task that finished before the person's eyes. */
  open() {
    if (this.#task.state !== "SUCCEEDED" || !isShowable(this.#task.result) || this.#result.shown) return;
    this.#result.show(this.#task);
    this.#showOpen();
  }

  #toggle() {
    if (this.#result.shown) this.#result.hide();
    else this.#result.show(this.#task);
    this.#showOpen();
  }

  #showOpen() {
    const { preview, previewText } = this.#parts;
    preview.setAttribute("aria-expanded", String(this.#result.shown));
    setText(previewText, this.#result.shown ? "Hide" : "Show");
    setIcon(preview.querySelector("use"), this.#result.shown ? "up" : "play");
  }

  #build(task) {
    const kind = kindOf(task);
    const name = clipName(task.input?.upload);
    const title = titleOf(task);
    const p = this.#actions(task, `${title}${name ? ` of ${name}` : ""}`);
    p.stateText = h("span");
    const stateIcon = icon("clock");
    p.stateUse = stateIcon.firstChild;
    p.state = h("span", { class: "state", "data-testid": "task-state" }, stateIcon, p.stateText);
    p.bar = h("progress", {
      max: 100,
      value: 0,
      "aria-label": `Progress of ${title}`,
      "data-testid": "task-progress",
    });
    p.percent = h("span", { class: "task-percent" });
    p.progress = h("div", { class: "task-progress" }, p.bar, p.percent);
    p.error = h("p", { class: "problem task-error", "data-testid": "task-error" });
    p.problem = h("p", { class: "problem", role: "alert", hidden: true });
    p.timingText = h("span", { "data-testid": "task-timing" });
    p.agoText = h("time", { datetime: task.createdAt, title: new Date(task.createdAt).toLocaleString() });
    p.lane = h("span", { class: "lane", "data-testid": "task-lane" });
    p.resultText = h("span", { "data-testid": "task-result-text" });
    p.root = h(
      "li",
      { class: "task", "data-testid": "task", "data-id": task.id, "data-kind": task.kind },
      h(
        "div",
        { class: "task-head" },
        h("span", { class: "task-icon" }, icon(kind.icon)),
        h(
          "div",
          { class: "task-what" },
          h(
            "h3",
            { class: "task-title" },
            h("span", {}, kind.name),
            " ",
            h("span", { class: "task-extent" }, extent(task)),
          ),
          name ? h("p", { class: "task-clip", title: name }, name) : null,
        ),
        p.state,
      ),
      p.progress,
      p.error,
      h(
        "p",
        { class: "task-meta" },
        p.lane,
        task.input?.mode ? h("span", {}, capital(task.input.mode)) : null,
        p.timingText,
        p.resultText,
        p.agoText,
      ),
      this.#result.element,
      h("div", { class: "task-actions" }, p.preview, p.download, p.lanes.element, p.cancel, p.again),
      p.problem,
    );
    return p;
  }

  #actions(task, title) {
    const p = {};
    const button = (testid, name, text, onclick) =>
      h(
        "button",
        { type: "button", class: "button small", "data-testid": testid, "aria-label": `${text}: ${title}`, onclick },
        icon(name),
        text,
      );
    p.previewText = h("span", {}, "Show");
    p.preview = h(
      "button",
      {
        type: "button",
        class: "button small",
        "data-testid": "task-show",
        "aria-expanded": "false",
        "aria-label": `Result of ${title}`,
        onclick: () => this.#toggle(),
      },
      icon("play"),
      p.previewText,
    );
    p.download = h(
      "a",
      {
        class: "button small",
        "data-testid": "task-download",
        href: resultPath(task.id),
        download: "",
        "aria-label": `Download: ${title}`,
      },
      icon("download"),
      "Download",
    );
    p.lanes = new LaneButtons(title, (pressed, action) => this.#act(pressed, action));
    p.cancel = button("task-cancel", "x", "Cancel", () => this.#act(p.cancel, () => cancelTask(task.id)));
    p.again = button("task-again", "repeat", "Run again", () => this.#act(p.again, () => this.#runAgain()));
    return p;
  }

  async #runAgain() {
    const { id, kind, lane, input } = this.#task;
    const marker = { again: id };
    const task = await submitTask({ kind, lane, input }, keys.keyFor(marker));
    keys.accepted(marker);
    return task;
  }

  #act(button, action) {
    return whileBusy(button, async () => {
      tell(this.#parts.problem, null);
      try {
        this.dispatchEvent(new CustomEvent("task", { detail: await action() }));
      } catch (problem) {
        tell(this.#parts.problem, problem.message);
      }
    });
  }
}

function resultWords({ size: bytes, durationSeconds }) {
  const length = durationSeconds ? `${short(Math.round(durationSeconds * 10) / 10)} long, ` : "";
  return `${length}${size(bytes)}`;
}
