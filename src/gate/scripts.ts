// Runs held scripts: each once, in document order, waiting for one another no more than that order demands.
// It does not know why a script was held.
import { breathe } from "../lib/yield";
import { trust } from "./trust";
import { catchWrites } from "./writes";

/** Milliseconds of work after which input gets its turn. */
const SLICE = 8;

let queue: Element[] = [];
/** External scripts on their way. An inline one waits for them; other external ones the browser keeps in order itself. */
let loading = 0;
let isWorking = false;

/** Takes held scripts and templates in document order. Resolves when nothing but loading is waited for. */
export async function run(items: readonly Element[]): Promise<void> {
  // Async scripts wait for nothing, and nothing waits for them.
  queue = [...items.filter(isAsync), ...queue, ...items.filter((item) => !isAsync(item))];
  if (isWorking) return;
  isWorking = true;
  let until = Date.now() + SLICE;
  for (let item = queue[0]; item && !(loading && isInline(item)); item = queue[0]) {
    queue.shift();
    if (item.localName === "template") put((item as HTMLTemplateElement).content, item, item);
    else if (item.isConnected) start(item as HTMLScriptElement);
    if (Date.now() > until) {
      await breathe();
      until = Date.now() + SLICE;
    }
  }
  isWorking = false;
}

function start(held: HTMLScriptElement): void {
  const script = revive(held);
  const { type = "", src } = script.dataset;
  // An inline script is over once it is in. So is one with `nomodule`, or of a type that is no script's: neither fires
  // an event. An inline module does not either, but the browser keeps its place in the order.
  const isLoaded = script.matches("[src],[data-src]") && !script.noModule && runs(type);
  const isWaitedFor = isLoaded && !isAsync(script);
  const finish = catchWrites(script);
  const done = (): void => {
    const html = finish();
    if (html)
      put(document.createRange().createContextualFragment(trust("createHTML", html)), script, script.nextSibling);
    if (isWaitedFor) loading--;
    run([]);
  };

  if (isWaitedFor) loading++;
  if (isLoaded) for (const event of ["load", "error"]) script.addEventListener(event, done);
  script.type = type;
  // Scripts inserted by script are async unless told otherwise, and otherwise run in the order of insertion.
  script.async = isAsync(script);
  if (src) script.src = trust("createScriptURL", src);
  // Out and in again makes the browser prepare it anew: it has not been started, as its type was no script's (HTML,
  // "prepare the script element"). Being the same element it keeps listeners, nonce, integrity and the rest.
  (script.parentNode as Node).insertBefore(script, script.nextSibling);
  if (!isLoaded) done();
}

/**
 * What came by `innerHTML` counts as started and never runs. It alone is not async by default (HTML, "already started",
 * "force async"), which tells it apart; it has to be made anew.
 */
function revive(held: HTMLScriptElement): HTMLScriptElement {
  if (held.async || held.hasAttribute("async")) return held;
  const script = document.createElement("script");
  for (const { name, value } of Array.from(held.attributes)) script.setAttribute(name, value);
  script.text = trust("createScript", held.text);
  script.nonce = held.nonce;
  held.replaceWith(script);
  return script;
}

/** Puts content beside a node with its scripts held; these come next. */
function put(content: DocumentFragment, beside: Node, before: Node | null): void {
  const scripts = Array.from(content.querySelectorAll("script")).filter(({ type }) => runs(type));
  for (const script of scripts) {
    script.dataset.type = script.type;
    script.type = "text/plain";
  }
  beside.parentNode?.insertBefore(content, before);
  queue.unshift(...scripts);
}

/** Whether a browser runs a script of this type (HTML: JavaScript MIME types and `module`). */
export function runs(type: string): boolean {
  return /^\s*(module|\S+\/(x-)?(java|ecma)script)?\s*$/i.test(type);
}

/** As in the standard, such a script runs when the page has been parsed. */
export function isDeferred(item: Element): boolean {
  return item.matches("[defer],[data-type=module]") && !isInline(item) && !isAsync(item);
}

function isInline(item: Element): boolean {
  return item.matches("script:not([src]):not([data-src]):not([data-type=module])");
}

function isAsync(item: Element): boolean {
  return item.matches("[async]") && !isInline(item);
}
