// Templates and embeds: their content and addresses are given when granted, by id, two ids and `!id`.
import { config, STATS } from "./support/config";
import { address, external, inline, push } from "./support/markup";
import { expect, test } from "./support/test";

const AT = `http://${STATS}`;

test("inserts a template's content with its scripts in order, where it stands", async ({ site, visitor }) => {
  const content = `<p id="one">1</p><script src="${address("a", { query: "delay=150" })}"></script>
    <p id="two">2</p><script>${push("b")}</script><img src="${AT}/pixel.gif" alt="">`;
  const body = `<section id="slot"><template data-consent="analytics">${content}</template><i id="end"></i></section>`;
  site.page("/", { config: config(), body });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.settles();
  expect(visitor.requestsTo(STATS)).toEqual([]);
  expect(await visitor.page.locator("#one").count()).toBe(0);
  await visitor.acceptsAll();
  await visitor.hasRun("a", "b");
  await site.asked(STATS, "/pixel.gif");
  const ids = await visitor.page.locator("#slot > [id]").evaluateAll((all) => all.map((element) => element.id));
  expect(ids).toEqual(["one", "two", "end"]);
});

const EMBEDS: [string, string, string][] = [
  ["iframe", `<iframe data-consent="analytics" data-src="${AT}/frame.html" title="f"></iframe>`, "/frame.html"],
  ["img src", `<img data-consent="analytics" data-src="${AT}/pixel.gif" alt="">`, "/pixel.gif"],
  ["img srcset", `<img data-consent="analytics" data-srcset="${AT}/set.gif 1x" alt="">`, "/set.gif"],
  ["video", `<video data-consent="analytics" data-src="${AT}/film.mp4" preload="auto"></video>`, "/film.mp4"],
  [
    "video poster",
    `<video data-consent="analytics" data-poster="${AT}/poster.gif" preload="none"></video>`,
    "/poster.gif",
  ],
  [
    "video source",
    `<video preload="auto"><source data-consent="analytics" data-src="${AT}/source.mp4" type="video/mp4"></video>`,
    "/source.mp4",
  ],
  [
    "picture",
    `<picture><source data-consent="analytics" data-srcset="${AT}/wide.gif"><img src="data:image/gif;base64," alt=""></picture>`,
    "/wide.gif",
  ],
  ["link", `<link rel="stylesheet" data-consent="analytics" data-href="${AT}/style.css">`, "/style.css"],
];

test.for(EMBEDS)(
  "gives a marked %s its address after the yes and not before",
  async ([, body, path], { site, visitor }) => {
    site.page("/", { config: config(), body });
    await visitor.opens();
    await visitor.seesBanner();
    await visitor.settles();
    expect(visitor.requestsTo(STATS)).toEqual([]);
    await visitor.acceptsAll();
    await site.asked(STATS, path);
  },
);

test.for(EMBEDS)("leaves a marked %s without its address after a no", async ([, body], { site, visitor }) => {
  site.page("/", { config: config(), body });
  await visitor.opens();
  await visitor.rejectsAll();
  await visitor.settles();
  expect(visitor.requestsTo(STATS)).toEqual([]);
});

test("runs a tag with two ids only when both are granted", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: inline("both", { consent: "analytics operations" }) });
  await visitor.opens();
  await visitor.assent((assent) => assent.save({ analytics: true }));
  await visitor.settles();
  expect(await visitor.ran()).toEqual([]);
  await visitor.assent((assent) => assent.save({ operations: true }));
  await visitor.hasRun("both");
});

test("runs a tag for one refused and one granted id", async ({ site, visitor }) => {
  const body = inline("mixed", { consent: "operations !analytics" }) + inline("not", { consent: "!operations" });
  site.page("/", { config: config(), body });
  await visitor.opens();
  await visitor.assent((assent) => assent.save({ operations: true, analytics: false }));
  await visitor.settles();
  expect((await visitor.ran()).filter((name) => name === "mixed")).toEqual(["mixed"]);
});

test("keeps a tag with an unknown id blocked, refused or accepted", async ({ site, visitor }) => {
  const body =
    external("unknown", { consent: "analitics" }) +
    external("half", { consent: "analytics nobody" }) +
    inline("negated", { consent: "!nobody" }) +
    external("known");
  site.page("/", { config: config(), body });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.acceptsAll();
  await visitor.hasRun("known");
  await visitor.settles();
  expect(await visitor.ran()).toEqual(["known"]);
  await visitor.assent((assent) => assent.save({ analitics: true, nobody: true }));
  await visitor.settles();
  expect(visitor.requestsTo(STATS)).toHaveLength(1);
});

test("lets a tag be marked by a service's id", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: external("stats", { consent: "stats" }) });
  await visitor.opens();
  await visitor.assent((assent) => assent.save({ stats: true }));
  await visitor.hasRun("stats");
  expect(await visitor.granted()).toContain("stats");
});
