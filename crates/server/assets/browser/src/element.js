/* Elements in a line of code. Text is always text: nothing that a file holds becomes markup. */

/** An element with attributes and children, which are elements or text. Functions listen. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(key, value);
    } else if (value !== false && value !== null) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children);
  return made;
}

/** A labelled field with a hint below the label. */
export function field(label, hint, control) {
  const part = el("div", { class: "field" }, el("label", { for: control.id }, label));
  if (hint) {
    part.append(el("span", { class: "hint", id: `${control.id}-hint` }, hint));
    control.setAttribute("aria-describedby", `${control.id}-hint`);
  }
  part.append(control);
  return part;
}

/** A choice of one of several values, each with its words. */
export function choice(id, options, chosen, changed) {
  const made = el("select", { id, change: () => changed(made.value) });
  for (const [value, words] of options) {
    made.append(el("option", { value, selected: value === chosen }, words));
  }
  return made;
}
