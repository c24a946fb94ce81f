/** Draws thumbnails of the clip along the timeline, one seek at a time, and remembers those it has. */
import { share } from "./viewport.js";

const MOST_KEPT = 240;
const SEEK_MILLIS = 4000;

export class Filmstrip {
  #canvas;
  #video = null;
  #pictures = new Map();
  #run = 0;

  constructor(canvas) {
    this.#canvas = canvas;
  }

  /** Opens a clip by its object URL; the strip stays empty when the browser can't show it. */
  async open(url) {
    this.close();
    const video = document.createElement("video");
    video.muted = true;
    video.playsInline = true;
    video.preload = "auto";
    video.src = url;
    this.#video = video;
    await happens(video, "loadeddata");
  }

  close() {
    this.#run++;
    this.#pictures.clear();
    this.#video?.removeAttribute("src");
    this.#video?.load();
    this.#video = null;
    this.#canvas.width = 0;
  }

  /** Shows a stretch of the clip: what is known at once, the rest as it is read. */
  async show(view, duration) {
    const run = ++this.#run;
    const video = this.#video;
    if (!video?.videoWidth || !this.#fit()) return;
    const slots = this.#slots(view, duration);
    this.#draw(view, slots);
    for (const slot of slots) {
      if (this.#pictures.has(slot.key)) continue;
      video.currentTime = slot.time;
      const arrived = await happens(video, "seeked");
      if (run !== this.#run) return;
      if (!arrived) continue;
      this.#keep(slot.key);
      this.#draw(view, slots);
    }
  }

  #fit() {
    const { clientWidth, clientHeight } = this.#canvas;
    const ratio = Math.min(devicePixelRatio || 1, 2);
    const width = Math.round(clientWidth * ratio);
    const height = Math.round(clientHeight * ratio);
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    return width > 0 && height > 0;
  }

  #thumbWidth() {
    const aspect = this.#video.videoWidth / this.#video.videoHeight;
    return Math.max(24, this.#canvas.height * Math.min(Math.max(aspect, 0.4), 2.4));
  }

  /** The times to show, on a grid that depends on the zoom only, so that panning reuses pictures. */
  #slots(view, duration) {
    const step = ((view.to - view.from) * this.#thumbWidth()) / this.#canvas.width;
    const slots = [];
    for (let i = Math.floor(view.from / step); i * step < view.to; i++) {
      const time = Math.min((i + 0.5) * step, duration - 0.02);
      slots.push({ from: i * step, time: Math.max(0, time), key: time.toFixed(2) });
    }
    return slots;
  }

  #keep(key) {
    if (this.#pictures.size >= MOST_KEPT) this.#pictures.delete(this.#pictures.keys().next().value);
    const picture = document.createElement("canvas");
    picture.width = Math.round(this.#thumbWidth());
    picture.height = this.#canvas.height;
    const { videoWidth, videoHeight } = this.#video;
    const scale = Math.max(picture.width / videoWidth, picture.height / videoHeight);
    const [width, height] = [videoWidth * scale, videoHeight * scale];
    const pen = picture.getContext("2d");
    pen.drawImage(this.#video, (picture.width - width) / 2, (picture.height - height) / 2, width, height);
    this.#pictures.set(key, picture);
  }

  #draw(view, slots) {
    const pen = this.#canvas.getContext("2d");
    pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    const width = this.#thumbWidth();
    for (const slot of slots) {
      const picture = this.#pictures.get(slot.key);
      const left = share(view, slot.from) * this.#canvas.width;
      if (picture) pen.drawImage(picture, left, 0, width, this.#canvas.height);
    }
  }
}

/** Waits for an event, but not for ever: a broken stretch of a clip must not stop the strip. */
function happens(video, type) {
  return new Promise((resolve) => {
    const end = (arrived) => {
      clearTimeout(timer);
      video.removeEventListener(type, yes);
      video.removeEventListener("error", no);
      resolve(arrived);
    };
    const yes = () => end(true);
    const no = () => end(false);
    const timer = setTimeout(no, SEEK_MILLIS);
    video.addEventListener(type, yes);
    video.addEventListener("error", no);
  });
}
