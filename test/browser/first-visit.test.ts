// The first visit: what is asked, what is loaded for it, and that nothing else happens before the answer.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { config, STATS } from "./support/config";
import { external, inline, push } from "./support/markup";
import { DIST } from "./support/server";
import { expect, test } from "./support/test";

const TAGS = `<main><h1>Home</h1><p style="height:3000px">Text</p></main>
${external("stats")}${inline("inline")}
<img data-consent="analytics" data-src="http://${STATS}/pixel.gif" alt="">
<iframe data-consent="analytics" data-src="http://${STATS}/frame.html" title="frame"></iframe>`;

test("shows the three answers on the first layer", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: TAGS });
  await visitor.opens();
  await visitor.seesBanner();
  for (const action of ["accept-all", "reject-all", "preferences"]) {
    const button = visitor.banner.locator(`[data-action='${action}']`);
    expect(await button.isVisible(), action).toBe(true);
    expect(await button.evaluate((element) => element.tagName), action).toBe("BUTTON");
  }
  expect(await visitor.centre.count()).toBe(0);
});

test("asks no third party for anything before the answer, and does after it", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: TAGS });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.settles();
  expect(visitor.requestsTo(STATS)).toEqual([]);
  expect(await visitor.ran()).toEqual([]);
  await visitor.acceptsAll();
  await visitor.hasRun("stats", "inline");
  await site.asked(STATS, "/pixel.gif");
  await site.asked(STATS, "/frame.html");
});

test("stores nothing before the answer, and the choice after it", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: TAGS });
  await visitor.opens();
  await visitor.seesBanner();
  expect(await visitor.context.cookies()).toEqual([]);
  const stored = () => visitor.page.evaluate(() => localStorage.length + sessionStorage.length);
  expect(await stored()).toBe(0);
  await visitor.acceptsAll();
  expect(await visitor.cookie()).toBeDefined();
});

test("loads no more of ours than the budget of a first visit, in one language", async ({ site, visitor }) => {
  site.page("/", { config: config() });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.settles();
  // What an answer needs is fetched once the banner is up, and not counted here (README, sizes).
  const files = site.requestsTo("site.example", "/assent/").filter((file) => !file.includes("choice"));
  expect(files).toEqual(expect.arrayContaining(["/assent/assent.js", "/assent/assent-ui.js", "/assent/locale/en.js"]));
  expect(files.filter((file) => /centre|debug|all|zh-CN/.test(file))).toEqual([]);
  expect(new Set(files).size, "nothing is fetched twice").toBe(files.length);
  const bytes = files.map((file) => brotliCompressSync(readFileSync(DIST + file.slice("/assent/".length))).length);
  const sum = bytes.reduce((a, b) => a + b);
  expect(sum, files.map((file, at) => `${file} ${bytes[at]}`).join(", ")).toBeLessThanOrEqual(12_500);
});

test("never loads the preference centre for a visitor who answers on the banner", async ({ site, visitor }) => {
  site.page("/", { config: config() });
  await visitor.opens();
  await visitor.rejectsAll();
  await visitor.settles();
  expect(site.requestsTo("site.example", "centre")).toEqual([]);
});

test("runs what is necessary without asking", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: inline("needed", { consent: "necessary" }) + inline("stats") });
  await visitor.opens();
  await visitor.hasRun("needed");
  expect(await visitor.granted()).toEqual(["necessary"]);
});

test("takes scrolling, Escape, a click beside the banner and leaving for no consent", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: TAGS });
  site.page("/next", { config: config(), body: TAGS });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.page.mouse.wheel(0, 1500);
  await visitor.page.keyboard.press("Escape");
  await visitor.page.mouse.click(600, 40);
  await visitor.opens("/next");
  await visitor.seesBanner();
  await visitor.settles();
  expect(await visitor.has("analytics")).toBe(false);
  expect(await visitor.cookie()).toBeUndefined();
  expect(visitor.requestsTo(STATS)).toEqual([]);
});

test("does not take the focus from the page", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: `<label>Search <input id="search" autofocus></label>` });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.settles();
  expect(await visitor.page.evaluate(() => document.activeElement?.id)).toBe("search");
});

test("names the operator and leads to the policy on the first layer", async ({ site, visitor }) => {
  site.page("/", { config: config() });
  await visitor.opens();
  await visitor.seesBanner();
  expect(await visitor.reads(visitor.banner)).toContain("Harbour Cloud Ltd.");
  expect(await visitor.banner.locator("a[href='/privacy-en']").count()).toBeGreaterThan(0);
});

test("is a labelled region at the start of the document", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: TAGS });
  await visitor.opens();
  await visitor.seesBanner();
  expect(await visitor.page.evaluate(() => document.body.firstElementChild?.id)).toBe("assent-root");
  const tree = await visitor.page.getByRole("region").first().ariaSnapshot();
  expect(tree).toMatch(/^- region "[^"]+"/);
});

test("asks one question only when the visitor is already past it", async ({ site, visitor }) => {
  site.page("/", { config: config(), head: `<script>${push("own")}</script>` });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.reloads();
  await visitor.seesNoBanner();
  await visitor.hasRun("own");
});
