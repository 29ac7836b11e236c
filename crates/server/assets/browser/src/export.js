/* The file of an export of contacts or of test contacts: JSON lines, the first of which says what it
   is. Read as undersigned-desk reads it: what differs is a flaw here. */
import { KINDS, corrected, isFromSigning, isObject, read } from "./contact.js";
import { Fault, Refused } from "./fault.js";
import { parse } from "./json.js";
import { isOrigin } from "./letter.js";
import { lines } from "./lines.js";

/** What a file's first line says: `kind` is `contacts` or `test`. */
export async function header(file) {
  const first = (await lines(file).next()).value;
  if (!first) { throw new Refused("desk-refused-empty"); }
  let said = null;
  try { said = first.bytes && parse(first.bytes); } catch (_) { /* Said below. */ }
  if (!isObject(said) || typeof said.undersigned !== "string") {
    throw new Refused("desk-refused-other");
  }
  const [sort, version] = said.undersigned.split("/");
  const kind = { contacts: "contacts", "test-contact": "test" }[sort];
  if (!kind) { throw new Refused("desk-refused-other"); }
  if (version !== "v1") { throw new Refused("desk-refused-newer"); }
  if (!isOrigin(said.letter)) { throw new Refused("desk-refused-letter"); }
  if (kind === "contacts" && !Number.isInteger(said.count)) {
    throw new Refused("desk-refused-no-count");
  }
  return { kind, letter: said.letter, count: said.count };
}

/** Counts an export's lines before any of them is believed: a file cut short must not pass for the
    whole list. */
export async function isWhole(file, { count }) {
  let found = -1;
  for await (const _ of lines(file)) { found += 1; }
  if (found !== count) { throw new Refused("desk-refused-count", { promised: count, found }); }
}

/** Opens an export: gives `rows`, one for each signatory, and `faults`. `tell` hears after each line
    how many that were; where it gives false, it ends with null. */
export async function open(file, { letter }, opener, tell) {
  const rows = [];
  const faults = [];
  let opened = 0;
  let done = 0;
  let isFirst = true;
  for await (const line of lines(file)) {
    if (isFirst) { isFirst = false; continue; }
    try {
      const next = await one(line.bytes, letter, opener);
      const latest = rows[rows.length - 1];
      if (latest) { believe(latest, next); }
      opened += 1;
      if (latest && latest.index === next.index) {
        const { level, contact } = next;
        rows[rows.length - 1] = { ...latest, level, contact: corrected(latest.contact, contact) };
      } else {
        rows.push(next);
      }
    } catch (fault) {
      if (!(fault instanceof Fault)) { throw fault; }
      note(faults, line.number, fault.key);
    }
    done += 1;
    if (!(await tell(done))) { return null; }
  }
  return { rows, faults, opened };
}

/** One line. The server can't read contacts, but could put one letter's under another's header: what
    was sealed says for itself where it belongs. */
async function one(bytes, letter, opener) {
  if (!bytes) { throw new Fault("desk-fault-too-long"); }
  let line = null;
  try { line = parse(bytes); } catch (_) { /* Said below. */ }
  const sound = isObject(line) && Number.isInteger(line.index) && KINDS.includes(line.kind) &&
    typeof line.level === "string" && typeof line.updates === "boolean" && typeof line.age === "string";
  if (!sound) { throw new Fault("desk-fault-malformed"); }
  const contact = read(await opener.open(line.age));
  if (contact.letter !== letter) { throw new Fault("desk-fault-other-letter"); }
  if (contact.kind !== line.kind) { throw new Fault("desk-fault-other-kind"); }
  return { index: line.index, level: line.level, updates: line.updates && contact.updates, contact };
}

/** Anybody can seal to the recipients, and whoever writes the export sets the index: no line may
    take over the row of another. */
function believe(latest, next) {
  if (next.index < latest.index) { throw new Fault("desk-fault-out-of-order"); }
  if (next.index > latest.index) { return; }
  if (next.contact.kind !== latest.contact.kind) { throw new Fault("desk-fault-other-kind"); }
  if (isFromSigning(next.contact)) { throw new Fault("desk-fault-no-correction"); }
}

/** Neighbouring lines with one fault are told in one sentence. */
function note(faults, number, key) {
  const run = faults[faults.length - 1];
  if (run && run.key === key && run.last === number - 1) { run.last = number; return; }
  faults.push({ key, first: number, last: number });
}

/** Whether a line was opened, and what it holds is not believed. */
export function isDisbelief({ key }) {
  return key === "desk-fault-no-correction" || key === "desk-fault-out-of-order";
}
