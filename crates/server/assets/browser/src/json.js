/* JSON (RFC 8259) read as strictly as undersigned-desk does: no key twice, no lone surrogate, no
   depth beyond 128. `JSON.parse` takes the last of two keys, and so would take a forger's. */

const BLANK = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/;
const DEEPEST = 128;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The value of UTF-8 bytes. Objects have no prototype; a number that is no whole one from 0 to
    2^53 - 1 is `NaN`. Throws where the bytes are not JSON. */
export function parse(bytes) {
  const text = utf8.decode(bytes);
  let at = 0;

  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) { at = pattern.lastIndex; }
    return found && found[0];
  };
  const is = (mark) => {
    take(BLANK);
    if (text[at] !== mark) { return false; }
    at += 1;
    return true;
  };
  const need = (found) => {
    if (found === null || found === false) { throw new SyntaxError("not JSON"); }
    return found;
  };
  const string = () => {
    const value = JSON.parse(need(take(STRING)));
    need(!LONE.test(value));
    return value;
  };
  const value = (depth) => {
    need(depth <= DEEPEST);
    take(BLANK);
    switch (text[at]) {
      case "{": return object(depth);
      case "[": return array(depth);
      case "\"": return string();
      case "t": case "f": case "n": return JSON.parse(need(take(WORD)));
      default: return number(need(take(NUMBER)));
    }
  };
  const object = (depth) => {
    at += 1;
    const made = Object.create(null);
    if (is("}")) { return made; }
    do {
      take(BLANK);
      const key = string();
      need(!(key in made) && is(":"));
      made[key] = value(depth + 1);
    } while (is(","));
    need(is("}"));
    return made;
  };
  const array = (depth) => {
    at += 1;
    const made = [];
    if (is("]")) { return made; }
    do { made.push(value(depth + 1)); } while (is(","));
    need(is("]"));
    return made;
  };

  const whole = value(0);
  take(BLANK);
  need(at === text.length);
  return whole;
}

function number(token) {
  const value = Number(token);
  return /^[0-9]+$/.test(token) && Number.isSafeInteger(value) ? value : NaN;
}
