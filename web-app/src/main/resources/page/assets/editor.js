/** The editor: one clip, its selection, and the task that is made of it. Wires player, timeline, fields and form. */
import { clipProblem } from "./clip-check.js";
import { byId, setText, tell } from "./dom.js";
import { bindDropZone } from "./drop-zone.js";
import { PartRows } from "./part-rows.js";
import { Player } from "./player.js";
import { Points } from "./points.js";
import { Recipe } from "./recipe.js";
import { lastMoment, setEnd, setStart, wholeClip } from "./selection.js";
import { bindShortcuts } from "./shortcuts.js";
import { Submitter } from "./submitter.js";
import { format } from "./timecode.js";
import { Timeline } from "./timeline.js";
import { UploadStatus } from "./upload-status.js";
import { size } from "./wording.js";

const UNPLAYABLE = "This browser can’t show this clip. Type the in and out points: Beanpole may still cut it.";

/** Event "submitted" with detail task. */
export class Editor extends EventTarget {
  #file = null;
  #ready = false;
  #selection = { start: 0, end: 0 };
  #mostBytes = null;
  #player = new Player(byId("player"));
  #timeline = new Timeline(() => this.#player.frame);
  #points = new Points();
  #parts = new PartRows();
  #recipe = new Recipe();
  #upload = new UploadStatus();
  #submitter = new Submitter(this.#upload, () => this.#draft());

