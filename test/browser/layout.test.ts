// The look under pressure: narrow, zoomed, forced colours, reduced motion; equal buttons; nothing of the page moves.
import { config } from "./support/config";
import { external } from "./support/markup";
import { boxesOf, overflow, sizeOfTargets, styleOf } from "./support/measure";
import { expect, test } from "./support/test";

const TEXT = "A paragraph of a page that is read by people who came for it. ".repeat(12);
const BODY = `<main><h1>The harbour</h1><p id="text">${TEXT}</p><p>${TEXT}</p></main>${external("stats")}`;
const LANGUAGES = ["en", "zh-CN"];

for (const lang of LANGUAGES) {
  test(`gives the three answers the same size, colour and type: ${lang}`, async ({ site, visits }) => {
    site.page("/", { lang, config: config(), body: BODY });
    for (const colorScheme of ["light", "dark"] as const) {
      const visitor = await visits({ colorScheme });
      await visitor.opens();
      await visitor.seesBanner();
      await visitor.page.mouse.move(5, 5);
      await visitor.settles();
      const accept = await styleOf(visitor, "accept-all");
      expect(await styleOf(visitor, "reject-all")).toEqual(accept);
      expect(await styleOf(visitor, "preferences")).toEqual(accept);
    }
  });

  for (const [name, width, zoom] of [
    ["a 320 px wide screen", 320, 1],
    ["text of 200 %", 640, 2],
    ["both", 320, 2],
  ] as const) {
    test(`fits ${name}: ${lang}`, async ({ site, visits }) => {
      site.page("/", { lang, config: config(), head: `<style>html{font-size:${zoom * 100}%}</style>`, body: BODY });
      const visitor = await visits({ viewport: { width, height: 640 } });
      await visitor.opens();
      await visitor.seesBanner();
      expect(await overflow(visitor)).toEqual([]);
      await visitor.opensPreferences();
      await visitor.settles();
      expect(await overflow(visitor)).toEqual([]);
      await visitor.does("reject-all");
      await visitor.choiceHolds();
    });
  }

  test(`has targets of at least 24 px in both layers: ${lang}`, async ({ site, visits }) => {
    site.page("/", { lang, config: config(), body: BODY });
    const visitor = await visits({ viewport: { width: 390, height: 800 } });
    await visitor.opens();
    await visitor.seesBanner();
    const small = async () => (await sizeOfTargets(visitor)).filter(({ width, height }) => width < 24 || height < 24);
    expect(await small()).toEqual([]);
    await visitor.opensPreferences();
    expect(await small()).toEqual([]);
  });
}

test("leaves the page to be read at 400 % zoom", async ({ site, visits }) => {
  site.page("/", { config: config(), body: BODY });
  const visitor = await visits({ viewport: { width: 320, height: 256 } });
  await visitor.opens();
  await visitor.seesBanner();
  const box = await visitor.banner.boundingBox();
  expect(box?.height).toBeLessThan(256);
  for (const action of ["accept-all", "reject-all", "preferences"]) {
    await visitor.action(action).scrollIntoViewIfNeeded();
    expect(await visitor.action(action).isVisible()).toBe(true);
  }
});

for (const ui of [{}, { position: "top" }, { layout: "box" }, { layout: "centred" }] as const) {
  test(`moves nothing of the page: ${JSON.stringify(ui)}`, async ({ site, visits }) => {
    const visitor = await visits({
      before: () => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: "layout-shift", buffered: true });
      },
    });
    site.page("/", { config: config({ ui }), body: BODY });
    await visitor.opens();
    const before = await boxesOf(visitor, "main *");
    await visitor.seesBanner();
    await visitor.settles();
    expect(await boxesOf(visitor, "main *")).toEqual(before);
    await visitor.acceptsAll();
    await visitor.settles();
    expect(await boxesOf(visitor, "main *")).toEqual(before);
    expect(await visitor.global("shifts")).toEqual([]);
  });
}

