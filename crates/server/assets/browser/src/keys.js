/* The page of a letter's keys. What is made or loaded here never leaves it: no field that is sent
   holds an identity, and the page's policy forbids connections. */
import { Unfit, endsWith, fileName, fileText, fromFile, isAble, make } from "./identity.js";
import { groups, qr } from "./paper.js";
import { offer, withdraw } from "./saving.js";
import { code } from "./test_contact.js";

const at = (id) => document.getElementById(id);
const show = (element, shown) => { element.hidden = !shown; };

/** Shows the sentences of a part that are for `what`, and no others. */
function say(part, what) {
  for (const line of part.querySelectorAll("[data-when]")) {
    show(line, line.getAttribute("data-when") === what);
  }
}

const slug = () => document.querySelector("[data-slug]").getAttribute("data-slug");
const letter = () => document.querySelector("[data-letter]").getAttribute("data-letter");

refuseIdentities(at("add"));
if (at("make")) { prepareMaking(at("make")); }
if (at("open")) { prepareOpening(at("open")); }

/** A private key that is pasted where the public half belongs stays here. */
function refuseIdentities(form) {
  if (!form) { return; }
  form.addEventListener("submit", (event) => {
    const field = form.elements.recipient;
    if (!/age-secret-key/i.test(field.value)) { return; }
    event.preventDefault();
    field.value = "";
    say(form, "secret");
    field.focus();
  });
}

function prepareMaking(part) {
  show(part, true);
  const form = part.querySelector("form");
  if (!isAble()) { say(form, "unable"); return; }
  show(at("make-key"), true);
  let made = null;

  const begin = async () => {
    if (!form.reportValidity()) { return; }
    made = await make();
    const name = form.elements.name.value.trim();
    offer(at("save"), fileName(name, slug()), fileText(made, { name, letter: letter(), now: new Date() }), "text/plain");
    at("paper-name").textContent = name;
    at("paper-recipient").textContent = groups(made.recipient);
    at("paper-identity").textContent = groups(made.secret);
    at("paper-code").replaceChildren(qr(made.secret));
    form.elements.name.readOnly = true;
    show(at("make-key"), false);
    show(at("keep"), true);
    document.documentElement.classList.add("papered");
    at("keep").focus();
  };
  const kept = () => { show(at("prove"), true); };

  at("make-key").addEventListener("click", begin);
  at("save").addEventListener("click", kept);
  at("print").addEventListener("click", () => { kept(); window.print(); });
  form.addEventListener("submit", (event) => {
    if (!made) { event.preventDefault(); begin(); return; }
    if (!endsWith(made, at("proof").value)) {
      event.preventDefault();
      say(form, "unproven");
      at("proof").focus();
      return;
    }
    form.elements.recipient.value = made.recipient;
    made = null;
    at("proof").value = "";
    at("paper-identity").textContent = "";
    at("paper-code").replaceChildren();
    document.documentElement.classList.remove("papered");
    withdraw(at("save"));
  });
  // A page that the browser keeps for "back" would keep the identity too.
  window.addEventListener("pageshow", (event) => { if (event.persisted) { window.location.reload(); } });
}

function prepareOpening(part) {
  if (!isAble()) { return; }
  show(part, true);
  const file = at("identity");
  file.addEventListener("change", async () => {
    if (file.files.length === 0) { return; }
    say(part, "");
    try {
      const { line, word } = await open(file.files[0]);
      at("opened-name").textContent = line.getAttribute("data-name");
      at("opened-code").textContent = word;
      at("code").value = word;
      say(part, "opened");
      at("send-code").focus();
    } catch (error) {
      say(part, error instanceof Unfit ? error.why : "shut");
    }
    file.value = "";
  });
}

/** The recipient's line that one of the file's identities belongs to, and the code that it was sent. */
async function open(file) {
  const identities = await fromFile(file);
  for (const identity of identities) {
    for (const line of document.querySelectorAll("[data-recipient]")) {
      if (line.getAttribute("data-recipient") !== identity.recipient) { continue; }
      const word = await code(identity, line.getAttribute("data-contact"), letter());
      return { line, word };
    }
  }
  at("stranger").textContent = identities.map(({ recipient }) => recipient).join(" ");
  throw new Unfit("stranger");
}
