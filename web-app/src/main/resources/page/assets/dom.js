/** Small means to find, build and change elements; nothing here knows what the page is about. */
const SPRITE = new URL("icons.svg", import.meta.url).pathname;
const SVG = "http://www.w3.org/2000/svg";

export const byId = (id) => document.getElementById(id);

/** Builds an element: h("button", {type: "button", onclick: f, "aria-label": "Go"}, icon("play"), "Go"). */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** An icon of the sprite; decoration only, so the words stand beside it. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  svg.append(use);
  setIcon(use, name);
  return svg;
}

export const setIcon = (use, name) => use.setAttribute("href", `${SPRITE}#${name}`);

/** Sets a text only if it differs, so that nothing is announced or selected away for nothing. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Shows a sentence in its place, or hides the place when there is none. */
export function tell(element, sentence) {
  setText(element, sentence ?? "");
  element.hidden = !sentence;
}

/** Says something to screen readers once the present sentence is through. */
export function announce(sentence) {
  const line = h("p", {}, sentence);
  byId("announcer").append(line);
  setTimeout(() => line.remove(), 10_000);
}

/** Disables a button for as long as an action runs, so that a double click is one click. */
export async function whileBusy(button, action) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    await action();
  } finally {
    button.removeAttribute("aria-busy");
  }
}
