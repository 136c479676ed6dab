// Events: their order, late listeners, listeners that throw, and the same as DOM events.
import { config } from "./support/config";
import { inline } from "./support/markup";
import { expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const QUIET = config({ services: [], ui: { reloadOnWithdraw: false } });
const EARLY = `<script>
window.heard = [];
for (const name of ["ready", "change", "open", "close", "error"])
  document.addEventListener("assent:" + name, (event) =>
    window.heard.push([name, event.detail && (event.detail.layer || event.detail.decided)]));
</script>`;
const heard = (visitor: Visitor) => visitor.global<[string, unknown][]>("heard");

test("tells the page by DOM events what happens, in order", async ({ site, visitor }) => {
  site.page("/", { config: QUIET, before: EARLY });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.opensPreferences();
  await visitor.does("close");
  await visitor.seesBanner();
  await visitor.acceptsAll();
  await expect.poll(() => heard(visitor).then((all) => all.some(([name]) => name === "change"))).toBe(true);
  const all = await heard(visitor);
  expect(all[0]).toEqual(["ready", false]);
  expect(all.filter(([name]) => name === "ready")).toHaveLength(1);
  expect(all).toContainEqual(["open", "banner"]);
  expect(all).toContainEqual(["open", "preferences"]);
  expect(all).toContainEqual(["close", "preferences"]);
  expect(all.filter(([name]) => name === "change")).toEqual([["change", true]]);
});

test("fires change after the tags were released, with the state as detail", async ({ site, visitor }) => {
  const before = `<script>document.addEventListener("assent:change", (event) => {
    window.seen = { log: [...(window.log || [])], analytics: event.detail.consents.analytics };
  });</script>`;
  site.page("/", { config: QUIET, before, body: inline("a") });
  await visitor.opens();
  await visitor.acceptsAll();
  await expect.poll(() => visitor.global("seen")).toEqual({ log: ["a"], analytics: true });
});

test("gives late listeners of ready and change the present state, and others nothing", async ({ site, visitor }) => {
  site.page("/", { config: QUIET });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.assent((assent) => {
    const late: unknown[] = [];
    Object.assign(window, { late });
    assent.on("ready", (state) => late.push(["ready", state.consents.analytics]));
    assent.on("change", (state) => late.push(["change", state.consents.analytics]));
    assent.on("open", () => late.push(["open"]));
    assent.on("close", () => late.push(["close"]));
  });
  await visitor.settles();
  expect(await visitor.global("late")).toEqual([
    ["ready", true],
    ["change", true],
  ]);
});

test("stops a listener by what on() returns", async ({ site, visitor }) => {
  site.page("/", { config: QUIET });
  await visitor.opens();
  await visitor.assent((assent) => {
    const counts = { stopped: 0, kept: 0 };
    Object.assign(window, { counts });
    const off = assent.on("open", () => counts.stopped++);
    assent.on("open", () => counts.kept++);
    off();
    off();
  });
  await visitor.assent((assent) => assent.open("preferences"));
  expect(await visitor.global("counts")).toEqual({ stopped: 0, kept: 1 });
});

test("goes on when a listener throws, and does not swallow the error", async ({ site, visitor }) => {
  site.page("/", { config: QUIET, body: inline("a") });
  await visitor.opens();
  await visitor.assent((assent) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    assent.on("change", () => {
      if (assent.state.decided) throw new Error("my listener");
    });
    assent.on("change", (state) => void (state.decided && heard.push("second")));
  });
  await visitor.acceptsAll();
  await visitor.hasRun("a");
  await expect.poll(() => visitor.global("heard")).toEqual(["second"]);
  await expect.poll(() => [...visitor.uncaught, ...visitor.errors()].join()).toContain("my listener");
  visitor.uncaught = [];
});

test("tells by an error event what went wrong", async ({ site, visitor }) => {
  const before = `<script>document.addEventListener("assent:error", (event) => { window.failure = event.detail.message; });</script>`;
  site.page("/", { config: "/missing.json", before });
  await visitor.opens();
  await expect.poll(() => visitor.global("failure")).toContain("/missing.json");
});

test("says nothing changed when the same choice is made again", async ({ site, visitor }) => {
  site.page("/", { config: QUIET, before: EARLY });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.reloads();
  await visitor.settles();
  expect((await heard(visitor)).map(([name]) => name)).toEqual(["ready"]);
});
