// @vitest-environment jsdom
// assent-debug.js: how the config check is printed, and what the leak reporter tells of and keeps quiet about.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { check as exhaustive } from "../../src/config/check";
import { parse } from "../../src/config/parse";
import type { AssentApi, Events } from "../../src/contract";
import type { Config } from "../../src/types";
import full from "./fixtures/full.json";

type Debug = typeof import("../../src/entry/debug") & {
  debug(context: { raw: unknown; api: AssentApi; config?: Config }): () => void;
};

/** One request as the browser's timeline knows it. */
type Entry = Pick<PerformanceEntry, "name" | "startTime">;

const RAW = {
  categories: [{ id: "necessary" }, { id: "analytics" }, { id: "preferences" }],
  services: [
    { id: "login", category: "necessary", cookies: [{ name: "SID" }], hosts: ["login.example.net"] },
    {
      id: "stats",
      category: "analytics",
      hosts: ["stats.example.net", "*.stats.example.org"],
      cookies: [{ name: "_st*" }],
      storage: [{ name: "/^st-\\d+$/" }],
    },
  ],
  blocking: { scope: "all", allow: ["*.allowed.example.com"] },
  records: { url: "https://records.example.com/in" },
  controller: { name: "Harbour Cloud", email: "privacy@example.cn", hosts: ["partner.example.edu"] },
};

let stop = (): void => undefined;
let warned: string[];
let requests: (...entries: Entry[]) => void;
let consents: { [id: string]: boolean };
const listeners: { [event: string]: (() => void)[] } = {};

const api = {
  has: (id: string) => consents[id] === true,
  get state() {
    return { consents, basis: "regime", regime: "cn" };
  },
  on(event: keyof Events, listener: () => void) {
    listeners[event] = [...(listeners[event] ?? []), listener];
    if (event === "ready") listener();
    return () => {
      listeners[event] = (listeners[event] ?? []).filter((one) => one !== listener);
    };
  },
} as unknown as AssentApi;

function choose(choice: { [id: string]: boolean }): void {
  consents = { ...consents, ...choice };
  for (const listener of listeners.change ?? []) listener();
}

async function start(raw: unknown = RAW, extra: { config?: Config } = {}): Promise<void> {
  vi.resetModules();
  const { debug } = (await import("../../src/entry/debug")) as Debug;
  stop();
  stop = debug({ raw, api, ...extra });
}

function setCookie(text: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: what tools do
  document.cookie = text;
}

