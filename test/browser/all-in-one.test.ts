// assent-all.js does what the three files do: each journey is walked with both, and must end the same.
import { config, STATS } from "./support/config";
import { external, inline } from "./support/markup";
import { expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const BODY = external("stats") + inline("ops", { consent: "operations" }) + inline("not", { consent: "!analytics" });

const JOURNEYS: Record<string, (visitor: Visitor) => Promise<unknown>> = {
  "first visit": async (visitor) => visitor.seesBanner(),
  "accept all": async (visitor) => {
    await visitor.acceptsAll();
    await visitor.hasRun("stats", "ops");
  },
  "reject all": async (visitor) => {
    await visitor.rejectsAll();
    await visitor.hasRun("not");
  },
  "custom choice": async (visitor) => {
    await visitor.seesBanner();
    await visitor.opensPreferences();
    await visitor.switches("operations", true);
    await visitor.saves();
    await expect.poll(() => visitor.ran()).toContain("ops");
  },
  "close without saving": async (visitor) => {
    await visitor.seesBanner();
    await visitor.opensPreferences();
    await visitor.switches("analytics", true);
    await visitor.page.keyboard.press("Escape");
    await visitor.seesBanner();
  },
  "come back": async (visitor) => {
    await visitor.acceptsAll();
    await visitor.reloads();
    await visitor.hasRun("stats", "ops");
    await visitor.seesNoBanner();
  },
  withdraw: async (visitor) => {
    await visitor.acceptsAll();
    await visitor.assent((assent) => void assent.withdraw("operations"));
    await expect.poll(() => visitor.has("operations")).toBe(false);
  },
  "in Chinese": async (visitor) => {
    await visitor.seesBanner();
    await visitor.assent((assent) => assent.setLanguage("zh-CN"));
    await expect.poll(() => visitor.reads(visitor.banner)).toContain("海港云有限公司");
    return visitor.reads(visitor.banner);
  },
};

async function walk(visitor: Visitor, journey: string) {
  await visitor.opens(`/?${journey}`);
  const outcome = await JOURNEYS[journey]?.(visitor);
  await visitor.settles();
  const { consents, decided, basis, language, regime } = await visitor.state();
  return {
    outcome,
    state: { consents, decided, basis, language, regime },
    ran: (await visitor.ran()).sort(),
    asked: [...new Set(visitor.requestsTo(STATS))],
    cookies: (await visitor.context.cookies()).map(({ name, sameSite }) => [name, sameSite]),
    shown: [await visitor.banner.count(), await visitor.centre.count()],
    console: visitor.console,
  };
}

test.for(Object.keys(JOURNEYS))("does the same in one file: %s", async (journey, { site, visits }) => {
  const settings = config({ ui: { reloadOnWithdraw: false } });
  site.page("/", { config: settings, file: "assent.js", body: BODY });
  const split = await walk(await visits(), journey);
  site.hits.length = 0;
  site.page("/", { config: settings, file: "assent-all.js", body: BODY });
  const whole = await walk(await visits(), journey);
  expect(whole).toEqual(split);
  const ours = site.requestsTo("site.example").map((path) => path.replace(/\?.*/, ""));
  expect([...new Set(ours)].sort()).toEqual(["/", "/assent/assent-all.js"]);
});
