// Google Consent Mode v2 (requirements G-1 … G-16): default first, arguments objects, the stored choice on every page.
import type { GoogleSignals } from "../../src/types";
import { config } from "./support/config";
import { address, external, inline } from "./support/markup";
import { expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

/** One entry of the data layer: a gtag call, or a pushed object. */
type Entry = { call: unknown[] } | { event?: string; consent?: unknown };

/** Copies the data layer as it is now to `window[name]`. */
const copies = (name: string) =>
  `window.${name} = (window.dataLayer || []).map((entry) =>
    Object.prototype.toString.call(entry) === "[object Arguments]" ? { call: [...entry] } : entry);`;

async function entries(visitor: Visitor, name = "copy"): Promise<Entry[]> {
  if (name === "copy") await visitor.page.evaluate(copies("copy"));
  return visitor.global<Entry[]>(name);
}
const calls = (all: Entry[], kind: string): Record<string, unknown>[] =>
  all.flatMap((entry) =>
    "call" in entry && entry.call[0] === "consent" && entry.call[1] === kind
      ? [entry.call[2] as Record<string, unknown>]
      : [],
  );

const DENIED = [
  "ad_storage",
  "ad_user_data",
  "ad_personalization",
  "analytics_storage",
  "functionality_storage",
  "personalization_storage",
];
const google = (signals: GoogleSignals = {}) =>
  config({ services: [], signals: { google: signals }, ui: { reloadOnWithdraw: false } });
const HEAD = `<script>${copies("inHead")}</script>`;
const BODY = `<script>${copies("inBody")}</script>`;

test("sends the default with all seven types before anything after our tag runs", async ({ site, visitor }) => {
  site.page("/", { config: google(), head: HEAD });
  await visitor.opens();
  const all = await entries(visitor, "inHead");
  const [first] = calls(all, "default");
  expect(Object.fromEntries(DENIED.map((type) => [type, first?.[type]]))).toEqual(
    Object.fromEntries(DENIED.map((type) => [type, "denied"])),
  );
  expect(first?.security_storage).toBe("granted");
  expect(first?.wait_for_update).toBe(500);
  expect(calls(all, "update")).toEqual([]);
  const calledFirst = all.find((entry) => "call" in entry && entry.call[0] === "consent");
  expect(calledFirst).toMatchObject({ call: ["consent", "default", {}] });
});

test("pushes arguments objects, and leaves a gtag for the page", async ({ site, visitor }) => {
  site.page("/", { config: google() });
  await visitor.opens();
  const kinds = await visitor.page.evaluate(() =>
    (window as unknown as { dataLayer: unknown[] }).dataLayer.map((entry) => Object.prototype.toString.call(entry)),
  );
  expect(kinds.length).toBeGreaterThan(0);
  expect(new Set(kinds)).toEqual(new Set(["[object Arguments]"]));
});

test("keeps a data layer that the page made before", async ({ site, visitor }) => {
  const before = "<script>window.dataLayer = [{ own: 1 }]; window.kept = window.dataLayer;</script>";
  site.page("/", { config: google(), before });
  await visitor.opens();
  expect(await visitor.page.evaluate("window.kept === window.dataLayer && window.dataLayer[0].own")).toBe(1);
  expect(calls(await entries(visitor), "default")).toHaveLength(1);
});

test("redacts ad data, and passes nothing by URL unless asked to", async ({ site, visitor }) => {
  site.page("/", { config: google({ region: ["FR", "US-CA"], waitForUpdate: 900 }), head: HEAD });
  await visitor.opens();
  const all = await entries(visitor, "inHead");
  expect(all).toContainEqual({ call: ["set", "ads_data_redaction", true] });
  expect(all).not.toContainEqual({ call: ["set", "url_passthrough", true] });
  expect(calls(all, "default")[0]).toMatchObject({ region: ["FR", "US-CA"], wait_for_update: 900 });
});

test("updates before a granted tag runs, and tells the data layer after the update", async ({ site, visitor }) => {
  site.page("/", { config: google(), body: inline("ga", { code: copies("atTag") }) });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("ga");
  expect(calls(await entries(visitor, "atTag"), "update")).toMatchObject([{ analytics_storage: "granted" }]);
  await expect.poll(() => entries(visitor).then((all) => all.some((entry) => "event" in entry))).toBe(true);
  const all = await entries(visitor);
  const update = all.findIndex((entry) => "call" in entry && entry.call[1] === "update");
  const event = all.findIndex((entry) => "event" in entry && entry.event === "consent_update");
  expect(update).toBeGreaterThan(0);
  expect(event).toBeGreaterThan(update);
  expect(all[event]).toMatchObject({ consent: { analytics: true, operations: true } });
});

test("maps categories to types and keeps ads denied without a marketing category", async ({ site, visitor }) => {
  site.page("/", { config: google() });
  await visitor.opens();
  await visitor.assent((assent) => assent.save({ preferences: true, analytics: false, operations: false }));
  const [update] = calls(await entries(visitor), "update");
  expect(update).toMatchObject({
    functionality_storage: "granted",
    personalization_storage: "granted",
    analytics_storage: "denied",
    ad_storage: "denied",
    ad_user_data: "denied",
    ad_personalization: "denied",
  });
});

test("lets the site say which category grants which type", async ({ site, visitor }) => {
  site.page("/", { config: google({ types: { ad_storage: "operations", analytics_storage: "preferences" } }) });
  await visitor.opens();
  await visitor.assent((assent) => assent.save({ operations: true, preferences: false, analytics: true }));
  expect(calls(await entries(visitor), "update")[0]).toMatchObject({
    ad_storage: "granted",
    analytics_storage: "denied",
  });
});

test("sends the stored choice on every later page, before the page's own scripts", async ({ site, visitor }) => {
  site.page("/", { config: google(), head: HEAD, body: BODY });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.reloads();
  const all = await entries(visitor, "inHead");
  const order = all.flatMap((entry) => ("call" in entry && entry.call[0] === "consent" ? [entry.call[1]] : []));
  expect(order).toEqual(["default", "update"]);
  expect(calls(all, "default")[0]?.analytics_storage).toBe("denied");
  expect(calls(all, "update")[0]?.analytics_storage).toBe("granted");
});

test("follows the visitor's changes on one page, each time", async ({ site, visitor }) => {
  site.page("/", { config: google() });
  await visitor.opens();
  for (const analytics of [true, false, true]) {
    await visitor.assent((assent, on) => assent.save({ analytics: on }), analytics);
  }
  const updates = calls(await entries(visitor), "update").map((update) => update.analytics_storage);
  expect(updates).toEqual(["granted", "denied", "granted"]);
});

test("in basic mode asks Google for nothing before the yes", async ({ site, visitor }) => {
  const gtag = external("gtag", { host: "www.googletagmanager.com", file: "gtag.js" });
  site.page("/", { config: google({ mode: "basic" }), body: gtag });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.settles();
  expect(visitor.requestsTo("www.googletagmanager.com")).toEqual([]);
  await visitor.acceptsAll();
  await visitor.hasRun("gtag");
});

test("in advanced mode lets Google's own unmarked tag load, denied by then", async ({ site, visitor }) => {
  const query = `code=${encodeURIComponent(copies("atTag"))}`;
  const src = address("gtag", { host: "www.googletagmanager.com", file: "gtag.js", query }).replaceAll("&", "&amp;");
  site.page("/", { config: google({ mode: "advanced" }), head: `<script src="${src}"></script>` });
  await visitor.opens();
  await visitor.hasRun("gtag");
  expect(calls(await entries(visitor, "atTag"), "default")[0]?.analytics_storage).toBe("denied");
  await visitor.acceptsAll();
  await expect.poll(async () => calls(await entries(visitor), "update").length).toBe(1);
});

test("makes no data layer for a site that does not want Google told", async ({ site, visitor }) => {
  site.page("/", { config: config() });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.settles();
  expect(await visitor.global("dataLayer")).toBeUndefined();
});
