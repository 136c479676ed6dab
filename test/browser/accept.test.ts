// Accept all: everything runs at once and on later pages, and what needs separate consent stays off.
import { config, STATS } from "./support/config";
import { external, inline } from "./support/markup";
import { expect, test } from "./support/test";

const ABROAD = {
  id: "abroad",
  category: "analytics",
  name: "Abroad Analytics",
  hosts: ["abroad.example"],
  crossBorder: {
    recipient: "Abroad Inc.",
    country: "US",
    contact: "privacy@abroad.example",
    purpose: "Statistics",
    method: "Transfer over the internet",
    data: "Page views",
    rights: "Write to privacy@abroad.example",
  },
};

test("runs every marked tag after accept all", async ({ site, visitor }) => {
  const body = external("stats") + inline("ops", { consent: "operations" }) + inline("both", { consent: "stats" });
  site.page("/", { config: config(), body });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("stats", "ops", "both");
  expect(await visitor.granted()).toEqual(
    expect.arrayContaining(["necessary", "preferences", "operations", "analytics", "stats"]),
  );
  const { decided, basis } = await visitor.state();
  expect({ decided, basis }).toEqual({ decided: true, basis: "choice" });
});

test("takes the banner away and does not ask on the next page", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: external("stats") });
  site.page("/next", { config: config(), body: external("next") });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.opens("/next");
  await visitor.hasRun("next");
  await visitor.seesNoBanner();
});

test("needs one click", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: external("stats") });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.does("accept-all");
  await visitor.hasRun("stats");
});

test("keeps what leaves the country off after accept all in China", async ({ site, visitor }) => {
  const services = [...(config().services ?? []), ABROAD];
  const body = external("stats") + external("abroad", { consent: "abroad", host: "abroad.example" });
  site.page("/", { config: config({ services }), attributes: { "data-region": "CN" }, body });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("stats");
  await visitor.settles();
  expect(await visitor.has("abroad")).toBe(false);
  expect(visitor.requestsTo("abroad.example")).toEqual([]);
  await visitor.assent((assent) => assent.save({ abroad: true }));
  await visitor.hasRun("stats", "abroad");
});

test("turns a cross-border tool on with the others where no separate consent is asked for", async ({
  site,
  visitor,
}) => {
  const services = [...(config().services ?? []), ABROAD];
  const body = external("abroad", { consent: "abroad", host: "abroad.example" });
  site.page("/", { config: config({ services }), attributes: { "data-region": "GB" }, body });
  await visitor.opens();
  expect((await visitor.state()).regime).toBe("uk");
  await visitor.acceptsAll();
  await visitor.hasRun("abroad");
});

test("loads the third party without its cookie going to anybody else", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: external("stats") });
  await visitor.opens();
  await visitor.acceptsAll();
  await site.asked(STATS);
  expect([...new Set(site.hits.map((hit) => hit.host))].sort()).toEqual(["site.example", STATS]);
});
