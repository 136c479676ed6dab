// Where the keyboard focus is, through the shadow root, and walking it by Tab.
import type { Visitor } from "./visitor";

export interface Focus {
  /** `data-action`, `data-category`, `data-service`, the element's id, or its tag name. */
  name: string;
  inUi: boolean;
}

export function focus(visitor: Visitor): Promise<Focus> {
  return visitor.page.evaluate(() => {
    let element = document.activeElement;
    const inUi = element?.id === "assent-root";
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const { action, category, service } = element instanceof HTMLElement ? element.dataset : ({} as DOMStringMap);
    return { name: action || category || service || element?.id || element?.tagName || "", inUi };
  });
}

/** Presses Tab until the focus is on a name; fails after 60 steps. */
export async function tabsTo(visitor: Visitor, name: string, key = "Tab"): Promise<string[]> {
  const passed: string[] = [];
  for (let step = 0; step < 60; step++) {
    await visitor.page.keyboard.press(key);
    const { name: now } = await focus(visitor);
    passed.push(now);
    if (now === name) return passed;
  }
  throw new Error(`${key} never reached ${name}: ${passed.join(", ")}`);
}
