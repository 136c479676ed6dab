// A way to build elements without markup strings: the pages enforce Trusted Types. Knows nothing of the panel.

/**
 * `el("li", { class: "pn-row", "aria-label": "…" }, "text", child)`; listeners as `onclick`.
 * @param {string} name
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | false | null | undefined)} children
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== false && value !== undefined) element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== false && child != null));
  return element;
}
