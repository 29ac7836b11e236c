/* Lines of a file that may be anything and of any size, in bounded memory. */

/* Longest line that is believed, in bytes. */
const LONGEST = 1 << 20;
const CHUNK = 1 << 20;

/** The lines of a file that aren't blank: `number` counts from 1 as an editor does, `bytes` is null
    where a line is too long. */
export async function* lines(file) {
  let number = 0;
  let parts = [];
  let length = 0;
  const end = () => {
    number += 1;
    const line = length > LONGEST ? null : trimmed(joined(parts, length));
    parts = [];
    length = 0;
    return line !== null && isBlank(line) ? undefined : { number, bytes: line };
  };
  for (let at = 0; at < file.size; at += CHUNK) {
    const chunk = new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer());
    let start = 0;
    for (let stop = chunk.indexOf(10); stop >= 0; stop = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, stop));
      start = stop + 1;
      const line = end();
      if (line) { yield line; }
    }
    add(chunk.subarray(start));
  }
  if (length > 0) {
    const line = end();
    if (line) { yield line; }
  }

  function add(part) {
    length += part.length;
    if (length > LONGEST) { parts = []; } else if (part.length > 0) { parts.push(part); }
  }
}

function joined(parts, length) {
  if (parts.length === 1) { return parts[0]; }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const isSpace = (byte) => byte === 32 || byte === 9 || byte === 12 || byte === 13;

function trimmed(line) {
  let end = line.length;
  while (end > 0 && isSpace(line[end - 1])) { end -= 1; }
  return line.subarray(0, end);
}

const isBlank = (line) => line.length === 0;
