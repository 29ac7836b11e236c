/* What the pages do, done by hand, so that tests can hold it against the age of Debian.

   node agree.mjs make FILE            writes an identity's file, prints its recipient
   node agree.mjs seal RECIPIENT FILE  prints FILE sealed
   node agree.mjs open IDENTITY FILE   prints FILE opened */
import { readFileSync, writeFileSync } from "node:fs";
import { Decrypter, Encrypter } from "age-encryption";
import { fileText, fromText, make } from "./src/identity.js";

const [act, key, file] = process.argv.slice(2);
switch (act) {
  case "make": {
    const made = await make();
    writeFileSync(key, fileText(made, { name: "Ana\nB", letter: "a.example/letters/x", now: new Date(0) }));
    console.log(made.recipient);
    break;
  }
  case "seal": {
    const encrypter = new Encrypter();
    encrypter.addRecipient(key);
    process.stdout.write(await encrypter.encrypt(readFileSync(file)));
    break;
  }
  case "open": {
    const decrypter = new Decrypter();
    for (const { secret } of await fromText(readFileSync(key, "utf8"))) { decrypter.addIdentity(secret); }
    process.stdout.write(await decrypter.decrypt(readFileSync(file)));
    break;
  }
  default:
    throw new Error("make, seal or open");
}
