// The preference centre: everything off at first, one switch per purpose, a draft that only saving makes real.
import { config, STATS } from "./support/config";
import { external, inline } from "./support/markup";
import { expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const BODY = external("stats") + inline("ops", { consent: "operations" }) + inline("prefs", { consent: "preferences" });

async function inPreferences(visitor: Visitor): Promise<void> {
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.opensPreferences();
}

/** Opens whatever is folded, also what only then appears. */
async function opensAll(visitor: Visitor): Promise<void> {
  const folded = visitor.centre.locator("details:not([open]) > summary, [aria-expanded='false']");
  while ((await folded.count()) > 0) await folded.first().click();
}

test("finds every optional switch off and the necessary one locked on", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await inPreferences(visitor);
  for (const id of ["preferences", "operations", "analytics"]) expect(await visitor.isOn(id), id).toBe(false);
  const necessary = visitor.switchOf("necessary");
  if ((await necessary.count()) === 0) return;
  expect(await visitor.isOn("necessary")).toBe(true);
  expect(await necessary.isDisabled()).toBe(true);
});

test("runs the chosen purpose only", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await inPreferences(visitor);
  await visitor.switches("operations", true);
  await visitor.saves();
  await visitor.hasRun("ops");
  await visitor.settles();
  expect(visitor.requestsTo(STATS)).toEqual([]);
  expect(await visitor.granted()).toEqual(["necessary", "operations"]);
  await visitor.reloads();
  await visitor.hasRun("ops");
});

test("changes nothing while switches are only moved", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await inPreferences(visitor);
  await visitor.switches("analytics", true);
  await visitor.settles();
  expect(await visitor.has("analytics")).toBe(false);
  expect(visitor.requestsTo(STATS)).toEqual([]);
  expect(await visitor.cookie()).toBeUndefined();
});

test("forgets moved switches when closed without saving", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await inPreferences(visitor);
  await visitor.switches("analytics", true);
  await visitor.does("close");
  await visitor.preferencesAreGone();
  await visitor.seesBanner();
  expect(await visitor.has("analytics")).toBe(false);
  await visitor.opensPreferences();
  expect(await visitor.isOn("analytics")).toBe(false);
});

test("shows the present choice when opened again", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await inPreferences(visitor);
  await visitor.switches("preferences", true);
  await visitor.saves();
  await visitor.reloads();
  await visitor.opensPreferences();
  expect(await visitor.isOn("preferences")).toBe(true);
  expect(await visitor.isOn("analytics")).toBe(false);
});

test("never has the banner and the preference centre on the page together", async ({ site, visitor }) => {
  site.page("/", { config: config() });
  await inPreferences(visitor);
  expect(await visitor.banner.count()).toBe(0);
  await visitor.does("close");
  await visitor.seesBanner();
  expect(await visitor.centre.count()).toBe(0);
});

test("accepts all from the preference centre", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await inPreferences(visitor);
  await visitor.does("accept-all");
  await visitor.choiceHolds();
  await visitor.hasRun("stats", "ops", "prefs");
});

test("gives a cross-border tool a switch of its own that its category does not move", async ({ site, visitor }) => {
  const texts = { recipient: "Abroad Inc.", contact: "a@b", purpose: "p", method: "m", data: "d", rights: "r" };
  const services = [
    ...(config().services ?? []),
    { id: "abroad", category: "analytics", name: "Abroad", crossBorder: { country: "US", ...texts } },
  ];
  const body = external("stats", { consent: "stats" }) + inline("abroad", { consent: "abroad" });
  site.page("/", { config: config({ services }), attributes: { "data-region": "CN" }, body });
  await inPreferences(visitor);
  await visitor.switches("analytics", true);
  expect(await visitor.isOn("abroad")).toBe(false);
  await visitor.switches("analytics", false);
  await visitor.switches("abroad", true);
  await visitor.saves();
  await visitor.hasRun("abroad");
  expect(await visitor.granted()).toEqual(["abroad", "necessary"]);
});

test("tells who receives what and for how long", async ({ site, visitor }) => {
  site.page("/", { config: config() });
  await inPreferences(visitor);
  await opensAll(visitor);
  const text = await visitor.centre.evaluate((dialog) => dialog.textContent ?? "");
  for (const part of ["Harbour Stats", "Stats Inc.", "_st*", "13 months", "400-000-0000"]) expect(text).toContain(part);
});
