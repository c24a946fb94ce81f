/** Runs the upload of the clip in the editor and shows how it stands; can be cancelled and tried again. */
import { rememberClip } from "./clip-names.js";
import { announce, byId, setText, tell } from "./dom.js";
import { Upload, UploadCancelled } from "./upload.js";

const TEXTS = { running: "Uploading", done: "Uploaded", failed: "Not uploaded", cancelled: "Upload cancelled" };

/** Event "change" whenever {@link state} (idle, running, done, failed, cancelled) or {@link percent} changes. */
export class UploadStatus extends EventTarget {
  #file = null;
  #upload = null;
  state = "idle";
  percent = 0;
  id = null;

  constructor() {
    super();
    byId("upload-cancel").addEventListener("click", () => this.#upload?.cancel());
    byId("upload-retry").addEventListener("click", () => this.start(this.#file));
    addEventListener("beforeunload", (event) => {
      if (this.state === "running") event.preventDefault();
    });
  }

  async start(file) {
    this.#upload?.cancel();
    const upload = new Upload(file);
    this.#file = file;
    this.#upload = upload;
    this.id = null;
    upload.addEventListener("progress", () => this.#current(upload) && this.#show("running", upload.fraction));
    this.#show("running", 0);
    try {
      const id = await upload.run();
      if (!this.#current(upload)) return;
      rememberClip(id, file.name);
      this.id = id;
      this.#show("done", 1);
      announce(`${file.name} is uploaded.`);
    } catch (error) {
      if (!this.#current(upload)) return;
      if (error instanceof UploadCancelled) this.#show("cancelled", 0);
      else this.#show("failed", 0, error.message);
    }
  }

  #current(upload) {
    return this.#upload === upload;
  }

  #show(state, fraction, problem = null) {
    this.state = state;
    this.percent = Math.floor(fraction * 100);
    const running = state === "running";
    const retry = state === "failed" || state === "cancelled";
    const hadFocus =
      document.activeElement === byId("upload-cancel") || document.activeElement === byId("upload-retry");
    byId("upload").dataset.state = state;
    byId("upload-progress").hidden = !running;
    byId("upload-progress").value = this.percent;
    setText(byId("upload-text"), running ? `${this.percent} %` : TEXTS[state]);
    byId("upload-cancel").hidden = !running;
    byId("upload-retry").hidden = !retry;
    // The button that had the focus is gone; its successor takes over.
    if (hadFocus && retry) byId("upload-retry").focus();
    if (hadFocus && running) byId("upload-cancel").focus();
    tell(byId("upload-problem"), problem);
    this.dispatchEvent(new Event("change"));
  }
}
