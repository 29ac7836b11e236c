/* What came of an export: how many, what was refused, the table, and its file. */
import { KINDS } from "./contact.js";
import { choice, el, field } from "./element.js";
import { isDisbelief } from "./export.js";
import { PROFILES } from "./profile.js";
import { offer } from "./saving.js";
import { table } from "./table.js";
import { say } from "./words.js";

/* Rows that the page shows at once; the file has them all. */
const SHOWN = 200;

const KIND_WORDS = { individual: "desk-individual", organization: "desk-organization", company: "desk-company" };
const PROFILE_WORDS = { plain: "desk-profile-plain", civicrm: "desk-profile-civicrm", "action-network": "desk-profile-action-network" };

/** The elements of an outcome. */
export function result({ rows, faults, opened }, identities) {
  const wish = { words: "", kind: "", updates: false, profile: "plain" };
  const list = el("div", {});
  const save = el("a", { class: "button", id: "save" });
  const refresh = () => {
    const chosen = rows.filter((row) => fits(row, wish));
    list.replaceChildren(...listing(chosen));
    const { columns, takes, row } = PROFILES[wish.profile];
    const written = chosen.filter(takes);
    const parts = table(columns, written.map(row));
    offer(save, `contacts-${wish.profile}.csv`, parts.join(""), "text/csv");
    save.textContent = say("desk-save", { count: written.length, total: rows.length });
  };
  const search = el("input", { id: "words", type: "search", autocomplete: "off", input: () => { wish.words = search.value; refresh(); } });
  const updates = el("input", { id: "updates", type: "checkbox", change: () => { wish.updates = updates.checked; refresh(); } });
  const kinds = [["", say("desk-all-kinds")], ...KINDS.map((kind) => [kind, say(KIND_WORDS[kind])])];
  const profiles = Object.keys(PROFILES).map((profile) => [profile, say(PROFILE_WORDS[profile])]);
  refresh();
  return [
    el("h2", { id: "result", tabindex: -1 }, say("desk-result-title")),
    el("p", { role: "status", id: "tally" }, tally(rows, faults, opened)),
    ...told(faults, identities),
    el("div", { class: "filter" },
      field(say("desk-search"), "", search),
      field(say("desk-kind"), "", choice("kind", kinds, "", (kind) => { wish.kind = kind; refresh(); })),
      field(say("desk-profile"), "", choice("profile", profiles, "plain", (profile) => { wish.profile = profile; refresh(); }))),
    el("p", {}, el("label", { class: "choice", for: "updates" }, updates, " ", say("desk-updates-only"))),
    el("p", { class: "note" }, say("desk-plain")),
    el("p", {}, save),
    list,
  ];
}

const refused = (faults) => faults.reduce((sum, run) => sum + run.last - run.first + 1, 0);

function tally(rows, faults, opened) {
  const wanting = rows.filter((row) => row.updates).length;
  const total = opened + refused(faults);
  return say("desk-tally", { opened, total, signatories: rows.length, updates: wanting });
}

function told(faults, identities) {
  if (faults.length === 0) { return []; }
  const sentence = (run) => {
    const { key, first, last } = run;
    const lines = first === last ? say("desk-line", { first }) : say("desk-lines", { first, last });
    return el("li", {}, say(isDisbelief(run) ? "desk-set-apart" : "desk-not-opened", { lines, why: say(key) }));
  };
  const part = [el("h3", {}, say("desk-faults", { count: refused(faults) })), el("ul", { id: "faults", class: "faults" }, ...faults.map(sentence))];
  if (faults.every(({ key }) => key === "desk-fault-other-identity")) {
    const own = identities.map(({ recipient }) => recipient).join(" ");
    part.push(el("p", { class: "note", id: "other" }, say("desk-other-identity"), " ", el("code", { class: "hash", dir: "ltr" }, own)));
  }
  return part;
}

function fits({ updates, contact }, wish) {
  const words = wish.words.trim().toLowerCase();
  const isNamed = () => [contact.name, contact.email, contact.affiliation, contact.contact_name, contact.country, contact.note]
    .some((text) => text !== null && text.toLowerCase().includes(words));
  return (!wish.updates || updates) && (wish.kind === "" || contact.kind === wish.kind) && (words === "" || isNamed());
}

function listing(rows) {
  const head = ["desk-index", "desk-name", "desk-email", "desk-country", "desk-kind", "desk-level", "desk-wants"];
  const free = (text) => el("td", {}, el("bdi", {}, text || ""));
  const row = ({ index, level, updates, contact: c }) => el("tr", {},
    el("td", {}, String(index)), free(c.name), el("td", { dir: "ltr" }, c.email || ""), el("td", {}, c.country),
    el("td", {}, say(KIND_WORDS[c.kind])), free(level), el("td", {}, say(updates ? "desk-yes" : "desk-no")));
  const more = rows.length > SHOWN ? [el("p", { class: "meta" }, say("desk-more", { shown: SHOWN, total: rows.length }))] : [];
  return [
    el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("desk-result-title") },
      el("table", { id: "contacts" },
        el("thead", {}, el("tr", {}, ...head.map((key) => el("th", { scope: "col" }, say(key))))),
        el("tbody", {}, ...rows.slice(0, SHOWN).map(row)))),
    ...more,
  ];
}
