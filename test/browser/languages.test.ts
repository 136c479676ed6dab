// Which language is shown, and switching it without losing unsaved switches.
import { config } from "./support/config";
import { expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const CHINESE = /[一-龥]{4}/;
const BODY = "<main><h1>Home</h1></main>";

const bannerText = (visitor: Visitor) => visitor.reads(visitor.banner);
/** Uses the language control of the open layer: a button, or one of several, or a list. */
async function switchesTo(visitor: Visitor, tag: string): Promise<void> {
  const controls = visitor.root.locator("[data-action='language']");
  const select = controls.and(visitor.page.locator("select"));
  if ((await select.count()) > 0) await select.selectOption(tag);
  else if ((await controls.count()) > 1) await controls.and(visitor.page.locator(`[lang='${tag}']`)).click();
  else await controls.click();
  await expect.poll(() => visitor.state().then(({ language }) => language)).toBe(tag);
}

test.for([
  ["en", "en"],
  ["en-GB", "en"],
  ["zh-CN", "zh-CN"],
  ["zh", "zh-CN"],
  ["zh-Hans-CN", "zh-CN"],
])("speaks the page's language: %s", async ([lang = "", tag], { site, visitor }) => {
  site.page("/", { lang, config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  expect((await visitor.state()).language).toBe(tag);
  expect(CHINESE.test(await bannerText(visitor))).toBe(tag === "zh-CN");
});

test("speaks the language that data-lang forces", async ({ site, visitor }) => {
  site.page("/", { lang: "en", config: config(), attributes: { "data-lang": "zh-CN" }, body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  expect(await bannerText(visitor)).toMatch(CHINESE);
});

test("speaks one of the site's languages where it does not have the page's", async ({ site, visitor }) => {
  site.page("/", { lang: "fr", config: config({ languages: ["zh-CN", "en"] }), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  expect(["zh-CN", "en"]).toContain((await visitor.state()).language);
});

test("loads no other language until it is wanted", async ({ site, visitor }) => {
  site.page("/", { lang: "zh-CN", config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.settles();
  expect(site.requestsTo("site.example", "/locale/")).toEqual(["/assent/locale/zh-CN.js"]);
});

test("switches the banner's language there and back", async ({ site, visitor }) => {
  site.page("/", { lang: "en", config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  await switchesTo(visitor, "zh-CN");
  await expect.poll(() => bannerText(visitor)).toMatch(CHINESE);
  expect(await bannerText(visitor)).toContain("海港云有限公司");
  await switchesTo(visitor, "en");
  await expect.poll(() => bannerText(visitor)).toContain("Harbour Cloud Ltd.");
  await visitor.acceptsAll();
});

test("keeps moved switches when the language changes in the preference centre", async ({ site, visitor }) => {
  site.page("/", { lang: "en", config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.opensPreferences();
  await visitor.switches("operations", true);
  await switchesTo(visitor, "zh-CN");
  await expect.poll(() => visitor.reads(visitor.centre)).toMatch(CHINESE);
  expect(await visitor.isOn("operations")).toBe(true);
  expect(await visitor.isOn("analytics")).toBe(false);
  await visitor.saves();
  expect(await visitor.granted()).toEqual(["necessary", "operations"]);
});

test("keeps the focus on the language control", async ({ site, visitor }) => {
  site.page("/", { lang: "en", config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  await switchesTo(visitor, "zh-CN");
  await expect.poll(() => bannerText(visitor)).toMatch(CHINESE);
  const action = await visitor.root.evaluate(
    (root) => (root.shadowRoot?.activeElement as HTMLElement | null)?.dataset.action,
  );
  expect(action).toBe("language");
});

test("marks every text with its language", async ({ site, visitor }) => {
  site.page("/", { lang: "en", config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  const langOf = (text: RegExp) =>
    visitor.banner
      .getByText(text)
      .first()
      .evaluate((element) => element.closest("[lang]")?.getAttribute("lang") ?? document.documentElement.lang);
  expect(await langOf(/Harbour Cloud/)).toBe("en");
  expect(await langOf(/中文|简体/)).toMatch(/^zh/);
  await switchesTo(visitor, "zh-CN");
  await expect.poll(() => bannerText(visitor)).toMatch(CHINESE);
  expect(await langOf(/海港云/)).toMatch(/^zh/);
  expect(await langOf(/English/)).toBe("en");
});

test("shows the site's own texts in place of ours", async ({ site, visitor }) => {
  const { texts } = (await import(new URL("../../dist/locale/en.js", import.meta.url).href)) as {
    texts: Record<string, string>;
  };
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  const label = (await visitor.reads(visitor.action("accept-all"))).trim();
  const key = Object.keys(texts).find((name) => texts[name] === label);
  expect(key, `a key for ${label}`).toBeDefined();
  site.page("/", { config: config({ ui: { texts: { [key ?? ""]: { en: "Go on", "zh-CN": "好" } } } }), body: BODY });
  await visitor.reloads();
  await visitor.seesBanner();
  expect(await visitor.reads(visitor.action("accept-all"))).toBe("Go on");
});

test("setLanguage() changes the language, and does not record a choice", async ({ site, visitor }) => {
  site.page("/", { lang: "en", config: config(), body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.assent((assent) => assent.setLanguage("zh-CN"));
  await expect.poll(() => bannerText(visitor)).toMatch(CHINESE);
  expect((await visitor.state()).decided).toBe(false);
});
