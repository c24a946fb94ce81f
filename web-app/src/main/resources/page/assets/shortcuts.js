/** The editor's keys, where they don't belong to the control that has the focus. */
import { byId } from "./dom.js";

const TYPING = "input:not([type=radio]):not([type=file]), textarea, select";
const TAKES_SPACE = "button, a, summary, label, input, video, audio";
const TAKES_ARROWS = "input, select, video, audio";

/** @param actions functions by name: toggle, setStart, setEnd, playSelection, step(frames), shift(seconds), ... */
export function bindShortcuts(isOpen, actions) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isOpen() || document.querySelector("dialog[open]") || event.target.matches(TYPING)) return;
    const action = actionOf(event, actions);
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function actionOf(event, actions) {
  const { key, shiftKey, target } = event;
  const inEditor = target === document.body || byId("editor").contains(target);
  switch (key) {
    case " ":
      return !target.closest(TAKES_SPACE) && actions.toggle;
    case "i":
    case "I":
      return actions.setStart;
    case "o":
    case "O":
      return actions.setEnd;
    case "p":
    case "P":
      return actions.playSelection;
    case "+":
    case "=":
      return actions.zoomIn;
    case "-":
      return actions.zoomOut;
    case "0":
      return actions.zoomToFit;
  }
  if (!inEditor || target.closest(TAKES_ARROWS)) return null;
  switch (key) {
    case "ArrowLeft":
      return () => (shiftKey ? actions.shift(-1) : actions.step(-1));
    case "ArrowRight":
      return () => (shiftKey ? actions.shift(1) : actions.step(1));
    case "Home":
      return () => actions.seek(0);
    case "End":
      return () => actions.seek(Infinity);
    default:
      return null;
  }
}
