/* Making a key away from any server: the public half is then typed or pasted where it belongs. */
import { el, field } from "./element.js";
import { endsWith, fileName, fileText, make } from "./identity.js";
import { groups, qr } from "./paper.js";
import { offer, withdraw } from "./saving.js";
import { say } from "./words.js";

/** The part of the page that makes a key. */
export function making() {
  const name = el("input", { id: "name", type: "text", maxlength: 80, dir: "auto", autocomplete: "off", required: true });
  const stage = el("div", {});
  const form = el("form", {}, field(say("desk-make-name"), say("desk-make-name-hint"), name),
    el("button", { type: "submit", id: "make-key", class: "quiet" }, say("desk-make")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    stage.replaceChildren(...kept(await make(), name.value.trim(), stage));
    document.documentElement.classList.add("papered");
  });
  return el("details", { id: "making" }, el("summary", {}, say("desk-make-title")),
    el("p", {}, say("desk-make-what")), form, stage);
}

/* The key is on the page for the printer alone: who must look it up to type its end has kept it. */
function kept(made, name, stage) {
  const save = el("a", { class: "button", id: "save-key" }, say("desk-make-save"));
  offer(save, fileName(name, ""), fileText(made, { name, letter: "", now: new Date() }), "text/plain");
  const print = el("button", { type: "button", class: "quiet", click: () => window.print() }, say("desk-make-print"));
  const proof = el("input", { id: "proof", type: "text", maxlength: 16, dir: "ltr", autocomplete: "off", autocapitalize: "characters", spellcheck: "false" });
  const wrong = el("p", { class: "wrong", role: "alert", hidden: true }, say("desk-make-unproven"));
  const form = el("form", {}, field(say("desk-make-proof"), say("desk-make-proof-hint"), proof), wrong,
    el("button", { type: "submit", id: "prove" }, say("desk-make-prove")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    wrong.hidden = endsWith(made, proof.value);
    if (!wrong.hidden) { proof.focus(); return; }
    withdraw(save);
    document.documentElement.classList.remove("papered");
    stage.replaceChildren(el("p", {}, say("desk-make-public")), el("pre", { id: "public", dir: "ltr", tabindex: 0 }, made.recipient));
  });
  const paper = el("section", { class: "paper" }, el("h2", {}, say("desk-paper-title")), el("p", {}, el("bdi", {}, name)),
    el("p", {}, say("desk-paper-what")), el("h3", {}, say("desk-paper-identity")), el("p", { class: "key", dir: "ltr" }, groups(made.secret)),
    el("p", {}, qr(made.secret)), el("h3", {}, say("desk-paper-recipient")), el("p", { class: "key", dir: "ltr" }, groups(made.recipient)));
  return [el("p", {}, say("desk-make-keep")), el("p", { class: "actions" }, save, " ", print), form, paper];
}
