/** Elements are built, never parsed: text only ever becomes a text node, so no name can turn into markup. */

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "on") listen(node, value);
    else if (name === "style")
      for (const [key, text] of Object.entries(value)) node.style.setProperty(key, text);
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  append(node, children);
  return node;
}

export function append(node, children) {
  for (const child of children.flat(4)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

export function fill(node, ...children) {
  node.replaceChildren();
  return append(node, children);
}

/** A name is kept in its own direction so that an override inside it cannot turn its surroundings. */
export function name(text, className = "cut") {
  return el("bdi", { class: className, title: text }, text);
}

/** Arrow keys, Home and End walk over the items; the caller says which keys mean back and forth. */
export function walk(event, items, { back, forth }) {
  if (items.length === 0) return null;
  const here = items.indexOf(document.activeElement);
  const steps = { Home: 0, End: items.length - 1 };
  for (const key of back) steps[key] = (here - 1 + items.length) % items.length;
  for (const key of forth) steps[key] = (here + 1) % items.length;
  if (!(event.key in steps)) return null;
  event.preventDefault();
  items[steps[event.key]].focus();
  return items[steps[event.key]];
}

function listen(node, handlers) {
  for (const [type, handler] of Object.entries(handlers)) node.addEventListener(type, handler);
}
