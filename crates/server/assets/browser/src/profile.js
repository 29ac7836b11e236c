/* Which columns a table of contacts has, by who will read it. Names and rules are undersigned-desk's
   (crates/desk/src/profile), where their sources are named. */
import { slugOf } from "./letter.js";

const yes = (fact) => (fact ? "yes" : "no");
const or = (field) => (field === null ? "" : field);
/* `ZZ` is who chose not to say. */
const country = ({ contact }) => (contact.country === "ZZ" ? "" : contact.country);

const LOCALES = new Map([["ar", "ar_EG"], ["en", "en_US"], ["es", "es_ES"], ["fr", "fr_FR"]]);

const PLAIN = {
  columns: [
    "index", "kind", "level", "name", "email", "country", "title", "affiliation", "website",
    "contact_name", "contact_role", "authority", "display", "note", "updates", "consent", "lang",
    "at", "letter",
  ],
  takes: () => true,
  row: ({ index, level, updates, contact: c }) => [
    String(index), c.kind, level, c.name, or(c.email), c.country, or(c.title), or(c.affiliation),
    or(c.website), or(c.contact_name), or(c.contact_role), yes(c.authority), c.display, or(c.note),
    yes(updates), c.consent.join("\n"), c.lang, c.at, c.letter,
  ],
};

const CIVICRM = {
  columns: [
    "External Identifier", "First Name", "Last Name", "Organization Name", "Job Title",
    "Current Employer", "Email", "Country", "Website", "Preferred Language",
    "No Bulk Emails (User Opt Out)", "Contact Source", "Note",
  ],
  takes: () => true,
  row: (opened) => {
    const { index, updates, contact: c } = opened;
    const individual = c.kind === "individual";
    const only = (fits, field) => (fits ? or(field) : "");
    return [
      `${slugOf(c.letter)}#${index}`, only(individual, c.name), "", only(!individual, c.name),
      only(individual, c.title), only(individual, c.affiliation), or(c.email), country(opened),
      or(c.website), LOCALES.get(c.lang) || "", updates ? "0" : "1",
      c.letter, note(c),
    ];
  },
};

const ACTION_NETWORK = {
  columns: [
    "email", "first_name", "last_name", "country", "language", "organization", "job_title",
    "signatory_kind", "letter",
  ],
  // Whoever is uploaded there is subscribed by that act.
  takes: ({ updates, contact }) => updates && contact.email !== null,
  row: (opened) => {
    const c = opened.contact;
    const individual = c.kind === "individual";
    return [
      or(c.email), individual ? c.name : or(c.contact_name), "", country(opened), c.lang,
      individual ? or(c.affiliation) : c.name, individual ? or(c.title) : or(c.contact_role),
      c.kind, c.letter,
    ];
  },
};

export const PROFILES = { plain: PLAIN, civicrm: CIVICRM, "action-network": ACTION_NETWORK };

function note({ contact_name, contact_role, note: words }) {
  const person = [contact_name, contact_role].filter((part) => part !== null).join(", ");
  const hasPerson = contact_name !== null || contact_role !== null;
  return [hasPerson ? `Contact person: ${person}` : null, words].filter((part) => part !== null).join("\n");
}
