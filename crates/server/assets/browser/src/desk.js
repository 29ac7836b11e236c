/* The desk as a page: opens exports and test contacts with identities, on this computer alone. Its
   policy forbids connections, and it stores nothing. */
import { el, choice, field } from "./element.js";
import { header, isWhole, open } from "./export.js";
import { Fault, Refused } from "./fault.js";
import { Unfit, fromFile, fromPaper, isAble } from "./identity.js";
import { making } from "./making.js";
import { Opener } from "./sealed.js";
import { result } from "./result.js";
import { codes } from "./test_contact.js";
import { choose, language, languages, say } from "./words.js";

const main = document.getElementById("desk");
const wished = window.location.hash.slice(1);
choose([wished, ...(navigator.languages || [])]);
page();

function page() {
  document.title = say("desk-title");
  const isSaved = window.location.protocol === "file:";
  main.replaceChildren(
    el("h1", {}, say("desk-title")),
    field(say("desk-language"), "", choice("language", languages(), language(), (lang) => { choose([lang]); page(); })),
    el("p", { class: "lead" }, say("desk-what")),
    el("p", { class: "note" }, say(isSaved ? "desk-saved" : "desk-online")),
  );
  if (!isAble()) {
    main.append(el("p", { class: "wrong", role: "alert" }, say("desk-unable")));
    return;
  }
  const outcome = el("section", { id: "outcome" });
  main.append(opening(outcome), outcome, making());
}

function opening(outcome) {
  const file = el("input", { id: "file", type: "file", required: true });
  const keys = el("input", { id: "keys", type: "file", multiple: true });
  const typed = el("textarea", { id: "typed", rows: 3, dir: "ltr", autocomplete: "off", autocapitalize: "characters", spellcheck: "false" });
  const wrong = el("p", { class: "wrong", role: "alert", id: "wrong", hidden: true });
  const button = el("button", { type: "submit", id: "open" }, say("desk-open"));
  const form = el("form", {},
    el("h2", {}, say("desk-open-title")),
    field(say("desk-file"), say("desk-file-hint"), file),
    field(say("desk-key"), say("desk-key-hint"), keys),
    el("details", {}, el("summary", {}, say("desk-typed-title")), field(say("desk-typed"), say("desk-typed-hint"), typed)),
    wrong, button);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    wrong.hidden = true;
    button.disabled = true;
    outcome.replaceChildren();
    try {
      const identities = await read(keys.files, typed.value);
      await work(file.files[0], identities, outcome);
    } catch (error) {
      outcome.replaceChildren();
      wrong.textContent = why(error);
      wrong.hidden = false;
    }
    button.disabled = false;
  });
  return form;
}

async function read(files, typed) {
  const found = [];
  for (const file of files) { found.push(...await fromFile(file)); }
  if (typed.trim() !== "") { found.push(await fromPaper(typed)); }
  if (found.length === 0) { throw new Refused("desk-refused-no-key"); }
  return found;
}

const UNFIT = { locked: "desk-key-locked", damaged: "desk-key-damaged", none: "desk-key-none" };

function why(error) {
  if (error instanceof Unfit) { return say(UNFIT[error.why]); }
  if (error instanceof Refused) { return say(error.key, error.values); }
  if (error instanceof Fault) { return say("desk-refused-test", { why: say(error.key) }); }
  return say("desk-refused-unreadable");
}

async function work(file, identities, outcome) {
  const head = await header(file);
  if (head.kind === "test") {
    outcome.append(...tests(await codes(file, head, identities)));
    return;
  }
  await isWhole(file, head);
  const opened = await watched(file, head, identities, outcome);
  outcome.replaceChildren();
  if (opened) { outcome.append(...result(opened, identities)); }
}

function tests(found) {
  const lines = found.map(({ recipient, code }) => el("li", {},
    el("code", { class: "hash", dir: "ltr" }, recipient), " ", el("strong", { class: "code", dir: "ltr" }, code)));
  return [el("h2", {}, say("desk-test-title")), el("p", {}, say("desk-test-what")), el("ul", { id: "codes" }, ...lines)];
}

/* How long the page stays still for the sake of speed, in milliseconds. */
const STILL = 50;

async function watched(file, head, identities, outcome) {
  let stopped = false;
  let drawn = 0;
  const bar = el("progress", { max: Math.max(head.count, 1), value: 0, "aria-label": say("desk-open") });
  const told = el("p", { role: "status" }, say("desk-begun", { total: head.count }));
  const stop = el("button", { type: "button", class: "quiet", click: () => { stopped = true; } }, say("desk-stop"));
  outcome.append(bar, told, stop);
  return open(file, head, new Opener(identities), async (done) => {
    if (performance.now() - drawn > STILL) {
      bar.value = done;
      await new Promise((resolve) => { setTimeout(resolve); });
      drawn = performance.now();
    }
    return !stopped;
  });
}
