// Our element in the page with its shadow root, the small button that leads back to the preferences, and our notices to
// the page's code. It draws no layer: that is the interface's.
import { revisit as en } from "../../locales/en.json";
import { revisit as zhCN } from "../../locales/zh-CN.json";
import type { Events } from "../contract";
import { report } from "../lib/quiet";
import { watch, when } from "../lib/watch";
import type { Text, UiOptions } from "../types";
import { css } from "./page.css";

const LABEL: Text = { en, "zh-CN": zhCN };

/** An event of the DOM is one for all listeners, and one that throws does not stop the others. */
export function tell<E extends keyof Events>(event: E, detail: Events[E]): void {
  document.dispatchEvent(new CustomEvent(`assent:${event}`, { detail }));
}

/** One console line for the site's owner, one event for its code. */
export function fail({ message }: Error): void {
  report(message);
  tell("error", { message });
}

let root: ShadowRoot | undefined;
let button: HTMLButtonElement;

/** Waits for the body; the gate runs in the head. */
export function withRoot(use: (root: ShadowRoot) => void): void {
  when(
    () => document.body,
    () => use(root || createRoot()),
  );
}

function createRoot(): ShadowRoot {
  const host = document.createElement("div");
  host.id = "assent-root";
  root = host.attachShadow({ mode: "open" });
  button = document.createElement("button");
  button.dataset.action = button.dataset.assent = "preferences";
  button.setAttribute("part", "revisit");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.append(button);
  // First in the page, so that keyboard and screen reader meet it first (WCAG 2.4.3); put back when a router has
  // swapped the body.
  const attach = (): void => {
    if (!host.isConnected && document.body) document.body.prepend(host);
  };
  attach();
  watch(attach);
  return root;
}

/** Shows the way back, or hides it. */
export function showRevisit(isShown: boolean, { revisit, theme }: UiOptions, language: string): void {
  withRoot(() => {
    const label = revisit === true ? LABEL : revisit || "";
    button.hidden = !isShown || !revisit;
    button.textContent = typeof label === "string" ? label : label[language] || label.en || "";
    button.lang = language;
    button.style.colorScheme = theme === "auto" ? "light dark" : theme || "";
  });
}
