/* Sets the remembered theme before the first paint; a classic script, because modules run after it. */
try {
  const theme = localStorage.getItem("beanpole.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be denied: the system's theme is used then.
}
