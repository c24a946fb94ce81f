/** Sends tasks; what is submitted while the clip is still uploading waits here and is sent right after. */
import { submitTask } from "./api.js";
import { announce, byId, setText, tell } from "./dom.js";
import { missing, requestOf, SubmissionKeys, withUpload } from "./submission.js";

const ADDED_MILLIS = 1500;

/** Event "submitted" with detail task. */
export class Submitter extends EventTarget {
  #upload;
  #draft;
  #keys = new SubmissionKeys();
  #waiting = [];
  #sending = false;
  #added = false;

  /** @param upload an UploadStatus @param draft answers what the editor asks for now */
  constructor(upload, draft) {
    super();
    this.#upload = upload;
    this.#draft = draft;
    byId("recipe").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    byId("forget-waiting").addEventListener("click", () => this.#forget());
    upload.addEventListener("change", () => this.#uploadChanged());
  }

  /** Another clip: what waited for the one before is void. */
  reset() {
    this.#waiting = [];
    this.#added = false;
    tell(byId("submit-problem"), null);
  }

  show() {
    const lack = missing(this.#draft());
    const busy = this.#sending || this.#added;
    const possible = ["running", "done"].includes(this.#upload.state);
    byId("submit").disabled = Boolean(lack) || !possible || busy;
    byId("submit").classList.toggle("waiting", this.#upload.state === "running");
    byId("forget-waiting").hidden = !this.#waiting.length;
    setText(byId("submit-hint"), this.#hint(lack));
  }

  #hint(lack) {
    if (this.#added) return "Added to your tasks.";
    if (this.#sending) return "Submitting…";
    if (this.#waiting.length) {
      const tasks = this.#waiting.length === 1 ? "The task is" : `${this.#waiting.length} tasks are`;
      return this.#upload.state === "running"
        ? `${tasks} submitted as soon as the upload is done.`
        : `${tasks} waiting for the upload: try it again.`;
    }
    if (lack) return lack;
    switch (this.#upload.state) {
      case "running":
        return "The clip is still uploading; submit now and it starts right after.";
      case "done":
        return "";
      case "failed":
        return "The upload failed. Try it again at the top of the editor.";
      default:
        return "The clip is not uploaded. Upload it at the top of the editor.";
    }
  }

  #submit() {
    if (byId("submit").disabled) return;
    const request = requestOf(this.#draft());
    tell(byId("submit-problem"), null);
    if (this.#upload.state === "running") this.#wait(request);
    else this.#send([request]);
  }

  #wait(request) {
    const same = (other) => JSON.stringify(other) === JSON.stringify(request);
    if (!this.#waiting.some(same)) this.#waiting.push(request);
    this.show();
  }

  #forget() {
    this.#waiting = [];
    this.show();
    byId("submit").focus();
  }

  #uploadChanged() {
    if (this.#upload.state === "done" && this.#waiting.length) this.#send(this.#waiting.splice(0));
    else this.show();
  }

  async #send(requests) {
    const upload = this.#upload.id;
    const hadFocus = document.activeElement === byId("submit");
    this.#sending = true;
    this.show();
    try {
      for (const request of requests) await this.#sendOne(withUpload(request, upload));
      this.#sayAdded(hadFocus);
    } catch (error) {
      tell(byId("submit-problem"), error.message);
    } finally {
      this.#sending = false;
      this.show();
      if (hadFocus && !this.#added) byId("submit").focus();
    }
  }

  async #sendOne(request) {
    const task = await submitTask(request, this.#keys.keyFor(request));
    this.#keys.accepted(request);
    this.dispatchEvent(new CustomEvent("submitted", { detail: task }));
  }

  #sayAdded(hadFocus) {
    this.#added = true;
    announce("The task is added to your tasks.");
    setTimeout(() => {
      this.#added = false;
      this.show();
      // A disabled button loses the focus; someone at the keyboard gets it back.
      if (hadFocus && document.activeElement === document.body) byId("submit").focus();
    }, ADDED_MILLIS);
  }
}
