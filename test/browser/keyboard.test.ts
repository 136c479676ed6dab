// Everything by keyboard alone: reached, operated, left by Escape, and the focus goes back to where it was.
import { config } from "./support/config";
import { focus, tabsTo } from "./support/focus";
import { external, inline } from "./support/markup";
import { expect, test } from "./support/test";

const LINKS = Array.from({ length: 60 }, (_, i) => `<p><a href="#l${i}" id="l${i}">Link number ${i}</a></p>`).join("");
const BODY = `<main><h1>Home</h1><button type="button" id="opener" data-assent="preferences">Cookies</button></main>${external("stats")}`;

test("reaches the three answers first and accepts", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  const passed = await tabsTo(visitor, "opener");
  expect(passed).toEqual(expect.arrayContaining(["accept-all", "reject-all", "preferences"]));
  await tabsTo(visitor, "accept-all", "Shift+Tab");
  await visitor.page.keyboard.press("Enter");
  await visitor.choiceHolds();
  await visitor.hasRun("stats");
});

test("rejects by the space bar", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  await tabsTo(visitor, "reject-all");
  await visitor.page.keyboard.press("Space");
  await visitor.choiceHolds();
  expect(await visitor.granted()).toEqual(["necessary"]);
});

test("makes a choice of its own in the preference centre", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY + inline("ops", { consent: "operations" }) });
  await visitor.opens();
  await visitor.seesBanner();
  await tabsTo(visitor, "preferences");
  await visitor.page.keyboard.press("Enter");
  await visitor.seesPreferences();
  await tabsTo(visitor, "operations");
  await visitor.page.keyboard.press("Space");
  expect(await visitor.isOn("operations")).toBe(true);
  await tabsTo(visitor, "save");
  await visitor.page.keyboard.press("Enter");
  await visitor.choiceHolds();
  await visitor.hasRun("ops");
});

test("keeps the focus inside the open preference centre", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY + LINKS });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.opensPreferences();
  const outside: string[] = [];
  for (let step = 0; step < 40; step++) {
    await visitor.page.keyboard.press("Tab");
    const { inUi, name } = await focus(visitor);
    if (!inUi && name !== "BODY") outside.push(name);
  }
  expect(outside).toEqual([]);
});

test("closes by Escape without a change, and the focus goes back to the opener", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.rejectsAll();
  await visitor.page.focus("#opener");
  await visitor.page.keyboard.press("Enter");
  await visitor.seesPreferences();
  expect((await focus(visitor)).inUi).toBe(true);
  await visitor.switches("analytics", true);
  await visitor.page.keyboard.press("Escape");
  await visitor.preferencesAreGone();
  expect(await visitor.has("analytics")).toBe(false);
  await expect.poll(() => focus(visitor).then(({ name }) => name)).toBe("opener");
});

test("gives the focus back to the opener after saving", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.rejectsAll();
  await visitor.page.focus("#opener");
  await visitor.page.keyboard.press("Enter");
  await visitor.seesPreferences();
  await visitor.switches("analytics", true);
  await tabsTo(visitor, "save");
  await visitor.page.keyboard.press("Enter");
  await visitor.choiceHolds();
  await expect.poll(() => focus(visitor).then(({ name }) => name)).toBe("opener");
});

test("comes back to the banner's own button by Escape", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  await tabsTo(visitor, "preferences");
  await visitor.page.keyboard.press("Enter");
  await visitor.seesPreferences();
  await visitor.page.keyboard.press("Escape");
  await visitor.seesBanner();
  await expect.poll(() => focus(visitor)).toEqual({ name: "preferences", inUi: true });
});

test("comes back to the small button by Escape", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: "<main><h1>Home</h1></main>" });
  await visitor.opens();
  await visitor.rejectsAll();
  await tabsTo(visitor, "preferences");
  await visitor.page.keyboard.press("Enter");
  await visitor.seesPreferences();
  await visitor.page.keyboard.press("Escape");
  await visitor.preferencesAreGone();
  await expect.poll(() => focus(visitor)).toEqual({ name: "preferences", inUi: true });
});

for (const ui of [{}, { position: "top" }, { layout: "box" }, { layout: "centred" }] as const) {
  test(`never hides the focused link wholly behind the banner: ${JSON.stringify(ui)}`, async ({ site, visitor }) => {
    site.page("/", { config: config({ ui }), body: LINKS });
    await visitor.opens();
    await visitor.seesBanner();
    await tabsTo(visitor, "l0");
    const hidden: string[] = [];
    for (const key of [...Array(59).fill("Tab"), ...Array(59).fill("Shift+Tab")] as string[]) {
      await visitor.page.keyboard.press(key);
      const covered = await visitor.page.evaluate(() => {
        const box = document.activeElement?.getBoundingClientRect();
        if (!box || box.width > 600) return "";
        const corners = [1, box.width / 2, box.width - 1].flatMap((x) =>
          [1, box.height - 1].map((y) => [box.x + x, box.y + y]),
        );
        const seen = corners.some(([x = 0, y = 0]) => document.elementFromPoint(x, y)?.id.startsWith("l"));
        return seen ? "" : (document.activeElement?.id ?? "");
      });
      if (covered) hidden.push(covered);
    }
    expect(hidden).toEqual([]);
  });
}
