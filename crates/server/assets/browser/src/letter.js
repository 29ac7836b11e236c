/* Which letter a file belongs to. */

/** Whether this is a letter's origin, `HOST/letters/SLUG`, that can be shown and compared. */
export function isOrigin(origin) {
  return typeof origin === "string" && origin.length <= 512 &&
    /^[0-9A-Za-z.:[\]-]+\/letters\/[a-z0-9][a-z0-9-]*$/.test(origin);
}

/** The letter's name in addresses. */
export function slugOf(origin) {
  return origin.slice(origin.lastIndexOf("/") + 1);
}
