/* The desk’s words, which the build takes from the Fluent files (desk.ftl), and their language. */
/* global WORDS */

const TONGUES = { en: "English", es: "Español", fr: "Français", ar: "العربية" };
let lang = "en";

/** The languages, each with its own name. */
export const languages = () => Object.entries(TONGUES);

export const language = () => lang;

/** Takes the first of the wished languages that there is. */
export function choose(wishes) {
  const found = wishes.map((wish) => wish.slice(0, 2).toLowerCase()).find((wish) => TONGUES[wish]);
  lang = found || "en";
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === "ar" ? "rtl" : "ltr";
}

/** The sentence called `key` with its values; numbers in the language's digits. */
export function say(key, values = {}) {
  return WORDS[lang][key].replace(/\{ \$([a-z]+) \}/g, (_, name) => {
    const value = values[name];
    return typeof value === "number" ? value.toLocaleString(lang === "ar" ? "ar-EG" : lang) : value;
  });
}
