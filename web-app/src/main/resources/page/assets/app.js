/** Starts the main page: who is signed in, the editor, the tasks, the tokens. */
import { lanes, limits, me, signOut } from "./api.js";
import { forgetClips } from "./clip-names.js";
import { byId, setText, tell, whileBusy } from "./dom.js";
import { Editor } from "./editor.js";
import { offerLaneChanges } from "./lane-buttons.js";
import { Tasks } from "./tasks.js";
import { bindTheme } from "./theme.js";
import { bindTokens } from "./tokens.js";

const editor = new Editor();
const tasks = new Tasks();

bindTheme(byId("theme-toggle"));
bindTokens();
editor.addEventListener("submitted", ({ detail }) => tasks.take(detail));
byId("sign-out").addEventListener("click", () => whileBusy(byId("sign-out"), leave));
byId("page-problem-retry").addEventListener("click", () => whileBusy(byId("page-problem-retry"), prepare));

async function prepare() {
  try {
    const [person, offered, { maxUploadBytes }] = await Promise.all([me(), lanes(), limits()]);
    setText(byId("person-name"), person.name);
    setText(byId("person-initial"), person.name.charAt(0).toUpperCase());
    offerLaneChanges(offered.map(({ name }) => name));
    tasks.showAgain();
    editor.configure({ lanes: offered, maxUploadBytes });
    byId("page-problem").hidden = true;
  } catch (problem) {
    showProblem(problem.message);
  }
}

async function leave() {
  try {
    await signOut();
    forgetClips();
    location.assign("/sign-in?signed-out");
  } catch {
    showProblem("You are still signed in: Beanpole can’t be reached. Check the connection and sign out again.");
  }
}

function showProblem(sentence) {
  byId("page-problem").hidden = false;
  tell(byId("page-problem-text"), sentence);
}

await Promise.all([prepare(), tasks.start()]);
