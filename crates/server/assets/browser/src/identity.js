/* Identities: made here, or read from the files that this page, undersigned-desk and age-keygen write. */
import { generateX25519Identity, identityToRecipient } from "age-encryption";

const PREFIX = "AGE-SECRET-KEY-1";
const LARGEST = 1 << 16;

/** Why a text is no identity: `locked`, `damaged` or `none`. */
export class Unfit extends Error {
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/** Whether this browser can do all that follows. */
export function isAble() {
  return typeof BigInt === "function" && typeof TransformStream === "function" &&
    typeof ReadableStream === "function" && "pipeThrough" in ReadableStream.prototype &&
    typeof Blob.prototype.arrayBuffer === "function" && !!(window.crypto && crypto.subtle);
}

/** A new identity and its recipient. */
export async function make() {
  const secret = await generateX25519Identity();
  return { secret, recipient: await identityToRecipient(secret) };
}

/** The identities in a file. */
export async function fromFile(file) {
  if (file.size > LARGEST) { throw new Unfit("none"); }
  return fromText(new TextDecoder().decode(await file.arrayBuffer()));
}

/** The identities in the text of an identity file: lines, of which those with `#` are comments. */
export async function fromText(text) {
  if (/^(age-encryption\.org\/|-----BEGIN AGE ENCRYPTED FILE-----)/.test(text)) {
    throw new Unfit("locked");
  }
  const found = [];
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) { continue; }
    found.push(await read(line));
  }
  if (found.length === 0) { throw new Unfit("none"); }
  return found;
}

/** An identity as somebody types it from paper: groups, dashes and small letters as they please. */
export function fromPaper(typed) {
  const plain = typed.replace(/[^0-9a-z]/gi, "").toUpperCase();
  return read(plain.replace(/^AGESECRETKEY1/, PREFIX));
}

async function read(secret) {
  if (!secret.startsWith(PREFIX)) { throw new Unfit("none"); }
  try {
    return { secret, recipient: await identityToRecipient(secret) };
  } catch (_) {
    // Its checksum does not hold: cut short, or a letter is another.
    throw new Unfit("damaged");
  }
}

/** The file of an identity, as age-keygen writes it, with what it is for in comments. */
export function fileText({ secret, recipient }, { name, letter, now }) {
  const comment = (key, value) => `# ${key}: ${value.replace(/[\r\n\u2028\u2029]+/g, " ")}\n`;
  const created = now.toISOString().replace(/\.\d+Z$/, "Z");
  return comment("created", created) + (name ? comment("name", name) : "") +
    (letter ? comment("letter", letter) : "") + comment("public key", recipient) + secret + "\n";
}

/** A name for that file, which any system takes. */
export function fileName(name, slug) {
  const plain = name.normalize("NFKD").replace(/[^0-9A-Za-z]+/g, "-").replace(/^-+|-+$/g, "");
  return ["key", slug, plain.toLowerCase()].filter((part) => part).join("-") + ".txt";
}

/** Whether this is how the identity ends: the last six characters, however typed. */
export function endsWith({ secret }, typed) {
  return typed.replace(/\s+/g, "").toUpperCase() === secret.slice(-6);
}
