// Removes what refused services left behind: cookies on every domain and path we can reach, storage, databases; and
// loads the page again where a tool that has run cannot be stopped. It is told what holds.
import { cookieNames, removeCookie } from "../lib/cookies";
import { toPattern } from "../lib/patterns";
import { quiet } from "../lib/quiet";
import { receiptsKey } from "../record/receipts";
import type { Config, Consents } from "../types";

export interface Aftermath {
  config: Config;
  /** What held until now. */
  before: Consents;
  /** Whether an id is granted at the time of asking. */
  has(id: string): boolean;
  /** Whether a script under this id has run on this page. */
  hasRun(id: string): boolean;
  fail(error: Error): void;
}

/** Milliseconds after which it looks again: some tools write once more on their way out. */
const PAUSE = 1000;

/** Says what is still there then: script can remove neither HttpOnly cookies nor those of other sites. */
export function cleanUp(aftermath: Aftermath): void {
  const { config, fail } = aftermath;
  sweep(aftermath);
  setTimeout(() => {
    const left = sweep(aftermath).join(", ");
    if (left) fail(new Error(`No script can remove these cookies: ${left}. Let the server expire them.`));
  }, PAUSE);
  // After whoever awaits the choice has heard of it.
  if (config.ui.reloadOnWithdraw && mustReload(aftermath)) setTimeout(() => location.reload(), 50);
}

/** A script that has run cannot be un-run: only its own way to stop, or a new page, ends it. */
function mustReload({ config, before, has, hasRun }: Aftermath): boolean {
  const isStopped = (name: string): boolean => {
    const tools = config.services.filter(({ id, category }) => id === name || category === name);
    return tools.length > 0 && tools.every(({ consent }) => consent?.stops);
  };
  return Object.keys(before).some((id) => before[id] && !has(id) && hasRun(id) && !isStopped(id));
}

/** Returns the cookies that are still there afterwards. */
export function sweep({ config, has }: Pick<Aftermath, "config" | "has">): string[] {
  const refused = config.services.filter(({ id }) => !has(id));
  const patterns = refused.flatMap(({ cookies = [], storage = [] }) => [...cookies, ...storage].map(toPattern));
  const own = config.cookie.name;
  // The record, its copy and the receipts are ours, whatever a `*` in the config says.
  const isDeclared = (name: string): boolean =>
    name !== own && name !== receiptsKey(config) && patterns.some((pattern) => pattern?.test(name));
  const left = (): string[] => cookieNames().filter(isDeclared);

  for (const place of places()) for (const name of left()) removeCookie(name, place);
  for (const area of ["localStorage", "sessionStorage"] as const) {
    quiet(() => {
      for (const key of Object.keys(window[area]).filter(isDeclared)) window[area].removeItem(key);
    });
  }
  removeDatabases(isDeclared);
  return left();
}

/** Not there in every browser. */
async function removeDatabases(isDeclared: (name: string) => boolean): Promise<void> {
  // Where storage is denied Chromium leaves a rejection behind that nobody can catch.
  if (!quiet(() => localStorage)) return;
  try {
    for (const { name = "" } of await indexedDB.databases()) if (isDeclared(name)) indexedDB.deleteDatabase(name);
  } catch {
    // Then there is none to remove.
  }
}

/** Every domain and path under which this page can see a cookie (RFC 6265 5.1.3, 5.1.4). */
function places(): { domain: string; path: string }[] {
  const labels = location.hostname.split(".");
  const steps = location.pathname.split("/");
  const paths = steps.map((_, i) => steps.slice(0, i + 1).join("/"));
  return ["", ...labels.map((_, i) => labels.slice(i).join("."))].flatMap((domain) =>
    paths.flatMap((path) => [
      { domain, path: `${path}/` },
      { domain, path },
    ]),
  );
}
