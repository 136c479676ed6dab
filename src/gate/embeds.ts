// Marked frames, images, media and links: gives them their addresses when granted, takes them back when withdrawn.

/** `data-src` becomes `src`, and so on: everything that makes a browser fetch. */
const NAMES = ["src", "srcset", "href", "poster", "data"];

/** Switches an element, and what is in it, on or off. */
export function switchEmbed(element: Element, isOn: boolean): void {
  for (const name of NAMES) {
    const inside = Array.from(element.querySelectorAll(`[data-${name}]:not([data-consent])`));
    for (const node of [element, ...inside]) {
      const value = node.getAttribute(`data-${name}`);
      if (value === null) continue;
      // Taking `src` away leaves a frame where it is (HTML, "process the iframe attributes").
      if (isOn || node.localName === "iframe") node.setAttribute(name, isOn ? value : "about:blank");
      else node.removeAttribute(name);
    }
  }
  // A media element has looked at its sources once, and will not again by itself (HTML, "the source element").
  const media = element.closest<HTMLMediaElement>("video,audio");
  if (media) media.load();
}
