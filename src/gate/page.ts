// Our element in the page with its shadow root, the small button that leads back to the preferences, and our notices to
// the page's code. It draws no layer: that is the interface's.
import { revisit as en } from "../../locales/en.json";
import { revisit as zhCN } from "../../locales/zh-CN.json";
import type { Events } from "../contract";
import { quiet, report } from "../lib/quiet";
import type { UiOptions } from "../types";
import { css } from "./page.css";

const LABEL = { en, "zh-CN": zhCN };

/** An event of the DOM is one for all listeners, and one that throws does not stop the others. */
export function tell<E extends keyof Events>(event: E, detail: Events[E]): void {
  document.dispatchEvent(new CustomEvent(`assent:${event}`, { detail }));
}

/** One console line for the site's owner, one event for its code. */
export function fail({ message }: Error): void {
  report(message);
  tell("error", { message });
}

let announce: () => void;
/** The root is in the page. */
export const attached = new Promise<void>((resolve) => {
  announce = resolve;
});

let host: HTMLElement | undefined;
let button: HTMLElement;
/** The open shadow root that everything of ours is drawn in. */
export let root: ShadowRoot;

/**
 * To be called again as the page grows: the gate runs before there is a body, and a router may put another in its place.
 * First in the page, so that keyboard and screen reader meet it first (WCAG 2.4.3).
 */
export function attachRoot(): void {
  if (host && !host.isConnected && document.body) {
    document.body.prepend(host);
    announce();
  }
}

export function createRoot(): void {
  host = document.createElement("div");
  host.id = "assent-root";
  root = host.attachShadow({ mode: "open" });
  button = document.createElement("button");
  button.dataset.action = button.dataset.assent = "preferences";
  button.setAttribute("part", "revisit");
  // A browser without constructable style sheets has no interface either: the site's own links are its way back.
  quiet(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  });
  attachRoot();
}

/** Shows the way back, or hides it. */
export function showRevisit(isShown: boolean, { revisit }: UiOptions, language: string): void {
  const label = (revisit === true ? LABEL : revisit) as { [tag: string]: string } & string;
  // Not merely hidden: whoever looks for the way to the preferences finds one at a time.
  if (isShown && revisit && root.adoptedStyleSheets) root.append(button);
  else button.remove();
  button.textContent = label[language] || label.en || label;
  button.lang = language;
}
