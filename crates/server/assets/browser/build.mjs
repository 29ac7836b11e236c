/* Builds what organizers' browsers run: `npm ci --ignore-scripts && npm run build`. The same sources
   and the same lock file give the same bytes; a test compares them with the committed ones.

   node build.mjs OUT: writes OUT/keys.js, OUT/desk.html and OUT/SHA256SUMS. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = ["es2020"];

/** The words of the desk in each language, from its Fluent files: one line a message, with nothing
    but `{ $value }` in it. */
function words(locales) {
  const all = {};
  for (const lang of readdirSync(locales).sort()) {
    all[lang] = {};
    const lines = readFileSync(join(locales, lang, "desk.ftl"), "utf8").split("\n");
    for (const line of lines.filter((line) => line !== "" && !line.startsWith("#"))) {
      const [, key, text] = /^(desk-[a-z0-9-]+) = ([^{}]*(?:\{ \$[a-z]+ \}[^{}]*)*)$/.exec(line) ?? [];
      if (!key) { throw new Error(`desk.ftl in ${lang}: ${line}`); }
      all[lang][key] = text;
    }
  }
  return all;
}

async function bundle(entry, define) {
  const built = await build({
    absWorkingDir: here,
    bundle: true,
    charset: "utf8",
    define,
    entryPoints: [entry],
    format: "iife",
    legalComments: "none",
    metafile: true,
    minify: true,
    target,
    treeShaking: true,
    write: false,
  });
  const script = built.outputFiles[0].text.trim();
  if (/<\/script|<!--/i.test(script)) { throw new Error(`${entry} can't stand in a page`); }
  return { script, packages: packages(built.metafile) };
}

/** The npm packages whose code is in a bundle. */
function packages({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path));
  const names = inputs.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return [...new Set(names.filter((name) => name))].sort();
}

/** Each package's name, version and licence, whole. */
function licenses(names) {
  const parts = names.map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = ["LICENSE-MIT", "LICENSE", "LICENSE.md"].map((file) => join(folder, file)).find(existsSync);
    return `${name} ${version} (${license.replace(/^\((.*)\)$/, "$1")})\n\n${readFileSync(file, "utf8").trim()}\n`;
  });
  return `Undersigned, MIT OR Apache-2.0, with code of these packages:\n\n${parts.join("\n")}`.replace(/--+>|\*\//g, "");
}

const sha256 = (text, encoding) => createHash("sha256").update(text, "utf8").digest(encoding);

async function desk(locales) {
  const { script, packages } = await bundle("src/desk.js", { WORDS: JSON.stringify(words(locales)) });
  const css = readFileSync(join(here, "src/desk.css"), "utf8");
  const style = (await transform(css, { loader: "css", minify: true, target: ["chrome71", "firefox102"] })).code.trim();
  const policy = ["default-src 'none'", `script-src 'sha256-${sha256(script, "base64")}'`,
    `style-src 'sha256-${sha256(style, "base64")}'`, "img-src 'none'", "connect-src 'none'",
    "form-action 'none'", "base-uri 'none'"].join("; ");
  const parts = { POLICY: policy, STYLE: style, SCRIPT: script, LICENSES: licenses(packages).trim() };
  return readFileSync(join(here, "src/desk.html"), "utf8")
    .replace(/POLICY|STYLE|SCRIPT|LICENSES/g, (part) => parts[part]);
}

async function keys() {
  const { script, packages } = await bundle("src/keys.js", {});
  return `${script}\n/*\n${licenses(packages).trim()}\n*/\n`;
}

const out = process.argv[2];
const files = { "desk.html": await desk(join(here, "..", "..", "locales")), "keys.js": await keys() };
for (const [name, text] of Object.entries(files)) { writeFileSync(join(out, name), text); }
const sums = Object.entries(files).map(([name, text]) => `${sha256(text, "hex")}  ${name}\n`);
writeFileSync(join(out, "SHA256SUMS"), sums.join(""));
