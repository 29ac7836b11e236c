/* What stops a file or a line, named by the key of the words for it. */

/** A whole file is refused. */
export class Refused extends Error {
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** One line gives no contact; the others go on. */
export class Fault extends Error {
  constructor(key) {
    super(key);
    this.key = key;
  }
}
