/** Takes a clip: by click, by keyboard, or dropped anywhere on the page. */
import { byId } from "./dom.js";

export function bindDropZone(onFile) {
  const input = byId("clip-file");
  const veil = byId("drop-veil");
  const zone = byId("drop-zone");
  const carriesFile = (event) => event.dataTransfer?.types.includes("Files");
  let depth = 0;

  const mark = (over) => {
    zone.classList.toggle("over", over);
    veil.hidden = !over || !zone.hidden;
  };

  input.addEventListener("change", () => {
    if (input.files.length) onFile(input.files[0]);
    // The same file can then be chosen again, after a failure for instance.
    input.value = "";
  });
  byId("replace-clip").addEventListener("click", () => input.click());

  document.addEventListener("dragenter", (event) => {
    if (carriesFile(event)) mark(++depth > 0);
  });
  document.addEventListener("dragleave", (event) => {
    if (carriesFile(event)) mark(--depth > 0);
  });
  document.addEventListener("dragover", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  });
  document.addEventListener("drop", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    depth = 0;
    mark(false);
    if (event.dataTransfer.files.length) onFile(event.dataTransfer.files[0]);
  });
}
