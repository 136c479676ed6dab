// The returning visitor: one script, no interface, no other request.
import { config } from "./support/config";
import { external } from "./support/markup";
import { expect, test } from "./support/test";

const OURS = ["/", "/assent/assent.js"];

test("loads one script of ours after a yes", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: external("stats") });
  await visitor.opens();
  await visitor.acceptsAll();
  site.hits.length = 0;
  await visitor.reloads();
  await visitor.hasRun("stats");
  await visitor.seesNoBanner();
  expect(site.requestsTo("site.example")).toEqual(OURS);
});

test("loads one script of ours after a no", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: external("stats") });
  await visitor.opens();
  await visitor.rejectsAll();
  site.hits.length = 0;
  await visitor.reloads();
  await visitor.seesNoBanner();
  expect(site.hits.map((hit) => hit.host + hit.path)).toEqual(OURS.map((path) => `site.example${path}`));
});

test("has granted tags running before the page has loaded", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: external("stats") });
  await visitor.opens();
  await visitor.acceptsAll();
  site.page("/slow", {
    config: config(),
    body: [external("stats"), { until: "rest" }, "<p id=rest>"],
  });
  await visitor.opens("/slow", "commit");
  await visitor.hasRun("stats");
  expect(await visitor.page.locator("#rest").count()).toBe(0);
  site.release("rest");
  await visitor.page.locator("#rest").waitFor({ state: "attached" });
});

const INTERFACE = ["assent-ui.js", "assent-centre.js", "locale/en.js", "locale/en-centre.js"];

test("finds the way back without loading the interface until it is used", async ({ site, visitor }) => {
  site.page("/", { config: config() });
  await visitor.opens();
  await visitor.rejectsAll();
  site.hits.length = 0;
  await visitor.reloads();
  await visitor.settles();
  expect(await visitor.action("preferences").isVisible()).toBe(true);
  expect(site.requestsTo("site.example")).toEqual(OURS);
  await visitor.opensPreferences();
  expect(site.requestsTo("site.example").sort()).toEqual(
    [...OURS, ...INTERFACE.map((file) => `/assent/${file}`)].sort(),
  );
});

test("sees no button of ours where the site turned it off, and gets back by the site's own link", async ({
  site,
  visitor,
}) => {
  const body = `<a href="/cookies" data-assent="preferences">Cookie settings</a>`;
  site.page("/", { config: config({ ui: { revisit: false } }), body });
  await visitor.opens();
  await visitor.rejectsAll();
  await visitor.reloads();
  await visitor.settles();
  expect(await visitor.action("preferences").count()).toBe(0);
  await visitor.page.getByText("Cookie settings").click();
  await visitor.seesPreferences();
  expect(new URL(visitor.page.url()).pathname).toBe("/");
});
