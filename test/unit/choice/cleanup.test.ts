// @vitest-environment jsdom
// What is gone after a withdrawal and what stays: cookies on every path, storage, and what script cannot remove.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cleanUp, sweep } from "../../../src/choice/cleanup";
import type { ConfigFile, Service } from "../../../src/types";
import { config as configOf } from "../support/config";
import { clearCookies, cookies, setCookie } from "../support/page";

const STATS: Service = {
  id: "stats",
  category: "analytics",
  cookies: [{ name: "_st*" }, { name: "/^vp_[0-9]+$/" }],
  storage: [{ name: "st-visitor" }, { name: "st-session-*", kind: "session" }, { name: "st-db", kind: "indexeddb" }],
};
const SHOP: Service = {
  id: "shop",
  category: "preferences",
  cookies: [{ name: "cart" }],
  storage: [{ name: "wishes" }],
};

const config = (changes: Partial<ConfigFile> = {}) => configOf({ services: [STATS, SHOP], ...changes });

/** All but the statistics is granted. */
const has = (id: string): boolean => id !== "stats" && id !== "analytics";

/** Withdraws the statistics, and waits until it has been looked at again. */
function withdraw(changes: Partial<ConfigFile> = {}, hasRun = false): { failed: string[]; wait(): void } {
  const failed: string[] = [];
  cleanUp({
    config: config(changes),
    before: { analytics: true, stats: true, preferences: true, shop: true },
    has,
    hasRun: () => hasRun,
    fail: ({ message }: Error) => failed.push(message),
  });
  return { failed, wait: () => vi.advanceTimersByTime(5000) };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  history.replaceState(null, "", "/shop/cart");
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  clearCookies();
  localStorage.clear();
  sessionStorage.clear();
});

describe("After a withdrawal", () => {
  test("the refused tool's cookies are gone, by name, by pattern and by expression; others stay.", () => {
    for (const name of ["_st", "_st_id", "vp_12", "vp_x", "cart", "x_st", "SID"]) setCookie(`${name}=1; path=/`);
    withdraw();
    expect(cookies()).toEqual(["SID=1", "cart=1", "vp_x=1", "x_st=1"]);
  });

  test("they are gone on every path of this page.", () => {
    for (const path of ["/", "/shop", "/shop/", "/shop/cart"]) setCookie(`_st${path.length}=1; path=${path}`);
    expect(cookies()).toHaveLength(4);
    expect(sweep({ config: config(), has })).toEqual([]);
    expect(cookies()).toEqual([]);
  });

  test("its keys in both storages are gone; others stay.", () => {
    for (const key of ["st-visitor", "st-session-1", "wishes", "theme"]) {
      localStorage.setItem(key, "1");
      sessionStorage.setItem(key, "1");
    }
    withdraw();
    expect(Object.keys(localStorage).sort()).toEqual(["theme", "wishes"]);
    expect(Object.keys(sessionStorage).sort()).toEqual(["theme", "wishes"]);
  });

  test("its databases are deleted by their declared names, and no others.", async () => {
    const deleted: string[] = [];
    vi.stubGlobal("indexedDB", {
      databases: async () => [{ name: "st-db" }, { name: "mail" }, {}],
      deleteDatabase: (name: string) => deleted.push(name),
    });
    withdraw();
    await Promise.resolve();
    expect(deleted).toEqual(["st-db"]);
  });

  test("what it writes on its way out is removed as well.", () => {
    const { failed, wait } = withdraw();
    setCookie("_st_late=1; path=/");
    wait();
    expect(cookies()).toEqual([]);
    expect(failed).toEqual([]);
  });

  test("what no script can remove is named, with a remedy.", () => {
    const { failed, wait } = withdraw();
    vi.spyOn(document, "cookie", "get").mockReturnValue("_st_http=1; cart=1");
    wait();
    expect(failed).toEqual(["No script can remove these cookies: _st_http. Let the server expire them."]);
  });
});

describe("The page is loaded again after a withdrawal", () => {
  const STOPPED = { ...STATS, consent: { revoke: [{ set: "off", value: true }], stops: true } };

  function reloads(changes: Partial<ConfigFile>, hasRun: boolean): boolean {
    const reload = vi.fn();
    vi.stubGlobal("location", { hostname: "localhost", pathname: "/", protocol: "http:", reload });
    withdraw(changes, hasRun).wait();
    return reload.mock.calls.length > 0;
  }

  test("when a tool has run that nothing stops.", () => expect(reloads({}, true)).toBe(true));
  test("but not when it never ran.", () => expect(reloads({}, false)).toBe(false));
  test("but not when it stops by itself.", () => expect(reloads({ services: [STOPPED, SHOP] }, true)).toBe(false));
  test("but not when the owner does not want it.", () => {
    expect(reloads({ ui: { reloadOnWithdraw: false } }, true)).toBe(false);
  });
  test("when one of two tools of the category goes on.", () => {
    expect(reloads({ services: [STOPPED, { ...STATS, id: "heat" }] }, true)).toBe(true);
  });
});

describe("The visitor's answer", () => {
  test.each(["assent", "choice", "my.choice"])("under the name %s stays, whatever a refused tool declares.", (name) => {
    const greedy = { ...STATS, cookies: [{ name: "*" }], storage: [{ name: "*" }] };
    for (const key of [name, `${name}.receipts`]) localStorage.setItem(key, "1");
    setCookie(`${name}=1; path=/`);
    setCookie("other=1; path=/");
    withdraw({ services: [greedy], cookie: { name } });
    expect(cookies()).toEqual([`${name}=1`]);
    expect(Object.keys(localStorage).sort()).toEqual([name, `${name}.receipts`]);
  });
});

describe("Nothing fails", () => {
  test("where storage, databases or cookies are blocked.", () => {
    for (const area of ["localStorage", "sessionStorage", "indexedDB"]) vi.stubGlobal(area, undefined);
    vi.spyOn(document, "cookie", "get").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    const { failed, wait } = withdraw();
    wait();
    expect(failed).toEqual([]);
  });

  test("when a declared expression does not compile: the others still count.", () => {
    setCookie("_st=1; path=/");
    withdraw({ services: [{ ...STATS, cookies: [{ name: "/(/" }, { name: "_st" }] }] });
    expect(cookies()).toEqual([]);
  });

  test("when nothing is refused: nothing is removed.", () => {
    setCookie("_st=1; path=/");
    expect(sweep({ config: config(), has: () => true })).toEqual([]);
    expect(cookies()).toEqual(["_st=1"]);
  });
});
