// Measures of the interface: styles, boxes, targets, and what sticks out of the screen.
import type { Visitor } from "./visitor";

/** What makes one button weigh more than another. */
export function styleOf(visitor: Visitor, action: string) {
  return visitor.action(action).evaluate((button) => {
    const style = getComputedStyle(button);
    const box = button.getBoundingClientRect();
    return {
      tag: button.tagName,
      size: [Math.round(box.width), Math.round(box.height)],
      color: style.color,
      background: `${style.backgroundColor} ${style.backgroundImage}`,
      border: `${style.borderTopWidth} ${style.borderTopStyle} ${style.borderTopColor} ${style.borderRadius}`,
      outline: `${style.outlineStyle} ${style.outlineWidth}`,
      font: `${style.fontFamily} ${style.fontSize} ${style.fontWeight} ${style.textTransform} ${style.textDecorationLine}`,
      shadow: style.boxShadow,
      opacity: style.opacity,
    };
  });
}

export function boxesOf(visitor: Visitor, selector: string): Promise<number[][]> {
  return visitor.page.locator(selector).evaluateAll((all) =>
    all.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map(Math.round);
    }),
  );
}

/** Every visible control of ours, and its size; links inside a sentence are exempt (WCAG 2.5.8). */
export function sizeOfTargets(visitor: Visitor) {
  return visitor.root.evaluate((root) =>
    [...(root.shadowRoot?.querySelectorAll("button, summary, select, input, [role=switch]") ?? [])]
      .filter((control) => control.checkVisibility())
      .map((control) => {
        const own = control.getBoundingClientRect();
        const label = control.closest("label")?.getBoundingClientRect();
        const [width = 0, height = 0] = [
          Math.max(own.width, label?.width ?? 0),
          Math.max(own.height, label?.height ?? 0),
        ];
        return { html: control.outerHTML.slice(0, 80), width, height };
      }),
  );
}

/** What is wider than the screen, and text that is cut off. */
export function overflow(visitor: Visitor): Promise<string[]> {
  return visitor.root.evaluate((root) => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide on ${clientWidth}`);
    for (const element of root.shadowRoot?.querySelectorAll<HTMLElement>("*") ?? []) {
      if (!element.checkVisibility()) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const name = `${element.tagName} ${element.getAttribute("part") ?? element.className} ${element.textContent?.slice(0, 20)}`;
      if (width > 1 && (right > clientWidth + 1 || left < -1)) found.push(`${name}: ${left} to ${right}`);
      const clipped =
        element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible";
      if (clipped && element.clientWidth > 1)
        found.push(`${name}: ${element.scrollWidth} px in ${element.clientWidth}`);
    }
    return found;
  });
}
