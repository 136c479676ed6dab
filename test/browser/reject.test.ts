// Reject all: as easy as accepting, holds on later pages, and can be changed.
import { config, STATS } from "./support/config";
import { external, inline } from "./support/markup";
import { expect, test } from "./support/test";

const BODY = external("stats") + inline("instead", { consent: "!analytics" });

test("keeps analytics blocked after reject all", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.rejectsAll();
  await visitor.settles();
  expect(await visitor.granted()).toEqual(["necessary"]);
  expect(visitor.requestsTo(STATS)).toEqual([]);
});

test("loads analytics when the visitor accepts after a refusal", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: external("stats") });
  await visitor.opens();
  await visitor.rejectsAll();
  await visitor.opensPreferences();
  await visitor.switches("analytics", true);
  await visitor.saves();
  await visitor.hasRun("stats");
});

test("runs what is marked for refusal after reject all, and not after accept all", async ({ site, visits }) => {
  site.page("/", { config: config(), body: BODY });
  const refuser = await visits();
  await refuser.opens();
  await refuser.rejectsAll();
  await refuser.hasRun("instead");
  await refuser.reloads();
  await refuser.hasRun("instead");
  const friend = await visits();
  await friend.opens();
  await friend.acceptsAll();
  await friend.reloads();
  await friend.hasRun("stats");
});

test("is not asked again on the next page, where analytics stays blocked", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  site.page("/next", { config: config(), body: external("next") });
  await visitor.opens();
  await visitor.rejectsAll();
  await visitor.opens("/next");
  await visitor.seesNoBanner();
  expect(visitor.requestsTo(STATS)).toEqual([]);
  expect((await visitor.state()).decided).toBe(true);
});

test("needs one click, as accepting does", async ({ site, visitor }) => {
  site.page("/", { config: config() });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.does("reject-all");
  await visitor.choiceHolds();
  expect(await visitor.cookie()).toBeDefined();
});

test("rejects all from the preference centre too", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: external("stats") });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.assent((assent) => assent.save({ analytics: true, operations: true }));
  await visitor.opensPreferences();
  await visitor.does("reject-all");
  await expect.poll(() => visitor.has("operations").catch(() => true)).toBe(false);
  expect(await visitor.granted()).toEqual(["necessary"]);
});