  constructor() {
    super();
    bindDropZone((file) => this.open(file));
    this.#bindPlayer();
    this.#bindSelection();
    this.#bindRecipe();
    bindShortcuts(() => this.#file !== null, this.#actions());
  }

  /** Takes what the server offers: the lanes, and the most bytes of a clip. */
  configure({ lanes, maxUploadBytes }) {
    this.#mostBytes = maxUploadBytes;
    this.#recipe.offerLanes(lanes);
  }

  async open(file) {
    const problem = clipProblem(file, this.#mostBytes);
    tell(byId("drop-problem"), problem);
    if (problem) return;
    this.#file = file;
    // The selection still belongs to the clip before; nothing may be submitted with it.
    this.#ready = false;
    this.#parts.clear();
    this.#submitter.reset();
    this.#timeline.close();
    this.#reveal(file);
    this.#upload.start(file);
    const { url, playable } = await this.#player.open(file);
    if (this.#file !== file) return;
    this.#selection = wholeClip(this.#player.duration);
    this.#ready = true;
    this.#showPlayable(playable);
    const timeline = playable && Number.isFinite(this.#player.duration);
    byId("timeline").hidden = byId("zoom").hidden = !timeline;
    setText(byId("clock-total"), timeline ? `/ ${format(lastMoment(this.#player.duration))}` : "");
    this.#show();
    if (timeline) this.#timeline.open(url, this.#player.duration);
  }

  #reveal(file) {
    const first = byId("stage").hidden;
    byId("drop-zone").hidden = byId("steps").hidden = true;
    for (const id of ["stage", "recipe", "keys"]) byId(id).hidden = false;
    setText(byId("clip-name"), file.name);
    byId("clip-name").title = file.name;
    setText(byId("clip-size"), size(file.size));
    if (first) byId("play").focus({ preventScroll: true });
    byId("editor").scrollIntoView({ block: "start" });
  }

  #showPlayable(playable) {
    tell(byId("screen-note"), playable ? null : UNPLAYABLE);
    byId("screen").classList.toggle("unplayable", !playable);
    byId("transport").hidden = !playable;
    for (const id of ["play-selection", "set-in", "set-out"]) byId(id).disabled = !playable;
    byId("kind-poster").disabled = !playable;
    if (!playable && this.#recipe.kind === "clip.poster") byId("kind-trim").checked = true;
  }

  #bindPlayer() {
    const on = (id, action) => byId(id).addEventListener("click", action);
    on("player", () => this.#player.toggle());
    on("play", () => this.#player.toggle());
    on("step-back", () => this.#player.nudge(-1));
    on("step-forward", () => this.#player.nudge(1));
    on("mute", () => this.#player.toggleMute());
    on("play-selection", () => this.#player.playRange(this.#selection));
    on("zoom-in", () => this.#timeline.zoom(2));
    on("zoom-out", () => this.#timeline.zoom(0.5));
    on("zoom-fit", () => this.#timeline.zoomToFit());
    this.#player.addEventListener("time", () => this.#showTime());
    this.#player.addEventListener("state", () => this.#showState());
  }

  #bindSelection() {
    byId("set-in").addEventListener("click", () => this.#setPoint("start", this.#player.time));
    byId("set-out").addEventListener("click", () => this.#setPoint("end", this.#player.time));
    this.#points.addEventListener("enter", ({ detail }) => this.#setPoint(detail.point, detail.time));
    this.#timeline.addEventListener("grab", () => this.#player.pause());
    this.#timeline.addEventListener("seek", ({ detail }) => this.#player.seek(detail.time));
    this.#timeline.addEventListener("select", ({ detail }) => {
      this.#select(detail.selection);
      this.#player.seek(detail.time);
    });
  }

  #bindRecipe() {
    byId("add-part").addEventListener("click", () => this.#parts.add(this.#selection));
    this.#parts.addEventListener("change", () => this.#show());
    this.#parts.addEventListener("play", ({ detail }) => this.#player.playRange(detail));
    this.#recipe.addEventListener("change", () => this.#show());
    this.#submitter.addEventListener("submitted", ({ detail }) => {
      this.dispatchEvent(new CustomEvent("submitted", { detail }));
    });
  }

  #actions() {
    return {
      toggle: () => this.#player.toggle(),
      setStart: () => this.#setPoint("start", this.#player.time),
      setEnd: () => this.#setPoint("end", this.#player.time),
      playSelection: () => this.#player.playRange(this.#selection),
      step: (frames) => this.#player.nudge(frames),
      shift: (seconds) => this.#player.seek(this.#player.time + seconds),
      seek: (time) => this.#player.seek(time),
      zoomIn: () => this.#timeline.zoom(2),
      zoomOut: () => this.#timeline.zoom(0.5),
      zoomToFit: () => this.#timeline.zoomToFit(),
    };
  }

  #setPoint(point, time) {
    const set = point === "start" ? setStart : setEnd;
    this.#select(set(this.#selection, time, this.#player.duration));
  }

  #select(selection) {
    this.#selection = selection;
    this.#show();
  }

  #draft() {
    const { kind, mode, lane } = this.#recipe;
    const { time, duration, frame } = this.#player;
    return {
      ready: this.#ready,
      kind,
      mode,
      lane,
      time,
      duration,
      frame,
      selection: this.#selection,
      parts: this.#parts.parts,
    };
  }

  #show() {
    if (!this.#file) return;
    const draft = this.#draft();
    const { kind, selection, parts, time } = draft;
    this.#points.show(selection);
    this.#timeline.show({
      selection,
      time,
      parts: kind === "clip.join" ? parts : [],
      poster: kind === "clip.poster",
    });
    byId("points").hidden = kind === "clip.poster";
    this.#recipe.show(draft);
    this.#submitter.show();
  }

  #showTime() {
    const { time } = this.#player;
    setText(byId("clock"), format(time));
    this.#timeline.show({ time });
    if (this.#player.playing) this.#timeline.follow(time);
    if (this.#file && this.#recipe.kind === "clip.poster") this.#recipe.show(this.#draft());
  }

  #showState() {
    const { playing, muted } = this.#player;
    byId("play").classList.toggle("playing", playing);
    byId("play").setAttribute("aria-label", playing ? "Pause" : "Play");
    byId("mute").setAttribute("aria-pressed", String(muted));
  }
}