const leaks = (): string[] => warned.filter((line) => line.startsWith("[assent] leak: "));
const request = (name: string, startTime = performance.now()): void => requests({ name, startTime });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
  warned = [];
  consents = { necessary: true, login: true, analytics: false, stats: false, preferences: false };
  for (const event of Object.keys(listeners)) delete listeners[event];
  vi.stubGlobal(
    "PerformanceObserver",
    class {
      constructor(callback: (list: { getEntries(): Entry[] }) => void) {
        requests = (...entries) => callback({ getEntries: () => entries });
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  vi.spyOn(console, "warn").mockImplementation((line: string) => warned.push(line));
  vi.spyOn(console, "info").mockImplementation(() => undefined);
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.spyOn(console, "group").mockImplementation(() => undefined);
  vi.spyOn(console, "groupEnd").mockImplementation(() => undefined);
});

afterEach(() => {
  stop();
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.head.innerHTML = "";
  document.body.innerHTML = "";
  localStorage.clear();
  sessionStorage.clear();
  for (const pair of document.cookie.split("; ")) setCookie(`${pair.split("=")[0]}=; max-age=0`);
});

describe("the config", () => {
  test("is checked without being asked, for a tag with data-debug.", async () => {
    vi.stubGlobal("assent", api);
    document.head.innerHTML =
      '<script data-debug></script><script type="application/json" id="assent-config"></script>';
    document.querySelector("#assent-config")?.append(JSON.stringify(full));
    vi.resetModules();
    await import("../../src/entry/debug");
    await vi.waitFor(() => expect(console.info).toHaveBeenCalledWith("[assent] config: no problems"));
    document.head.replaceChildren();
  });

  test("without problems takes one line.", async () => {
    await start(full);
    expect(console.info).toHaveBeenCalledExactlyOnceWith("[assent] config: no problems");
    expect(console.group).not.toHaveBeenCalled();
  });

  test("with problems is told of in one group, with severity, path, message and remedy.", async () => {
    const raw = { ...RAW, cookie: { days: 900, refusalDays: 30 }, servces: [] };
    await start(raw);
    expect(console.group).toHaveBeenCalledExactlyOnceWith("[assent] config: 2 errors, 1 warning");
    expect(console.error).toHaveBeenCalledWith(
      "error at cookie.days: 900 is not a whole number from 1 to 400. Browsers keep no cookie longer than 400 days. Write a whole number from 1 to 400, such as 180.",
    );
    expect(warned).toContain(
      'warning at cookie.refusalDays: A no is asked again sooner than a yes. Write "refusalDays": 900.',
    );
    expect(console.groupEnd).toHaveBeenCalledOnce();
    expect(exhaustive(raw)).toHaveLength(3);
  });

  test("that the gate cannot use is told of, and nothing is watched.", async () => {
    await start(null);
    expect(console.error).toHaveBeenCalledWith(
      expect.stringContaining("error at the top: Must be an object, not null."),
    );
    await vi.advanceTimersByTimeAsync(5000);
    expect(leaks()).toEqual([]);
  });
});

describe("a request", () => {
  test("to a refused service is told of once, whatever its parameters.", async () => {
    await start();
    request("https://stats.example.net/collect?id=1");
    request("https://stats.example.net/collect?id=2");
    expect(leaks()).toEqual([
      '[assent] leak: services[1] (stats): https://stats.example.net/collect was requested without consent, by a script, or by an element that is gone. Mark the tag that starts it with data-consent="stats".',
    ]);
  });

  test("names the element that made it.", async () => {
    document.body.innerHTML = '<p><img alt="" src="https://a.stats.example.org/pixel.gif"></p>';
    await start();
    request("https://a.stats.example.org/pixel.gif");
    expect(leaks()).toHaveLength(1);
    expect(leaks()[0]).toContain('by <img alt="" src="https://a.stats.example.org/pixel.gif">');
    expect(leaks()[0]).toContain('Mark it: data-consent="stats" and data-src.');
  });

  test("to a granted or required service is none of our business.", async () => {
    await start();
    choose({ analytics: true, stats: true });
    request("https://stats.example.net/collect");
    request("https://login.example.net/session");
    expect(leaks()).toEqual([]);
  });

  test("made before the choice is a leak although it is told of after it.", async () => {
    await start();
    await vi.advanceTimersByTimeAsync(5000);
    const then = performance.now();
    await vi.advanceTimersByTimeAsync(3000);
    choose({ analytics: true, stats: true });
    request("https://stats.example.net/collect", then);
    expect(leaks()).toHaveLength(1);
  });

  test("made by what a choice released is no leak, although the event comes later.", async () => {
    await start();
    await vi.advanceTimersByTimeAsync(5000);
    const then = performance.now();
    await vi.advanceTimersByTimeAsync(200);
    choose({ analytics: true, stats: true });
    request("https://stats.example.net/collect", then);
    expect(leaks()).toEqual([]);
  });

  test("after a withdrawal is a leak.", async () => {
    consents = { ...consents, stats: true };
    await start();
    await vi.advanceTimersByTimeAsync(5000);
    choose({ stats: false });
    await vi.advanceTimersByTimeAsync(2000);
    request("https://stats.example.net/collect");
    expect(leaks()).toHaveLength(1);
  });

  test("to a site that no service lists is undeclared.", async () => {
    await start();
    request("https://cdn.unknown.example.biz/x.js?v=1");
    expect(leaks()).toEqual([
      "[assent] leak: undeclared: https://cdn.unknown.example.biz/x.js was requested, and no service lists cdn.unknown.example.biz. Add the host to its service, or remove what loads it.",
    ]);
  });

  test("to the site itself, its other hosts, allowed hosts and where receipts go is declared.", async () => {
    await start();
    request(`${location.origin}/app.js`);
    request("https://partner.example.edu/x");
    request("https://cdn.allowed.example.com/x");
    request("https://records.example.com/in");
    request("data:image/gif;base64,R0lGODlhAQABAAAAACw=");
    expect(leaks()).toEqual([]);
  });

  test("is not called undeclared while a vendor's hosts are unknown, and is once they are.", async () => {
    const raw = {
      ...RAW,
      services: [...RAW.services, { id: "ga", vendor: "google-analytics-4", category: "analytics" }],
    };
    await start(raw);
    request("https://www.google-analytics.com/g/collect");
    expect(leaks()).toEqual([]);
    const config = parse({ ...raw, services: [{ ...raw.services[2], hosts: ["*.google-analytics.com"] }] });
    await start(raw, { config });
    request("https://www.google-analytics.com/g/collect");
    request("https://unknown.example.biz/");
    expect(leaks()).toEqual([
      expect.stringContaining("services[0] (ga): https://www.google-analytics.com/g/collect"),
      expect.stringContaining("undeclared: https://unknown.example.biz/"),
    ]);
  });
});

describe("a cookie or key", () => {
  test("of a refused service is told of once, when it stays.", async () => {
    setCookie("_st_visitor=1");
    localStorage.setItem("st-12", "x");
    await start();
    expect(leaks()).toEqual([]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(leaks()).toHaveLength(2);
    expect(leaks()[0]).toContain('services[1] (stats): the cookie "_st_visitor" is there without consent.');
    expect(leaks()[1]).toContain('services[1] (stats): the localStorage key "st-12" is there without consent.');
  });

  test("that is cleaned up right after a withdrawal is not told of.", async () => {
    consents = { ...consents, stats: true };
    setCookie("_st_visitor=1");
    await start();
    await vi.advanceTimersByTimeAsync(3000);
    choose({ stats: false });
    await vi.advanceTimersByTimeAsync(1000);
    setCookie("_st_visitor=; max-age=0");
    await vi.advanceTimersByTimeAsync(3000);
    expect(leaks()).toEqual([]);
  });

  test("that no service declares is told of once.", async () => {
    sessionStorage.setItem("mystery", "1");
    setCookie("other=1");
    await start();
    await vi.advanceTimersByTimeAsync(5000);
    expect(leaks()).toEqual([
      '[assent] leak: undeclared: the cookie "other" belongs to no service. Add it to "cookies" of the one that sets it.',
      '[assent] leak: undeclared: the sessionStorage key "mystery" belongs to no service. Add it to "storage" of the one that sets it.',
    ]);
  });

  test("of a required service, or of ours, is nothing to tell.", async () => {
    setCookie("SID=1");
    setCookie("assent=1.3.x");
    localStorage.setItem("assent.receipts", "[]");
    localStorage.setItem("assent.config:/consent.json", "{}");
    await start();
    await vi.advanceTimersByTimeAsync(5000);
    expect(leaks()).toEqual([]);
  });
});

describe("a tag", () => {
  async function page(html: string): Promise<string[]> {
    document.body.innerHTML = html;
    await start();
    await vi.advanceTimersByTimeAsync(2000);
    return leaks().map((line) => line.replace("[assent] leak: ", ""));
  }

  test("that is marked but runs is told of.", async () => {
    expect(await page('<script data-consent="analytics" src="/a.js"></script>')).toEqual([
      '<script data-consent="analytics" src="/a.js"> is marked but runs all the same. Add type="text/plain".',
    ]);
  });

  test("that names an unknown id is told the nearest one.", async () => {
    expect(await page('<template data-consent="!analitics login"></template>')).toEqual([
      '<template data-consent="!analitics login"> names the unknown id "analitics", which is never granted. Write "analytics".',
    ]);
  });

  test("that names no id is told of.", async () => {
    expect(await page('<img alt="" data-consent="" data-src="/x.png">')).toHaveLength(1);
  });

  test("that is an embed with its real address is told of.", async () => {
    expect(await page('<iframe title="" data-consent="analytics" src="https://video.example.biz/1"></iframe>')).toEqual(
      [
        '<iframe title="" data-consent="analytics" src="https://video.example.biz/1"> is marked but loads all the same. Write data-src instead of src.',
      ],
    );
  });

  test("that is an embed waiting as it should is left alone, with its picture of our own.", async () => {
    expect(
      await page(`
        <iframe title="" data-consent="analytics" data-src="https://video.example.biz/1"></iframe>
        <video data-consent="analytics" data-src="https://video.example.biz/1" data-poster="/b.png" poster="/a.png"></video>
        <iframe title="" data-consent="analytics" data-src="https://video.example.biz/1" src="about:blank"></iframe>
        <script type="text/plain" data-consent="stats" src="https://stats.example.net/s.js"></script>`),
    ).toEqual([]);
  });

  test("that is granted may load and run.", async () => {
    consents = { ...consents, analytics: true, stats: true };
    expect(
      await page(`
        <iframe title="" data-consent="analytics" src="https://video.example.biz/1"></iframe>
        <script data-consent="stats" src="https://stats.example.net/s.js"></script>`),
    ).toEqual([]);
  });

  test("that was released and then withdrawn is not taken for one that runs by itself.", async () => {
    document.body.innerHTML =
      '<script type="text/plain" data-consent="stats" src="https://stats.example.net/s.js"></script>';
    await start();
    choose({ stats: true });
    document.querySelector("script")?.setAttribute("type", "text/javascript");
    await vi.advanceTimersByTimeAsync(2000);
    choose({ stats: false });
    document.body.append(document.createElement("p"));
    await vi.advanceTimersByTimeAsync(2000);
    expect(leaks()).toEqual([]);
  });

  test("of a listed host that is not marked is told of, also when it comes later.", async () => {
    expect(await page("")).toEqual([]);
    const script = document.createElement("script");
    script.setAttribute("src", "https://stats.example.net/s.js");
    document.body.append(script);
    await vi.advanceTimersByTimeAsync(2000);
    expect(leaks()).toEqual([
      '[assent] leak: services[1] (stats): <script src="https://stats.example.net/s.js"> is not marked, so the browser fetches it before consent. Add type="text/plain" data-consent="stats".',
    ]);
  });
});
