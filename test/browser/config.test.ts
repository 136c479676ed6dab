// Where the config comes from, and what happens when it is late, missing or wrong: closed, harmless, told once.
import { config, STATS } from "./support/config";
import { external, push } from "./support/markup";
import type { Answer, Site } from "./support/server";
import { describe, expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const BODY = `${external("stats")}<script>${push("own")}</script>`;
const block = (id: string, value: unknown) =>
  `<script type="application/json" id="${id}">${typeof value === "string" ? value : JSON.stringify(value)}</script>`;

async function staysClosed(visitor: Visitor, path: RegExp): Promise<void> {
  await visitor.settles();
  isToldOnce(visitor, path);
  await visitor.assent((assent) => void assent.acceptAll());
  await visitor.seesNoBanner();
  expect(await visitor.has("analytics")).toBe(false);
  expect((await visitor.state()).basis).toBe("closed");
  expect(visitor.requestsTo(STATS)).toEqual([]);
  expect(await visitor.ran(), "the page's own script").toEqual(["own"]);
}

/** One error of ours, which names the path and goes on to say what to do. */
function isToldOnce(visitor: Visitor, path: RegExp): void {
  const errors = visitor.errors();
  expect(errors, errors.join("\n")).toHaveLength(1);
  expect(errors[0]).toMatch(path);
  expect(errors[0], "a remedy").toMatch(/\b(write|add|check|use|give|set|put|remove|name|list|choose|make|must)\b/i);
}

describe("a good config", () => {
  test.for([
    ["the block #assent-config", { config: config() }],
    ["a block named by data-config", { config: "#mine", before: block("mine", config()) }],
    ["a URL", { config: "/consent.json" }],
    ["a block that follows the script", { head: block("assent-config", config()) }],
  ] as const)("is read from %s", async ([, options], { site, visitor }) => {
    site.json("/consent.json", config()).page("/", { ...options, body: BODY });
    await visitor.opens();
    await visitor.acceptsAll();
    await visitor.hasRun("own", "stats");
    await visitor.reloads();
    await expect.poll(() => visitor.ran().then((all) => [...all].sort())).toEqual(["own", "stats"]);
    expect(visitor.errors()).toEqual([]);
  });

  test("is fetched once", async ({ site, visitor }) => {
    site.json("/consent.json", config()).page("/", { config: "/consent.json", body: BODY });
    await visitor.opens();
    await visitor.seesBanner();
    expect(site.requestsTo("site.example", "consent.json")).toHaveLength(1);
  });

  test("that is slow keeps everything blocked until it is there", async ({ site, visitor }) => {
    site.json("/consent.json", config(), { hold: "config" }).page("/", { config: "/consent.json", body: BODY });
    await visitor.opens();
    await visitor.settles();
    expect(await visitor.banner.count()).toBe(0);
    expect(await visitor.has("analytics")).toBe(false);
    expect(visitor.requestsTo(STATS)).toEqual([]);
    site.release("config");
    await visitor.acceptsAll();
    await visitor.hasRun("own", "stats");
  });

  test("that is slow lets a choice made meanwhile wait for it", async ({ site, visitor }) => {
    site.json("/consent.json", config(), { hold: "config" }).page("/", { config: "/consent.json", body: BODY });
    await visitor.opens();
    await visitor.assent(
      (assent) => void assent.granted("analytics").then(() => Object.assign(window, { late: true })),
    );
    site.release("config");
    await visitor.acceptsAll();
    await expect.poll(() => visitor.global("late")).toBe(true);
  });

  test("is kept and used at once on the next page", async ({ site, visitor }) => {
    site.json("/consent.json", config()).page("/", { config: "/consent.json", body: BODY });
    await visitor.opens();
    await visitor.acceptsAll();
    site.json("/consent.json", config(), { hold: "config" });
    await visitor.reloads();
    await visitor.hasRun("own", "stats");
    await visitor.seesNoBanner();
  });

  test("that is kept gives way to a fresh one with a new revision", async ({ site, visitor }) => {
    site.json("/consent.json", config()).page("/", { config: "/consent.json", body: BODY });
    await visitor.opens();
    await visitor.acceptsAll();
    site.json("/consent.json", config({ revision: 2 }));
    await visitor.reloads();
    await visitor.seesBanner();
    expect(await visitor.has("analytics")).toBe(false);
  });

  test("may hold keys that nobody knows", async ({ site, visitor }) => {
    const odd = { ...config(), future: { a: 1 } };
    site.json("/consent.json", odd).page("/", { config: "/consent.json", body: BODY });
    await visitor.opens();
    await visitor.acceptsAll();
    await visitor.hasRun("own", "stats");
  });
});

const TYPO = config({ services: [{ id: "stats", category: "analitics" }] });
const json = (body: string, more: Answer = {}): Answer => ({ type: "application/json", body, ...more });
const BAD: [string, Answer, RegExp][] = [
  ["answers 404", json("{}", { status: 404 }), /\/consent\.json/],
  ["answers 500", json(JSON.stringify(config()), { status: 500 }), /\/consent\.json/],
  ["is no JSON", json('{ "categories": [ '), /\/consent\.json/],
  ["is an HTML page", { type: "text/html", body: "<!doctype html><p>Sign in</p>" }, /\/consent\.json/],
  ["is null", json("null"), /\/consent\.json/],
  ["is an array", json("[]"), /\/consent\.json/],
  ["has no categories", json("{}"), /categories/],
  ["has categories of a wrong shape", json('{"categories":{"analytics":true}}'), /categories/],
  ["has a category without id", json('{"categories":[{"id":"necessary"},{}]}'), /categories(\[1\]|\.1)/],
  ["has a service in an unknown category", json(JSON.stringify(TYPO)), /services(\[0\]|\.0)\.category/],
];

describe("a bad config", () => {
  test.for(BAD)("that %s: told once, closed, the page unharmed", async ([, answer, path], { site, visitor }) => {
    site.on("/consent.json", answer).page("/", { config: "/consent.json", body: BODY });
    await visitor.opens();
    await expect.poll(() => visitor.errors().length).toBeGreaterThan(0);
    await staysClosed(visitor, path);
  });

  test.for([
    ["no config at all", {}, /data-config|assent-config/],
    ["a data-config that names no block", { config: "#nowhere" }, /#nowhere/],
    ["a block that is no JSON", { config: "#mine", before: block("mine", "{,}") }, /#mine/],
    [
      "a block of a wrong shape",
      { before: block("assent-config", { categories: [], services: {} }) },
      /services|categories/,
    ],
  ] as const)("%s: told once, closed, the page unharmed", async ([, options, path], { site, visitor }) => {
    site.page("/", { ...options, body: BODY });
    await visitor.opens();
    await expect.poll(() => visitor.errors().length).toBeGreaterThan(0);
    await staysClosed(visitor, path);
  });

  test("that takes longer than five seconds: told once, closed", async ({ site, visitor }) => {
    site.json("/consent.json", config(), { hold: "never" }).page("/", { config: "/consent.json", body: BODY });
    await visitor.opens();
    await visitor.settles();
    expect(visitor.errors()).toEqual([]);
    await visitor.isTold(/\/consent\.json/, 8000);
    await staysClosed(visitor, /\/consent\.json/);
  });

  test("whose host cannot be reached: told once, closed", async ({ site, visitor }) => {
    const url = "http://site.example:1/consent.json";
    site.page("/", { config: url, body: BODY });
    await visitor.opens();
    await visitor.isTold(/consent\.json/);
    await staysClosed(visitor, /consent\.json/);
  });

  test("does not run a visitor's tags on an older yes when nothing was kept", async ({ site, visitor }) => {
    await hasAccepted(site, visitor);
    site.page("/", { config: "/other.json", body: BODY });
    await visitor.page.evaluate(() => localStorage.clear());
    await visitor.reloads();
    await visitor.isTold(/other\.json/);
    await visitor.settles();
    expect(await visitor.has("analytics")).toBe(false);
    expect(await visitor.ran()).toEqual(["own"]);
  });
});

async function hasAccepted(site: Site, visitor: Visitor): Promise<void> {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("own", "stats");
}
