/* Opening what was sealed to the organizers' recipients. */
import { Decrypter } from "age-encryption";
import { Fault } from "./fault.js";

/* Longest plaintext that is believed, in bytes. */
const LONGEST = 1 << 18;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Opens age files with identities, one after the other. */
export class Opener {
  constructor(identities) {
    this.decrypter = new Decrypter();
    // Two that never open anything tell how far it went: the first is asked once the header was
    // read, the last where no identity before it fits.
    this.decrypter.addIdentity({ unwrapFileKey: async () => { this.isAge = true; return null; } });
    for (const { secret } of identities) { this.decrypter.addIdentity(secret); }
    this.decrypter.addIdentity({ unwrapFileKey: async () => { this.fits = false; return null; } });
  }

  /** The plaintext of an age file (version 1, binary) in base64 (RFC 4648, section 4). */
  async open(base64) {
    const file = bytes(base64);
    this.isAge = false;
    this.fits = true;
    let plain;
    try {
      plain = await this.decrypter.decrypt(file);
    } catch (_) {
      if (!this.isAge) { throw new Fault("desk-fault-not-age"); }
      throw new Fault(this.fits ? "desk-fault-damaged" : "desk-fault-other-identity");
    }
    if (plain.length > LONGEST) { throw new Fault("desk-fault-too-large"); }
    return plain;
  }
}

function bytes(base64) {
  const binary = BASE64.test(base64) ? atob(base64) : "";
  // A last digit whose spare bits are set would be a second spelling of the same bytes.
  if (btoa(binary) !== base64) { throw new Fault("desk-fault-not-base64"); }
  return Uint8Array.from(binary, (c) => c.charCodeAt(0));
}
