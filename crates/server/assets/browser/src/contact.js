/* A contact as it was sealed on arrival. */
import { Fault } from "./fault.js";
import { parse } from "./json.js";
import { isOrigin } from "./letter.js";

export const KINDS = ["individual", "organization", "company"];

const WORDS = ["name", "country", "display", "lang", "at"];
const MAYBE = ["email", "title", "affiliation", "website", "contact_name", "contact_role", "note"];
/* What only the contact from signing holds. */
const FROM_SIGNING = ["email", "contact_name", "contact_role", "authority", "note", "updates", "consent", "at"];

const isText = (value) => typeof value === "string";
const isFact = (value) => typeof value === "boolean";

/** Whether a value of JSON is an object. */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The contact in a plaintext of version 1. */
export function read(plaintext) {
  let raw;
  try { raw = parse(plaintext); } catch (_) { throw new Fault("desk-fault-no-contact"); }
  if (!isObject(raw) || !Number.isInteger(raw.v)) { throw new Fault("desk-fault-no-contact"); }
  // The version first: a newer contact is newer, not malformed.
  if (raw.v !== 1) { throw new Fault("desk-fault-newer"); }
  const sound = isOrigin(raw.letter) && KINDS.includes(raw.kind) &&
    WORDS.every((field) => isText(raw[field])) &&
    MAYBE.every((field) => raw[field] === undefined || raw[field] === null || isText(raw[field])) &&
    isFact(raw.authority) && isFact(raw.updates) &&
    Array.isArray(raw.consent) && raw.consent.every(isText);
  if (!sound) { throw new Fault("desk-fault-no-contact"); }
  for (const field of MAYBE) { raw[field] = raw[field] === undefined ? null : raw[field]; }
  return raw;
}

/** Whether it holds what only the contact from signing does. */
export function isFromSigning(contact) {
  return contact.authority || contact.updates || contact.consent.length > 0 ||
    ["email", "contact_name", "contact_role", "note"].some((field) => contact[field] !== null);
}

/** What a contact and a correction of it say together: mailbox, contact person, note and consent
    stay, whatever the later one says of them. */
export function corrected(contact, correction) {
  const whole = { ...correction };
  for (const field of FROM_SIGNING) { whole[field] = contact[field]; }
  return whole;
}
