// The choice across tabs, the back/forward cache, and places without storage.
import { config, STATS } from "./support/config";
import { external, inline, push } from "./support/markup";
import { expect, test } from "./support/test";

const BODY = external("stats");
const QUIET = config({ ui: { reloadOnWithdraw: false } });

test("takes a yes given in another tab", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  const other = await visitor.opensTab();
  await other.opens();
  await other.acceptsAll();
  await other.hasRun("stats");
  await visitor.bannerIsGone();
  await visitor.hasRun("stats");
});

test("takes a no given in another tab", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  const other = await visitor.opensTab();
  await other.opens();
  await other.rejectsAll();
  await visitor.bannerIsGone();
  expect(await visitor.ran()).toEqual([]);
  expect((await visitor.state()).decided).toBe(true);
});

test("takes a withdrawal made in another tab", async ({ site, visitor }) => {
  site.page("/", { config: QUIET, body: BODY });
  await visitor.opens();
  await visitor.acceptsAll();
  const other = await visitor.opensTab();
  await other.opens();
  await other.assent((assent) => assent.withdraw());
  await expect.poll(() => visitor.has("analytics")).toBe(false);
});

test("does not send a choice round in circles", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  const other = await visitor.opensTab();
  await other.opens();
  for (const tab of [visitor, other]) {
    await tab.seesBanner();
    await tab.assent((assent) => {
      const changes: unknown[] = [];
      Object.assign(window, { changes });
      assent.on("change", (state) => void (state.decided && changes.push(1)));
    });
  }
  await other.acceptsAll();
  await visitor.bannerIsGone();
  await visitor.settles();
  expect(await visitor.global("changes")).toHaveLength(1);
  expect(await other.global("changes")).toHaveLength(1);
  expect(await other.assent((assent) => assent.receipts().length)).toBe(1);
});

test("follows the choice when the page comes back from the back/forward cache", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  site.page("/next", { config: config() });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.page.evaluate(() => {
    addEventListener("pageshow", (event) => Object.assign(window, { cached: event.persisted }));
  });
  await visitor.opens("/next");
  await visitor.acceptsAll();
  await visitor.page.goBack({ waitUntil: "commit" });
  await expect.poll(() => visitor.global("cached"), { timeout: 5000 }).toBe(true);
  await visitor.hasRun("stats");
  await visitor.bannerIsGone();
});

const NO_STORAGE = () => {
  const refuse = () => {
    throw new DOMException("blocked", "SecurityError");
  };
  Object.defineProperty(Document.prototype, "cookie", { get: refuse, set: refuse });
  Object.defineProperty(Window.prototype, "localStorage", { get: refuse });
  Object.defineProperty(Window.prototype, "sessionStorage", { get: refuse });
  Object.defineProperty(window, "localStorage", { get: refuse });
  Object.defineProperty(window, "sessionStorage", { get: refuse });
};

test("works from memory where every storage throws", async ({ site, visits }) => {
  const visitor = await visits({ before: NO_STORAGE });
  site.page("/", { config: config({ signals: { google: {} } }), body: BODY });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("stats");
  expect(await visitor.has("analytics")).toBe(true);
  await visitor.assent((assent) => void assent.save({ operations: false }));
  await expect.poll(() => visitor.has("operations")).toBe(false);
  await visitor.reloads();
  await visitor.seesBanner();
  expect(await visitor.has("analytics")).toBe(false);
});

test("works from memory where cookies do not stick", async ({ site, visits }) => {
  const visitor = await visits({
    before: () => Object.defineProperty(Document.prototype, "cookie", { get: () => "", set: () => undefined }),
  });
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("stats");
  expect((await visitor.state()).decided).toBe(true);
});

test("works in a sandboxed frame without storage", async ({ site, visitor }) => {
  site.page("/inner", { config: config(), body: inline("stats") });
  site.page("/", { body: `<iframe sandbox="allow-scripts" src="/inner" width="900" height="600"></iframe>`, head: "" });
  await visitor.opens();
  const frame = visitor.page.frameLocator("iframe");
  await frame.locator("#assent-root [data-action='accept-all']").click();
  const inner = visitor.page.frames().at(-1);
  await expect.poll(() => inner?.evaluate("window.log")).toEqual(["stats"]);
});

test("keeps the choice of one host apart from another's", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: `${BODY}<script>${push("own")}</script>` });
  await visitor.opens("http://a.site.example/");
  await visitor.acceptsAll();
  await visitor.settles();
  site.hits.length = 0;
  await visitor.opens("http://b.site.example/");
  await visitor.seesBanner();
  expect(visitor.requestsTo(STATS)).toEqual([]);
});
