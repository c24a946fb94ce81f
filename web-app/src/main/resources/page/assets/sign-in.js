/** The sign-in page: fills in the CSRF token, and says why a sign-in did not work or is asked for again. */
import { csrfToken } from "./csrf.js";

const form = document.getElementById("sign-in");
const query = new URLSearchParams(location.search);

function show(id, sentence) {
  const place = document.getElementById(id);
  place.textContent = sentence;
  place.hidden = false;
}

const fillToken = () => {
  document.getElementById("csrf").value = csrfToken() ?? "";
};

if (query.has("error")) {
  show("sign-in-problem", "This name and password don’t go together. Check both and try again.");
} else if (query.has("expired")) {
  show("sign-in-note", "Your session has ended. Sign in again to go on.");
} else if (query.has("signed-out")) {
  show("sign-in-note", "You are signed out.");
}

fillToken();
form.addEventListener("submit", (event) => {
  const empty = [...form.querySelectorAll("input[required]")].find((field) => !field.value);
  if (empty) {
    event.preventDefault();
    empty.focus();
    return;
  }
  // The cookie may have changed since the page was opened, in another tab for instance.
  fillToken();
});
