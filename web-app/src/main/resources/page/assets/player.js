/** Plays the local file: seeks by time or frame, plays a range and stops at its end, tells where it is. */

const USUAL_FRAME = 1 / 25;

/** Far beyond any clip: seeking there makes the browser find the real end of a file that doesn't tell its length. */
const BEYOND = 1e7;

/** A clip that the browser hasn't understood by then counts as one that it can't show. */
const OPEN_MILLIS = 15_000;

/** Events: "time" while the playhead moves, "state" on play, pause and mute. */
export class Player extends EventTarget {
  #video;
  #url = null;
  #stopAt = null;
  #frame = USUAL_FRAME;
  #lastPicture = null;
  #duration = Infinity;

  constructor(video) {
    super();
    this.#video = video;
    for (const type of ["play", "pause", "volumechange"]) {
      video.addEventListener(type, () => this.dispatchEvent(new Event("state")));
    }
    video.addEventListener("play", () => this.#follow());
    video.addEventListener("seeking", () => this.#tell());
    // After a pause the browser settles on a picture a little off the last time told.
    for (const type of ["timeupdate", "pause", "seeked"]) video.addEventListener(type, () => this.#tell());
  }

  /** Opens a file; answers {url, playable}. A format that the browser can't show is not an error of the clip. */
  async open(file) {
    this.close();
    this.#url = URL.createObjectURL(file);
    const video = this.#video;
    const playable = new Promise((resolve) => {
      video.onloadedmetadata = () => resolve(video.videoWidth > 0);
      video.onerror = () => resolve(false);
      setTimeout(resolve, OPEN_MILLIS, false);
    });
    video.src = this.#url;
    const canPlay = await playable;
    if (canPlay) await this.#measure();
    this.#tell();
    return { url: this.#url, playable: canPlay };
  }

  async #measure() {
    const video = this.#video;
    if (!Number.isFinite(video.duration)) {
      await new Promise((resolve) => {
        video.ondurationchange = () => Number.isFinite(video.duration) && resolve();
        video.onerror = resolve;
        setTimeout(resolve, OPEN_MILLIS);
        video.currentTime = BEYOND;
      });
      video.currentTime = 0;
    }
    this.#duration = Number.isFinite(video.duration) ? video.duration : Infinity;
  }

  close() {
    this.#video.pause();
    this.#video.removeAttribute("src");
    this.#video.load();
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = null;
    this.#stopAt = null;
    this.#frame = USUAL_FRAME;
    this.#duration = Infinity;
  }

  get time() {
    return this.#video.currentTime;
  }

  /** In seconds; Infinity where the browser can't tell. */
  get duration() {
    return this.#duration;
  }

  /** Length of a frame in seconds, measured while playing; a usual one before that. */
  get frame() {
    return this.#frame;
  }

  get playing() {
    return !this.#video.paused;
  }

  get muted() {
    return this.#video.muted;
  }

  seek(time) {
    this.#stopAt = null;
    this.#seek(time);
  }

  #seek(time) {
    const last = Number.isFinite(this.#duration) ? this.#duration : Number.MAX_SAFE_INTEGER;
    this.#video.currentTime = Math.min(Math.max(0, time), last);
    this.#tell();
  }

  nudge(frames) {
    this.#video.pause();
    // Half a frame inside a frame, so that rounding never shows its neighbour.
    const at = Math.round(this.time / this.#frame - 0.5) + frames;
    this.seek(Math.max(0, (at + 0.5) * this.#frame));
  }

  toggle() {
    this.#stopAt = null;
    if (this.playing) this.#video.pause();
    else this.#play();
  }

  pause() {
    this.#video.pause();
  }

  toggleMute() {
    this.#video.muted = !this.#video.muted;
  }

  playRange(range) {
    this.#seek(range.start);
    this.#stopAt = range.end;
    this.#play();
  }

  #play() {
    // The browser may refuse or be interrupted by a pause; the button shows what is the case.
    this.#video.play().catch(() => this.dispatchEvent(new Event("state")));
  }

  #follow() {
    this.#lastPicture = null;
    const video = this.#video;
    const step = () => {
      if (this.#stopAt !== null && video.currentTime >= this.#stopAt - 0.005) {
        const end = this.#stopAt;
        this.#stopAt = null;
        video.pause();
        this.#seek(end);
        return;
      }
      this.#tell();
      if (this.playing) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
    this.#measureFrames();
  }

  #measureFrames() {
    const video = this.#video;
    if (!video.requestVideoFrameCallback) return;
    const picture = (_, { mediaTime }) => {
      const length = mediaTime - (this.#lastPicture ?? mediaTime);
      // Skipped pictures only make a length longer, so the shortest one is the frame.
      if (length > 0.004 && length < 0.2) this.#frame = this.#learned(length);
      this.#lastPicture = mediaTime;
      if (this.playing) video.requestVideoFrameCallback(picture);
    };
    video.requestVideoFrameCallback(picture);
  }

  #learned(length) {
    return this.#frame === USUAL_FRAME ? length : Math.min(this.#frame, length);
  }

  #tell() {
    this.dispatchEvent(new Event("time"));
  }
}
