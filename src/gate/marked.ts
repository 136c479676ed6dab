// Marked tags (`data-consent`): finds them, in the document and as they come, and releases those whose turn it is.
import { report } from "../lib/quiet";
import { isParsing, isWhole } from "../lib/watch";
import type { State } from "../types";
import { switchEmbed } from "./embeds";
import { isDeferred, run, runs } from "./scripts";

const MARK = "data-consent";
const SELECTOR = `[${MARK}]`;

/** Scripts and templates that have been dealt with, and embeds that are on. */
const done = new WeakSet<Element>();
const ids = new Set<string>();

/** Whether a script under this id has run on this page: it cannot be made not to have. */
export function hasRun(id: string): boolean {
  return ids.has(id);
}

/** Whether there may be something to release: while parsing, a tag that was not whole before may be so now. */
export function isNews(added: readonly Node[]): boolean {
  return isParsing() || !added[0] || added.some(holdsMark);
}

function holdsMark(node: Node): boolean {
  return node instanceof Element && (node.hasAttribute(MARK) || !!node.querySelector(SELECTOR));
}

/** What may be released: signals come first, so it lags behind what was decided. */
let held: Pick<State, "consents" | "decided"> = { consents: {}, decided: false };

/** From now on this may be released. */
export function allow(state: State): Promise<void> {
  held = state;
  return release();
}

/** Goes through the page. Resolves when everything has been started that can be. */
export function release(): Promise<void> {
  const ready: Element[] = [];
  for (const element of Array.from(document.querySelectorAll(SELECTOR))) {
    const names = (element.getAttribute(MARK) || "").match(/\S+/g) || [];
    const isOn = done.has(element);
    const isMet = !!names[0] && names.every(isMetBy);
    const isScript = element.localName === "script";
    const runsOnce = isScript || element.localName === "template";
    if (isScript && !isOn && runs((element as HTMLScriptElement).type)) {
      done.add(element);
      report(`<script data-consent="${names}"> runs all the same. Add type="text/plain".`);
    } else if (isMet !== isOn && !(isOn && runsOnce) && isDue(element)) {
      done[isMet ? "add" : "delete"](element);
      for (const name of names) ids.add(name);
      if (runsOnce) ready.push(element);
      else switchEmbed(element, isMet);
    }
  }
  return run(ready);
}

/**
 * While the page is parsed, deferred scripts wait as in the standard, half a tag for its other half, and frames because
 * Chromium ignores a `src` that is set in a microtask of the parser.
 */
function isDue(element: Element): boolean {
  return !isParsing() || (isWhole(element) && !isDeferred(element) && element.localName !== "iframe");
}

/** One id of a mark; `!id` is met once it has been refused. */
function isMetBy(name: string): boolean {
  const id = name.replace("!", "");
  const consent = held.consents[id];
  return id === name ? consent === true : held.decided && consent === false;
}
