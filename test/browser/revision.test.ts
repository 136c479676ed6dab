// A new revision of the notice: asked again, told what changed, nothing runs on the older yes.
import { config, STATS } from "./support/config";
import { external } from "./support/markup";
import { expect, test } from "./support/test";

const CHANGES = { en: "Session recording was added.", "zh-CN": "新增了会话录制。" };
const BODY = external("stats");

test("asks again and shows what changed when the revision rises", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("stats");
  site.hits.length = 0;
  site.page("/", { config: config({ revision: 2, changes: CHANGES }), body: BODY });
  await visitor.reloads();
  await visitor.seesBanner();
  expect(await visitor.reads(visitor.banner)).toContain(CHANGES.en);
  await visitor.settles();
  expect(await visitor.has("analytics")).toBe(false);
  expect(visitor.requestsTo(STATS)).toEqual([]);
  await visitor.acceptsAll();
  await visitor.hasRun("stats");
  await visitor.reloads();
  await visitor.seesNoBanner();
});

test("shows no change to somebody who never answered", async ({ site, visitor }) => {
  site.page("/", { config: config({ revision: 2, changes: CHANGES }), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  expect(await visitor.reads(visitor.banner)).not.toContain(CHANGES.en);
});

test("asks again after a refusal too, for a new purpose is a new question", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.rejectsAll();
  site.page("/", { config: config({ revision: 2, changes: CHANGES }), body: BODY });
  await visitor.reloads();
  await visitor.seesBanner();
});

test("does not ask again when only texts and dates change", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.acceptsAll();
  site.page("/", { config: config({ lastUpdated: "2026-11-20", changes: CHANGES }), body: BODY });
  await visitor.reloads();
  await visitor.hasRun("stats");
  await visitor.seesNoBanner();
});