test("is measured by an observer that sees a real shift", async ({ site, visits }) => {
  const visitor = await visits();
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  const value = await visitor.page.evaluate(async () => {
    const seen = new Promise<number>((done) => {
      new PerformanceObserver((list) => {
        done((list.getEntries()[0] as PerformanceEntry & { value: number }).value);
      }).observe({ type: "layout-shift" });
    });
    document.body.style.paddingTop = "300px";
    return seen;
  });
  expect(value).toBeGreaterThan(0);
});

test("is not the page's largest contentful paint", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.settles();
  const largest = await visitor.page.evaluate(
    () =>
      new Promise<string | undefined>((done) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1) as (PerformanceEntry & { element?: Element | null }) | undefined;
          done(last?.element?.closest("main")?.tagName);
        }).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
  expect(largest).toBe("MAIN");
});

test("keeps the edges of its controls in forced colours", async ({ site, visits }) => {
  site.page("/", { config: config(), body: BODY });
  const visitor = await visits({ forcedColors: "active" });
  await visitor.opens();
  await visitor.seesBanner();
  for (const action of ["accept-all", "reject-all", "preferences"]) {
    const { border, outline } = await styleOf(visitor, action);
    expect(`${border} ${outline}`, action).toMatch(/[1-9][\d.]*px solid|solid [1-9]/);
  }
  await visitor.opensPreferences();
  const look = () => visitor.centre.screenshot();
  const off = await look();
  await visitor.switches("analytics", true);
  await visitor.settles();
  expect(off.equals(await look()), "a switch looks the same on and off").toBe(false);
});

test("moves nothing for a visitor who asked for less motion", async ({ site, visits }) => {
  site.page("/", { config: config(), body: BODY });
  const visitor = await visits({ reducedMotion: "reduce" });
  const longest = () =>
    visitor.root.evaluate((root) => {
      const seconds = [...(root.shadowRoot?.querySelectorAll("*") ?? [])].flatMap((element) => {
        const { animationDuration, animationName, transitionDuration, transitionProperty } = getComputedStyle(element);
        const moves = /transform|translate|scale|height|width|top|bottom|all/.test(transitionProperty);
        return [
          ...(animationName === "none" ? [] : animationDuration.split(",")),
          ...(moves ? transitionDuration.split(",") : []),
        ];
      });
      return Math.max(0, ...seconds.map(Number.parseFloat));
    });
  await visitor.opens();
  await visitor.seesBanner();
  expect(await longest()).toBeLessThanOrEqual(0.01);
  await visitor.opensPreferences();
  expect(await longest()).toBeLessThanOrEqual(0.01);
});

test("follows the theme the site sets, and the visitor's where it sets none", async ({ site, visits }) => {
  const dark = async (theme: "auto" | "light" | "dark", colorScheme: "light" | "dark") => {
    site.page("/", { config: config({ ui: { theme } }), body: BODY });
    const visitor = await visits({ colorScheme });
    await visitor.opens();
    await visitor.seesBanner();
    const colour = await visitor.banner.evaluate((banner) => getComputedStyle(banner).color);
    return Number(colour.match(/\d+(\.\d+)?/)?.[0]) > 128 || /oklch\(0?\.[6-9]|oklch\(1/.test(colour);
  };
  expect(await dark("auto", "light")).toBe(false);
  expect(await dark("auto", "dark")).toBe(true);
  expect(await dark("dark", "light")).toBe(true);
  expect(await dark("light", "dark")).toBe(false);
});

test("takes the site's own colours by custom property and part", async ({ site, visitor }) => {
  const head = `<style>#assent-root::part(button){letter-spacing:3px}#assent-root::part(banner){border-top:7px solid red}</style>`;
  site.page("/", { config: config(), head, body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  expect(await visitor.action("accept-all").evaluate((button) => getComputedStyle(button).letterSpacing)).toBe("3px");
  expect(await visitor.banner.evaluate((banner) => getComputedStyle(banner).borderTopWidth)).toBe("7px");
});
