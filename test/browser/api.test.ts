// `window.assent` (design §2.5): the queue before loading, answers, choices, layers, receipts.
import { config } from "./support/config";
import { inline } from "./support/markup";
import { describe, expect, test } from "./support/test";

const QUIET = config({ services: [], ui: { reloadOnWithdraw: false } });

describe("the queue", () => {
  test("calls what was queued before the script, and what is pushed after it", async ({ site, visitor }) => {
    const before = `<script>(window.assent = window.assent || []).push((assent) => { window.early = assent.version; });
      window.assent.push((assent) => { window.second = typeof assent.has; });</script>`;
    site.page("/", { config: QUIET, before });
    await visitor.opens();
    const version = await visitor.assent((assent) => assent.version);
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(await visitor.global("early")).toBe(version);
    expect(await visitor.global("second")).toBe("function");
    const late = await visitor.assent((assent) => {
      let heard = "";
      assent.push((same) => {
        heard = same === assent ? "at once" : "other";
      });
      return heard;
    });
    expect(late).toBe("at once");
  });

  test("goes on when a queued call throws", async ({ site, visitor }) => {
    const before = `<script>window.assent = [() => { throw new Error("mine"); }, () => { window.second = true; }];</script>`;
    site.page("/", { config: QUIET, before, body: inline("stats") });
    await visitor.opens();
    expect(await visitor.global("second")).toBe(true);
    await visitor.acceptsAll();
    await visitor.hasRun("stats");
    expect([...visitor.uncaught, ...visitor.errors()].join()).toContain("mine");
    visitor.uncaught = [];
  });
});

