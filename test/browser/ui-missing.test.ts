// A file of the interface is missing: everything stays blocked, one report, tried again; the site's own links work.
import { config, STATS } from "./support/config";
import { external } from "./support/markup";
import { expect, test } from "./support/test";

const BODY = `${external("stats")}<button type="button" data-assent="reject-all">No</button>
<button type="button" data-assent="accept-all">Yes</button>`;
const UI = "/assent/assent-ui.js";
const LOCALES = ["/assent/locale/en.js", "/assent/locale/zh-CN.js"];

for (const files of [[UI], LOCALES]) {
  const [file = ""] = files;
  for (const status of [404, 500]) {
    test(`stays blocked and reports once when ${files.join(" and ")} answer ${status}`, async ({ site, visitor }) => {
      for (const path of files) site.on(path, { status });
      site.page("/", { config: config(), body: BODY });
      await visitor.opens();
      await expect.poll(() => visitor.errors().length).toBeGreaterThan(0);
      await visitor.seesNoBanner();
      expect(visitor.errors()).toHaveLength(1);
      expect(visitor.errors()[0]).toContain(file.slice("/assent/".length));
      expect(visitor.requestsTo(STATS)).toEqual([]);
      expect(await visitor.has("analytics")).toBe(false);
    });
  }

  test(`shows the banner at the next open() once ${file} is back`, async ({ site, visitor }) => {
    for (const path of files) site.on(path, { status: 404 });
    site.page("/", { config: config(), body: BODY });
    await visitor.opens();
    await expect.poll(() => visitor.errors().length).toBe(1);
    for (const path of files) site.off(path);
    await visitor.opensLayer("banner");
    await visitor.acceptsAll();
    await visitor.hasRun("stats");
  });
}

test("speaks another of the site's languages when one is missing", async ({ site, visitor }) => {
  site.on("/assent/locale/en.js", { status: 404 }).page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  expect(await visitor.banner.evaluate((banner) => banner.closest("[lang]")?.getAttribute("lang"))).toBe("zh-CN");
  await visitor.acceptsAll();
  await visitor.hasRun("stats");
});

test("tries again by itself", async ({ site, visitor }) => {
  site.on("/assent/assent-ui.js", { status: 404 }).page("/", { config: config(), body: BODY });
  await visitor.page.clock.install();
  await visitor.opens();
  await expect.poll(() => visitor.errors().length).toBe(1);
  site.off("/assent/assent-ui.js");
  await visitor.page.clock.fastForward("10:00");
  await visitor.seesBanner();
});

test("lets the site's own links reject and accept", async ({ site, visitor }) => {
  site.on("/assent/assent-ui.js", { status: 404 }).page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.page.getByText("No").click();
  await expect.poll(() => visitor.cookie()).toBeDefined();
  await visitor.settles();
  expect(visitor.requestsTo(STATS)).toEqual([]);
  await visitor.page.getByText("Yes").click();
  await visitor.hasRun("stats");
});

test("opens the preference centre at the next try when its file was missing", async ({ site, visitor }) => {
  const centre = "/assent/assent-centre.js";
  site.on(centre, { status: 404 }).page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.does("preferences");
  await expect.poll(() => visitor.errors().length).toBeGreaterThan(0);
  expect(await visitor.has("analytics")).toBe(false);
  site.off(centre);
  await visitor.opensLayer("preferences");
  await visitor.seesPreferences();
});

test("takes the interface from where data-ui says", async ({ site, visitor }) => {
  site.on("/assent/assent-ui.js", { status: 404 });
  site.on("/elsewhere/assent-ui.js", { status: 302, headers: { Location: "/assent/assent-ui.js?moved" } });
  site.page("/", { config: config(), attributes: { "data-ui": "/elsewhere/assent-ui.js" } });
  await visitor.opens();
  await site.asked("site.example", "/elsewhere/assent-ui.js");
  expect(site.requestsTo("site.example", "/assent/assent-ui.js")).not.toContain("/assent/assent-ui.js");
});
