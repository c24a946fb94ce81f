/** Puts a clip straight into storage through a presigned address, with progress, and can be cancelled. */
import { newUpload } from "./api.js";
import { clipType } from "./clip-check.js";

/** No byte moved for so long: the upload is given up with a sentence. */
const STALL_MILLIS = 60_000;

/** Headers that a page may not set; the browser sends its own. */
const BROWSERS_OWN = new Set(["host", "content-length", "connection"]);

/** The upload was cancelled by the person; nothing to tell them. */
export class UploadCancelled extends Error {}

/** One upload of one file. Event "progress" while {@link fraction} grows. */
export class Upload extends EventTarget {
  #request = null;
  #cancelled = false;
  fraction = 0;

  constructor(file) {
    super();
    this.file = file;
  }

  /** Uploads and answers the upload's id; throws an Error with a sentence, or UploadCancelled. */
  async run() {
    const target = await newUpload(this.file.name, clipType(this.file), this.file.size);
    if (this.#cancelled) throw new UploadCancelled();
    await this.#put(target);
    return target.id;
  }

  cancel() {
    this.#cancelled = true;
    this.#request?.abort();
  }

  #put({ url, method, headers }) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      this.#request = request;
      request.open(method ?? "PUT", url);
      for (const [name, value] of Object.entries(headers ?? {})) {
        if (!BROWSERS_OWN.has(name.toLowerCase())) request.setRequestHeader(name, value);
      }
      let stalled = false;
      let timer;
      const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          stalled = true;
          request.abort();
        }, STALL_MILLIS);
      };
      request.upload.onprogress = ({ loaded, total }) => {
        alive();
        this.fraction = total ? loaded / total : 0;
        this.dispatchEvent(new Event("progress"));
      };
      request.onloadend = () => clearTimeout(timer);
      request.onload = () => (request.status < 300 ? resolve() : reject(new Error(refusal(request.status))));
      request.onerror = () =>
        reject(new Error("The upload broke off: the storage can’t be reached. Check the connection and try again."));
      request.onabort = () =>
        reject(
          stalled
            ? new Error("The upload stood still for a minute and was stopped. Try again.")
            : new UploadCancelled(),
        );
      alive();
      request.send(this.file);
    });
  }
}

function refusal(status) {
  if (status === 403)
    return "The storage refused the upload: its permission ran out or the file has changed. Try again.";
  if (status === 413) return "The storage refused the upload because the file is too large. Choose a smaller file.";
  return `The storage refused the upload (${status}). Try again in a moment.`;
}
