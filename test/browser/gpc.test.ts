// Global Privacy Control: heard, honoured, shown; it only ever turns things off.
import { sendsGpc } from "./support/arrival";
import { config, STATS } from "./support/config";
import { external } from "./support/markup";
import { expect, test } from "./support/test";

const BODY = external("stats");
const inCalifornia = { "data-region": "US-CA" };

test("runs analytics in California without a choice, and not for a visitor who sends the signal", async ({
  site,
  visits,
}) => {
  site.page("/", { config: config(), attributes: inCalifornia, body: BODY });
  const ordinary = await visits();
  await ordinary.opens();
  await ordinary.hasRun("stats");
  expect((await ordinary.state()).basis).toBe("regime");
  site.hits.length = 0;
  const guarded = await visits({ gpc: true });
  await guarded.opens();
  await guarded.settles();
  expect(guarded.requestsTo(STATS)).toEqual([]);
  const { basis, gpc } = await guarded.state();
  expect({ basis, gpc }).toEqual({ basis: "gpc", gpc: true });
});

test("turns an older yes off once the signal is there", async ({ site, visitor }) => {
  site.page("/", { config: config(), attributes: inCalifornia, body: BODY });
  await visitor.opens();
  await visitor.assent((assent) => assent.acceptAll());
  await sendsGpc(visitor.context);
  await visitor.reloads();
  await visitor.settles();
  expect(await visitor.has("analytics")).toBe(false);
});

test("grants nothing by the signal in Europe, and still asks", async ({ site, visits }) => {
  site.page("/", { config: config(), attributes: { "data-region": "FR" }, body: BODY });
  const visitor = await visits({ gpc: true });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.settles();
  expect(await visitor.granted()).toEqual(["necessary"]);
});

test("shows that the signal is honoured", async ({ site, visits }) => {
  site.page("/", { config: config(), body: BODY });
  const guarded = await visits({ gpc: true });
  await guarded.opens();
  await guarded.seesBanner();
  await guarded.opensPreferences();
  expect(await guarded.reads(guarded.centre)).toMatch(/Global Privacy Control|GPC/);
  const ordinary = await visits();
  await ordinary.opens();
  await ordinary.seesBanner();
  await ordinary.opensPreferences();
  expect(await ordinary.reads(ordinary.centre)).not.toMatch(/Global Privacy Control|GPC/);
});

test("does not listen where the site turned it off", async ({ site, visits }) => {
  site.page("/", { config: config({ signals: { gpc: false } }), attributes: inCalifornia, body: BODY });
  const visitor = await visits({ gpc: true });
  await visitor.opens();
  await visitor.hasRun("stats");
  expect((await visitor.state()).gpc).toBe(false);
});

test("notes in the record that the signal was there", async ({ site, visits }) => {
  site.page("/", { config: config(), body: BODY });
  const visitor = await visits({ gpc: true });
  await visitor.opens();
  await visitor.rejectsAll();
  expect((await visitor.state()).record?.gpc).toBe(true);
});
