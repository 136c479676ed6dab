// Withdrawal: signals first, then everything the tool left behind goes, and the page loads again only if it must.
import type { Service } from "../../src/types";
import { config } from "./support/config";
import { external, inline } from "./support/markup";
import { expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const TOOL: Service = {
  id: "stats",
  category: "analytics",
  hosts: ["stats.example"],
  cookies: [{ name: "_st*" }, { name: "/^sid_\\d+$/" }],
  storage: [{ name: "st_local*" }, { name: "st_session", kind: "session" }],
};
const STOPS: Service = { ...TOOL, consent: { revoke: [{ set: "statsOff", value: true }], stops: true } };

const only = (service: Service, more = {}) => config({ services: [service], ...more });

const setsCookies = (visitor: Visitor, cookies: string[]) =>
  visitor.page.evaluate((all) => {
    // biome-ignore lint/suspicious/noDocumentCookie: as the tools themselves do
    for (const cookie of all) document.cookie = cookie;
  }, cookies);

/** What the tool would have left, and two things that are not its own. */
async function leavesTraces(visitor: Visitor): Promise<void> {
  await setsCookies(visitor, [
    "_st1=1",
    "_st2=1;domain=.site.example;path=/",
    "_st3=1;path=/deep",
    "_st4=1;domain=.site.example;path=/deep/er",
    "_st5=1;domain=.www.site.example;path=/",
    "sid_42=1;path=/",
    "sid_x=kept;path=/",
  ]);
  await visitor.page.evaluate(() => {
    localStorage.setItem("st_local_1", "1");
    localStorage.setItem("mine", "kept");
    sessionStorage.setItem("st_session", "1");
    sessionStorage.setItem("st_session_other", "kept");
  });
}

const names = async (visitor: Visitor) =>
  (await visitor.context.cookies())
    .map(({ name }) => name)
    .filter((name) => name !== "assent")
    .sort();
const keys = (visitor: Visitor) =>
  visitor.page.evaluate(() =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => !key.startsWith("assent")).sort(),
  );

const withdraws = (visitor: Visitor, id?: string) =>
  visitor.assent((assent, wanted) => void (wanted === undefined ? assent.withdraw() : assent.withdraw(wanted)), id);

/** Marks the present document, so that a reload shows. */
const marks = (visitor: Visitor) => visitor.page.evaluate(() => void Object.assign(window, { marked: true }));
const wasReloaded = (visitor: Visitor) => visitor.page.evaluate(() => !("marked" in window)).catch(() => false);

test("clears cookies of every reachable domain and path, and storage, and leaves the rest", async ({
  site,
  visitor,
}) => {
  site.page("/deep/er/page", { config: only(STOPS), body: external("stats") });
  await visitor.opens("http://www.site.example/deep/er/page");
  await visitor.acceptsAll();
  await leavesTraces(visitor);
  expect(await names(visitor)).toHaveLength(7);
  await withdraws(visitor);
  await expect.poll(() => names(visitor)).toEqual(["sid_x"]);
  expect(await keys(visitor)).toEqual(["mine", "st_session_other"]);
});

test("keeps everything of the tool while it is granted", async ({ site, visitor }) => {
  site.page("/deep/er/page", { config: only(STOPS), body: external("stats") });
  await visitor.opens("http://www.site.example/deep/er/page");
  await visitor.acceptsAll();
  await leavesTraces(visitor);
  await visitor.reloads();
  await visitor.hasRun("stats");
  expect(await names(visitor)).toHaveLength(7);
  expect(await keys(visitor)).toEqual(["mine", "st_local_1", "st_session", "st_session_other"]);
});

test("tells Google before the cookies go", async ({ site, visitor }) => {
  const services = [{ ...STOPS, cookies: [{ name: "_ga*" }] }];
  site.page("/", { config: config({ services, signals: { google: {} } }), body: inline("ga") });
  await visitor.opens();
  await visitor.acceptsAll();
  await setsCookies(visitor, ["_ga=1;path=/"]);
  await visitor.page.evaluate(() => {
    const { dataLayer } = window as unknown as { dataLayer: unknown[] };
    const push = dataLayer.push.bind(dataLayer);
    dataLayer.push = (...items: unknown[]) => {
      const [first] = items as ArrayLike<unknown>[];
      if (first?.[1] === "update") Object.assign(window, { cookieAtUpdate: document.cookie });
      return push(...items);
    };
  });
  await withdraws(visitor);
  await expect.poll(() => names(visitor)).toEqual([]);
  expect(await visitor.global("cookieAtUpdate")).toContain("_ga=1");
});

test("loads the page again when the tool ran and cannot stop", async ({ site, visitor }) => {
  site.page("/", { config: only(TOOL), body: external("stats") });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("stats");
  await marks(visitor);
  await withdraws(visitor);
  await expect.poll(() => wasReloaded(visitor), { timeout: 5000 }).toBe(true);
  await visitor.seesNoBanner();
  expect(await visitor.ran()).toEqual([]);
  expect(site.requestsTo("site.example", "/").filter((path) => path === "/")).toHaveLength(2);
});

test.for([
  ["the tool stops when told", only(STOPS), external("stats")],
  ["the site wants no reload", only(TOOL, { ui: { reloadOnWithdraw: false } }), external("stats")],
  ["the tool never ran on this page", only(TOOL), ""],
] as const)("stays on the page when %s", async ([, settings, body], { site, visitor }) => {
  site.page("/", { config: settings, body });
  await visitor.opens();
  await visitor.acceptsAll();
  if (body) await visitor.hasRun("stats");
  await marks(visitor);
  await withdraws(visitor);
  await expect.poll(() => visitor.has("analytics")).toBe(false);
  await visitor.settles();
  expect(await wasReloaded(visitor)).toBe(false);
});

test("deletes the databases the tool declared, and no other", async ({ site, visitor }) => {
  const storage = [{ name: "st_db", kind: "indexeddb" as const }];
  site.page("/", { config: only({ ...STOPS, storage }), body: external("stats") });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.page.evaluate(async () => {
    for (const name of ["st_db", "mine"]) {
      await new Promise((done) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result.close());
      });
    }
  });
  const databases = () =>
    visitor.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort());
  expect(await databases()).toEqual(["mine", "st_db"]);
  await withdraws(visitor);
  await expect.poll(databases).toEqual(["mine"]);
});

test("withdraws one purpose and keeps the others", async ({ site, visitor }) => {
  site.page("/", { config: only(STOPS), body: external("stats") + inline("ops", { consent: "operations" }) });
  await visitor.opens();
  await visitor.acceptsAll();
  await withdraws(visitor, "analytics");
  await expect.poll(() => visitor.granted()).toEqual(["necessary", "operations", "preferences"]);
  await visitor.reloads();
  await visitor.hasRun("ops");
  await visitor.seesNoBanner();
});

test("withdraws in as many clicks as it took to accept, by the site's link", async ({ site, visitor }) => {
  const body = `${external("stats")}<button type="button" data-assent="withdraw">Withdraw</button>`;
  site.page("/", { config: only(STOPS), body });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.page.getByText("Withdraw").click();
  await expect.poll(() => visitor.granted()).toEqual(["necessary"]);
});