describe("answers", () => {
  test("has() and state tell what holds, and cannot be written to", async ({ site, visitor }) => {
    site.page("/", { config: QUIET, attributes: { "data-region": "CN" } });
    await visitor.opens();
    expect(await visitor.has("analytics")).toBe(false);
    expect(await visitor.has("necessary")).toBe(true);
    expect(await visitor.has("nobody")).toBe(false);
    expect(await visitor.has("constructor")).toBe(false);
    await visitor.page.evaluate(() => {
      const { state } = (
        window as unknown as { assent: { state: { consents: Record<string, boolean>; decided: boolean } } }
      ).assent;
      for (const write of [() => (state.consents.analytics = true), () => (state.decided = true)]) {
        try {
          write();
        } catch {
          // A frozen object may also say so.
        }
      }
    });
    expect(await visitor.has("analytics")).toBe(false);
    expect(await visitor.state()).toMatchObject({
      decided: false,
      regime: "cn",
      language: "en",
      basis: "regime",
      record: null,
    });
  });

  test("acceptAll() and rejectAll() resolve when the choice has taken effect", async ({ site, visitor }) => {
    site.page("/", { config: QUIET, body: inline("a") });
    await visitor.opens();
    const ran = await visitor.page.evaluate(async () => {
      const page = window as unknown as { assent: { acceptAll(): Promise<void> }; log?: string[] };
      await page.assent.acceptAll();
      return page.log;
    });
    expect(ran).toEqual(["a"]);
    await visitor.assent((assent) => assent.rejectAll());
    expect(await visitor.granted()).toEqual(["necessary"]);
  });

  test("save() sets what is named, categories before services, and leaves the rest", async ({ site, visitor }) => {
    site.page("/", { config: config({ ui: { reloadOnWithdraw: false } }) });
    await visitor.opens();
    await visitor.assent((assent) => assent.save({ operations: true }));
    await visitor.assent((assent) => assent.save({ stats: false, analytics: true }));
    expect(await visitor.granted()).toEqual(expect.arrayContaining(["necessary", "operations"]));
    expect(await visitor.has("stats")).toBe(false);
    await visitor.assent((assent) => assent.save({ analytics: true }));
    expect(await visitor.has("stats")).toBe(true);
    await visitor.assent((assent) => assent.save({ necessary: false }));
    expect(await visitor.has("necessary")).toBe(true);
  });

  test("granted() resolves at once or later, and not before", async ({ site, visitor }) => {
    site.page("/", { config: QUIET });
    await visitor.opens();
    const waits = (name: string) =>
      visitor.assent((assent, key) => {
        void assent.granted("analytics").then(() => Object.assign(window, { [key]: true }));
      }, name);
    await waits("first");
    await visitor.settles();
    expect(await visitor.global("first")).toBeUndefined();
    await visitor.acceptsAll();
    await expect.poll(() => visitor.global("first")).toBe(true);
    await waits("second");
    await expect.poll(() => visitor.global("second")).toBe(true);
  });

  test("request() asks for one thing and resolves with the answer", async ({ site, visitor }) => {
    site.page("/", { config: QUIET });
    await visitor.opens();
    await visitor.rejectsAll();
    const asks = () =>
      visitor.assent((assent) => {
        Object.assign(window, { answer: "open" });
        void assent.request("analytics").then((answer) => Object.assign(window, { answer }));
      });
    await asks();
    await visitor.seesPreferences();
    expect(await visitor.switchOf("analytics").isVisible()).toBe(true);
    expect(await visitor.global("answer")).toBe("open");
    await visitor.does("close");
    await expect.poll(() => visitor.global("answer")).toBe(false);
    await asks();
    await visitor.seesPreferences();
    await visitor.switches("analytics", true);
    await visitor.saves();
    await expect.poll(() => visitor.global("answer")).toBe(true);
    await asks();
    await expect.poll(() => visitor.global("answer")).toBe(true);
    expect(await visitor.centre.count()).toBe(0);
  });

  test("reset() forgets the choice and asks again", async ({ site, visitor }) => {
    site.page("/", { config: QUIET });
    await visitor.opens();
    await visitor.acceptsAll();
    await visitor.assent((assent) => assent.reset());
    await visitor.seesBanner();
    expect(await visitor.cookie()).toBeUndefined();
    expect(await visitor.granted()).toEqual(["necessary"]);
  });

  test("receipts() tells the visitor's own history, oldest first", async ({ site, visitor }) => {
    site.page("/", { config: QUIET });
    await visitor.opens();
    await visitor.acceptsAll();
    await visitor.assent((assent) => assent.withdraw("analytics"));
    await visitor.reloads();
    const all = await visitor.assent((assent) => assent.receipts());
    expect(all.map(({ act, method }) => [act, method])).toEqual([
      ["accept-all", "banner"],
      ["withdraw", "api"],
    ]);
    expect(all[0]).toMatchObject({ language: "en", revision: 1, gpc: false, consents: { analytics: true } });
    expect(all[1]?.consents).toMatchObject({ analytics: false, operations: true });
    expect(Math.abs(Date.parse(all[0]?.time ?? "") - Date.now())).toBeLessThan(60_000);
  });

  test("open() and close() show and hide each layer", async ({ site, visitor }) => {
    site.page("/", { config: QUIET });
    await visitor.opens();
    await visitor.rejectsAll();
    await visitor.assent((assent) => assent.open("preferences"));
    expect(await visitor.centre.isVisible()).toBe(true);
    await visitor.assent((assent) => assent.close());
    await visitor.preferencesAreGone();
    await visitor.assent((assent) => assent.open("banner"));
    expect(await visitor.banner.isVisible()).toBe(true);
    await visitor.assent((assent) => assent.close());
    await visitor.bannerIsGone();
  });

  test("never throws at wrong arguments", async ({ site, visitor }) => {
    site.page("/", { config: QUIET });
    await visitor.opens();
    const thrown = await visitor.page.evaluate(async () => {
      const { assent } = window as unknown as { assent: Record<string, (...values: unknown[]) => unknown> };
      const failed: string[] = [];
      for (const name of ["has", "save", "withdraw", "on", "granted", "setLanguage", "push", "open"]) {
        for (const value of [undefined, null, 7, {}, "nobody"]) {
          try {
            void Promise.resolve(assent[name]?.(value)).catch(() => failed.push(`${name} rejects`));
          } catch {
            failed.push(`${name}(${String(value)})`);
          }
        }
      }
      await new Promise((done) => setTimeout(done, 200));
      return failed;
    });
    expect(thrown).toEqual([]);
    expect(await visitor.has("analytics")).toBe(false);
    // That a pushed value or a listener is no function may be said later, in the console.
    visitor.uncaught = visitor.uncaught.filter((message) => !/is not a function/.test(message));
  });
});
