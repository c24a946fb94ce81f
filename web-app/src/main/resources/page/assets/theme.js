/** The switch between light and dark: follows the system until someone chooses, then remembers the choice. */
import { remember } from "./storage.js";

const system = matchMedia("(prefers-color-scheme: dark)");

export function bindTheme(button) {
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const show = () => {
    button.setAttribute("aria-pressed", String(isDark()));
    button.title = isDark() ? "Light theme" : "Dark theme";
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember("theme", root.dataset.theme);
    show();
  });
  system.addEventListener("change", show);
  show();
}
