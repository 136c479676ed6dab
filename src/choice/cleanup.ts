// Removes what refused services left behind: cookies on every domain and path we can reach, storage, databases.
// It is told which services those are.
import { cookieNames, removeCookie } from "../lib/cookies";
import { toPattern } from "../lib/patterns";
import { quiet } from "../lib/quiet";
import type { Config } from "../types";

/** Milliseconds after which it looks again: some tools write once more on their way out. */
const AFTERMATH = 1000;

/** Says what is still there then: script can remove neither HttpOnly cookies nor those of other sites. */
export function cleanUp(config: Config, isRefused: (id: string) => boolean, fail: (error: Error) => void): void {
  sweep(config, isRefused);
  setTimeout(() => {
    const left = sweep(config, isRefused).join(", ");
    if (left) fail(new Error(`No script can remove these cookies: ${left}. Let the server expire them.`));
  }, AFTERMATH);
}

/** Returns the cookies that are still there afterwards. */
export function sweep({ services, cookie }: Config, isRefused: (id: string) => boolean): string[] {
  const refused = services.filter(({ id }) => isRefused(id));
  const patterns = refused.flatMap(({ cookies = [], storage = [] }) => [...cookies, ...storage].map(toPattern));
  // The record and its copy are ours, whatever a `*` in the config says.
  const isDeclared = (name: string): boolean =>
    name.split(".")[0] !== cookie.name && patterns.some((pattern) => pattern?.test(name));
  const left = (): string[] => cookieNames().filter(isDeclared);

  for (const place of places()) for (const name of left()) removeCookie(name, place);
  for (const area of ["localStorage", "sessionStorage"] as const) {
    quiet(() => {
      for (const key of Object.keys(window[area]).filter(isDeclared)) window[area].removeItem(key);
    });
  }
  quiet(() =>
    indexedDB.databases().then((all) => {
      for (const { name = "" } of all) if (isDeclared(name)) indexedDB.deleteDatabase(name);
    }),
  );
  return left();
}

/** Every domain and path under which this page can see a cookie (RFC 6265 5.1.3, 5.1.4). */
function places(): { domain: string; path: string }[] {
  const labels = location.hostname.split(".");
  const domains = ["", ...labels.map((_, i) => labels.slice(i).join("."))];
  const steps = location.pathname.split("/");
  const paths = steps.flatMap((_, i) => {
    const path = steps.slice(0, i + 1).join("/");
    return [`${path}/`, path || "/"];
  });
  return domains.flatMap((domain) => paths.map((path) => ({ domain, path })));
}
