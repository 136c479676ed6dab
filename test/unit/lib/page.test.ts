// @vitest-environment jsdom
// The small tools that touch the page: cookies, storage, errors, and how far the parser is.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cookieNames, removeCookie, writeCookie } from "../../../src/lib/cookies";
import { attempt, quiet, report } from "../../../src/lib/quiet";
import { readJson, writeJson } from "../../../src/lib/storage";
import { isParsing, isWhole, watch } from "../../../src/lib/watch";
import { breathe, painted } from "../../../src/lib/yield";
import { blockCookies, clearCookies, cookies, setCookie } from "../support/page";

const HOME = { domain: "", path: "/" };

const reads = (state: DocumentReadyState): void => {
  vi.spyOn(document, "readyState", "get").mockReturnValue(state);
};

beforeEach(() => {
  history.replaceState(null, "", "/shop/cart");
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  clearCookies();
  localStorage.clear();
  document.body.replaceChildren();
});

describe("A cookie", () => {
  test("is written, seen by its name and removed at its place.", () => {
    writeCookie("a", "1.2-x", { ...HOME, days: 1 });
    setCookie("b=1; path=/shop");
    expect(cookies()).toEqual(["a=1.2-x", "b=1"]);
    expect(cookieNames().sort()).toEqual(["a", "b"]);
    removeCookie("b", HOME);
    expect(cookieNames()).toContain("b");
    removeCookie("b", { domain: "", path: "/shop" });
    removeCookie("a", HOME);
    expect(cookies()).toEqual([]);
  });

  test.each(["a.b", "a%20b", "_ga_G-1", "a|b", "a!b"])("named %s can be removed, as tools name theirs.", (name) => {
    setCookie(`${name}=1; path=/`);
    for (const found of cookieNames()) removeCookie(found, HOME);
    expect(cookies()).toEqual([]);
  });

  test("of another site's domain is not written, and nothing fails.", () => {
    writeCookie("a", "1", { domain: "example.com", path: "/", days: 1 });
    expect(cookies()).toEqual([]);
  });

  test("is neither read nor written where cookies are blocked, and nothing fails.", () => {
    const unblock = blockCookies();
    expect(() => writeCookie("a", "1", { ...HOME, days: 1 })).not.toThrow();
    expect(cookieNames()).toEqual([]);
    unblock();
  });
});

describe("Storage", () => {
  test("gives back what was put in.", () => {
    writeJson("a", { b: [1, null] });
    expect(readJson("a")).toEqual({ b: [1, null] });
  });

  test("that is empty, damaged or blocked gives nothing.", () => {
    expect(readJson("a") ?? undefined).toBeUndefined();
    localStorage.setItem("a", "{");
    expect(readJson("a")).toBeUndefined();
    for (const name of ["getItem", "setItem"] as const) {
      vi.spyOn(Storage.prototype, name).mockImplementation(() => {
        throw new DOMException("blocked", "SecurityError");
      });
    }
    expect(readJson("a")).toBeUndefined();
    expect(() => writeJson("a", 1)).not.toThrow();
  });
});

describe("An error", () => {
  test("of ours is one line in the console that says who speaks.", () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    report("Something is wrong. Do this.");
    expect(said).toHaveBeenCalledExactlyOnceWith("[assent] Something is wrong. Do this.");
  });

  test("of a stranger reaches the console later, unchanged, and stops nobody.", () => {
    vi.useFakeTimers();
    const error = new TypeError("theirs");
    const run = (): void =>
      attempt(() => {
        throw error;
      });
    expect(run).not.toThrow();
    expect(() => vi.runAllTimers()).toThrow(error);
  });

  test("that means 'not here' is nothing.", () => {
    expect(quiet(() => 1)).toBe(1);
    expect(quiet(() => JSON.parse("{"))).toBeUndefined();
  });
});

describe("While the page is parsed", () => {
  const add = (): HTMLElement =>
    document.body.appendChild(document.createElement("section")).appendChild(document.createElement("p"));

  test("an element is whole once something follows it, or follows what it is in.", () => {
    reads("loading");
    const element = add();
    expect([isParsing(), isWhole(element)]).toEqual([true, false]);
    document.body.append("after the section");
    expect(isWhole(element)).toBe(true);
  });

  test("what is not there is not whole.", () => {
    reads("loading");
    expect(isWhole(null)).toBe(false);
  });

  test("everything is whole when it is over.", () => {
    reads("interactive");
    expect([isParsing(), isWhole(add()), isWhole(null)]).toEqual([false, true, true]);
  });

  test("what is added is told of, and the end of it too.", async () => {
    const told: string[][] = [];
    watch((added) => told.push(added.map(({ nodeName }) => nodeName)));
    document.body.append(document.createElement("p"), "text");
    await Promise.resolve();
    document.dispatchEvent(new Event("readystatechange"));
    expect(told).toEqual([["P", "#text"], []]);
  });
});

describe("Waiting", () => {
  test("for a paint ends although a hidden page does not paint.", async () => {
    vi.useFakeTimers();
    vi.stubGlobal("requestAnimationFrame", () => 0);
    let isOver = false;
    painted().then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(99);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isOver).toBe(true);
  });

  test("for input lets other tasks go first.", async () => {
    const order: string[] = [];
    setTimeout(() => order.push("input"));
    await breathe();
    expect(order).toEqual(["input"]);
  });
});
