/* Files that the browser makes for its user. Nothing else keeps them. */

/** Lets a link save a text under a name. */
export function offer(link, name, text, type) {
  withdraw(link);
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
}

/** Takes that back. */
export function withdraw(link) {
  if (link.href.startsWith("blob:")) { URL.revokeObjectURL(link.href); }
  link.removeAttribute("href");
}
