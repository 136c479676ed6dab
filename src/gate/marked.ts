// Marked tags (`data-consent`): finds them, in the document and as they come, and releases those whose turn it is.
import { report } from "../lib/quiet";
import { isParsing, isWhole, watch } from "../lib/watch";
import { switchEmbed } from "./embeds";
import { isDeferred, run, runs } from "./scripts";
import { has, state } from "./visitor";

const MARK = "data-consent";

/** Scripts and templates that have been dealt with, and embeds that are on. */
const done = new WeakSet<Element>();
const ids = new Set<string>();

/** Whether a script under this id has run on this page: it cannot be made not to have. */
export function hasRun(id: string): boolean {
  return ids.has(id);
}

/** Goes through the page. Resolves when everything has been started that can be. */
export function release(): Promise<void> {
  return visit(document.querySelectorAll(`[${MARK}]`));
}

/** Goes through what comes later. While parsing, a tag that was not whole before may be so now. */
export function watchMarked(): void {
  watch((added) => {
    if (isParsing() || !added.length) release();
    else {
      const found = new Set<Element>();
      for (const node of added) {
        if (!(node instanceof Element)) continue;
        if (node.hasAttribute(MARK)) found.add(node);
        if (node.firstChild) for (const inner of Array.from(node.querySelectorAll(`[${MARK}]`))) found.add(inner);
      }
      visit(found);
    }
  });
}

function visit(elements: Iterable<Element>): Promise<void> {
  const ready: Element[] = [];
  for (const element of Array.from(elements)) {
    const names = (element.getAttribute(MARK) || "").split(/\s+/).filter(Boolean);
    const isOn = done.has(element);
    const isMet = !!names[0] && names.every(isMetBy);
    const isScript = element.localName === "script";
    const runsOnce = isScript || element.localName === "template";
    if (isScript && !isOn && runs((element as HTMLScriptElement).type)) {
      done.add(element);
      report(`Marked but not held, type="text/plain" is missing: ${(element.cloneNode() as Element).outerHTML}`);
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
  return id in state.consents && (id === name ? has(id) : state.decided && !has(id));
}
