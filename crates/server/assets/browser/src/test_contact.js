/* Test contacts: sealed codes that show that an identity works. */
import { isObject } from "./contact.js";
import { Fault, Refused } from "./fault.js";
import { parse } from "./json.js";
import { lines } from "./lines.js";
import { Opener } from "./sealed.js";

/** The code in the test contact (base64) of a letter. */
export async function code(identity, base64, letter) {
  const plain = await new Opener([identity]).open(base64);
  let test = null;
  try { test = parse(plain); } catch (_) { /* Said below. */ }
  if (!isObject(test) || typeof test.code !== "string") { throw new Fault("desk-fault-no-test"); }
  if (test.v !== 1) { throw new Fault("desk-fault-newer"); }
  if (test.letter !== letter) { throw new Fault("desk-fault-other-letter"); }
  if (!/^[A-Z0-9][A-Z0-9-]{3,63}$/.test(test.code)) { throw new Fault("desk-fault-no-test"); }
  return test.code;
}

/** The codes in a file of test contacts, of those lines that are sealed to the identities. */
export async function codes(file, { letter }, identities) {
  const found = [];
  let isFirst = true;
  for await (const { number, bytes } of lines(file)) {
    if (isFirst) { isFirst = false; continue; }
    let line = null;
    try { line = bytes && parse(bytes); } catch (_) { /* Said below. */ }
    if (!isObject(line) || typeof line.recipient !== "string" || typeof line.age !== "string") {
      throw new Refused("desk-refused-test-line", { number });
    }
    const identity = identities.find(({ recipient }) => recipient === line.recipient);
    if (identity) { found.push({ recipient: line.recipient, code: await code(identity, line.age, letter) }); }
  }
  if (found.length === 0) { throw new Refused("desk-refused-stranger"); }
  return found;
}
