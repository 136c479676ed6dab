// How long a choice holds: 180 days, the same for a yes as for a no. The visitor's clock is moved, not the server's.
import { config } from "./support/config";
import { external } from "./support/markup";
import { expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const DAY = 86_400_000;
const BODY = external("stats");

/** The same page so many days after the real now. */
async function comesBackAfter(visitor: Visitor, days: number): Promise<void> {
  await visitor.page.clock.setFixedTime(Date.now() + days * DAY);
  await visitor.reloads();
}

for (const answer of ["acceptsAll", "rejectsAll"] as const) {
  test(`holds the choice for 180 days and asks again after them: ${answer}`, async ({ site, visitor }) => {
    site.page("/", { config: config(), body: BODY });
    await visitor.opens();
    await visitor[answer]();
    await comesBackAfter(visitor, 179);
    await visitor.seesNoBanner();
    expect(await visitor.has("analytics")).toBe(answer === "acceptsAll");
    await comesBackAfter(visitor, 181);
    await visitor.seesBanner();
    expect(await visitor.has("analytics")).toBe(false);
  });

  test(`keeps the cookie for 180 days: ${answer}`, async ({ site, visitor }) => {
    site.page("/", { config: config(), body: BODY });
    await visitor.opens();
    await visitor[answer]();
    const cookie = await visitor.cookie();
    const days = ((cookie?.expires ?? 0) * 1000 - Date.now()) / DAY;
    expect(days).toBeGreaterThan(179);
    expect(days).toBeLessThan(181);
  });
}

test("asks again after the site's own shorter term for a yes", async ({ site, visitor }) => {
  site.page("/", { config: config({ cookie: { days: 30 } }), body: BODY });
  await visitor.opens();
  await visitor.acceptsAll();
  await comesBackAfter(visitor, 29);
  await visitor.seesNoBanner();
  await comesBackAfter(visitor, 31);
  await visitor.seesBanner();
});

test("takes a choice from the future for none", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.page.clock.setFixedTime(Date.now() + 90 * DAY);
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.page.clock.setFixedTime(Date.now());
  await visitor.reloads();
  await visitor.seesBanner();
  expect(await visitor.has("analytics")).toBe(false);
});
