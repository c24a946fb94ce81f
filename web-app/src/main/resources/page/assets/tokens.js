/** The dialog for API tokens: list, create (shown once, with a copy button), revoke. */
import { listTokens, newToken, revokeToken, serverNow } from "./api.js";
import { announce, byId, h, icon, setText, tell, whileBusy } from "./dom.js";
import { ago } from "./wording.js";

const COPIED_MILLIS = 2000;

export function bindTokens() {
  const dialog = byId("tokens");
  byId("tokens-open").addEventListener("click", () => {
    dialog.showModal();
    byId("token-name").focus();
    attempt(showTokens);
  });
  byId("tokens-close").addEventListener("click", () => dialog.close());
  // A click on the backdrop has the dialog itself as its target.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    hideNew();
    tell(byId("tokens-problem"), null);
  });
  byId("token-form").addEventListener("submit", (event) => {
    event.preventDefault();
    whileBusy(byId("token-create"), () => attempt(create));
  });
  byId("token-copy").addEventListener("click", copy);
  byId("token-value").addEventListener("focus", (event) => event.target.select());
}

async function attempt(action) {
  tell(byId("tokens-problem"), null);
  try {
    await action();
  } catch (problem) {
    tell(byId("tokens-problem"), problem.message);
  }
}

async function create() {
  const name = byId("token-name").value.trim();
  if (!name) {
    tell(byId("tokens-problem"), "Give the token a name, so that you know later what uses it.");
    byId("token-name").focus();
    return;
  }
  const { token } = await newToken(name);
  byId("token-name").value = "";
  byId("token-value").value = token;
  byId("token-new").hidden = false;
  byId("token-copy").focus();
  await showTokens();
}

function hideNew() {
  byId("token-value").value = "";
  byId("token-new").hidden = true;
}

async function copy() {
  const field = byId("token-value");
  try {
    await navigator.clipboard.writeText(field.value);
    setText(byId("token-copy-text"), "Copied");
  } catch {
    // No clipboard without https: selected, it is one key away.
    field.focus();
    field.select();
    setText(byId("token-copy-text"), "Press Ctrl+C");
  }
  setTimeout(() => setText(byId("token-copy-text"), "Copy"), COPIED_MILLIS);
}

async function showTokens() {
  const tokens = await listTokens();
  byId("token-list").replaceChildren(...tokens.map(row));
  byId("token-none").hidden = tokens.length > 0;
}

function row(token) {
  const now = serverNow();
  const used = token.lastUsedAt ? `last used ${ago(token.lastUsedAt, now)}` : "never used";
  const revoke = h(
    "button",
    {
      type: "button",
      class: "button small",
      "data-testid": "token-revoke",
      "aria-label": `Revoke ${token.name}`,
      onclick: () => confirmed(revoke, token),
    },
    icon("trash"),
    h("span", {}, "Revoke"),
  );
  return h(
    "li",
    { class: "token", "data-testid": "token" },
    h(
      "span",
      { class: "token-what" },
      h("span", { class: "token-title" }, token.name),
      h("span", { class: "token-times" }, `created ${ago(token.createdAt, now)}, ${used}`),
    ),
    revoke,
  );
}

/** The first press asks, the second revokes; leaving the button takes the question back. */
function confirmed(button, token) {
  const text = button.querySelector("span");
  if (button.classList.contains("danger")) {
    whileBusy(button, () => attempt(() => revoke(token)));
    return;
  }
  button.classList.add("danger");
  setText(text, "Really revoke?");
  button.setAttribute("aria-label", `Really revoke ${token.name}? Programs that use it lose access.`);
  button.addEventListener(
    "blur",
    () => {
      button.classList.remove("danger");
      setText(text, "Revoke");
      button.setAttribute("aria-label", `Revoke ${token.name}`);
    },
    { once: true },
  );
}

async function revoke(token) {
  await revokeToken(token.id);
  announce(`The token ${token.name} is revoked.`);
  await showTokens();
  byId("token-name").focus();
}
