/** The result of a task inside its card: a player for a clip, the picture for a poster. Loads only when shown. */
import { resultPath } from "./api.js";
import { h, tell } from "./dom.js";
import { extent } from "./wording.js";

export class TaskResultView {
  element = h("div", { class: "task-result", "data-testid": "task-result", hidden: true });

  get shown() {
    return !this.element.hidden;
  }

  show(task) {
    const problem = h("p", { class: "problem", hidden: true });
    const onerror = () => tell(problem, "The result can’t be shown here. Download it instead.");
    const picture = task.result.contentType.startsWith("image/");
    // The fragment makes every browser show the first frame before someone presses play.
    const src = resultPath(task.id, true) + (picture ? "" : "#t=0.001");
    const media = picture
      ? h("img", { src, alt: `Poster ${extent(task)}`, onerror })
      : h("video", {
          src,
          controls: true,
          playsinline: true,
          preload: "metadata",
          "aria-label": `Result, ${extent(task)}`,
          onerror,
        });
    this.element.replaceChildren(media, problem);
    this.element.hidden = false;
  }

  hide() {
    const video = this.element.querySelector("video");
    video?.pause();
    // Without this the browser goes on loading a video that nobody sees.
    video?.removeAttribute("src");
    video?.load();
    this.element.replaceChildren();
    this.element.hidden = true;
  }
}
