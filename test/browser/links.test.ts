// The site's own links (design §2.4) and two copies of the script on one page.
import { config, STATS } from "./support/config";
import { external, inline } from "./support/markup";
import { describe, expect, test } from "./support/test";

const QUIET = config({ services: [], ui: { reloadOnWithdraw: false } });

describe("the site's own links", () => {
  test.for([
    ["accept-all", ["analytics", "necessary", "operations", "preferences"]],
    ["reject-all", ["necessary"]],
    ["withdraw", ["necessary"]],
  ] as const)("%s does so on click, and goes nowhere", async ([action, expected], { site, visitor }) => {
    const body = `<a href="/elsewhere" data-assent="${action}"><b>Do it</b></a>${external("a")}`;
    site.page("/", { config: QUIET, body });
    await visitor.opens();
    if (action === "withdraw") await visitor.acceptsAll();
    await visitor.page.getByText("Do it").click();
    await expect.poll(() => visitor.granted()).toEqual(expected);
    await visitor.bannerIsGone();
    expect(new URL(visitor.page.url()).pathname).toBe("/");
    expect(visitor.requestsTo(STATS).length).toBe(action === "reject-all" ? 0 : 1);
  });

  test("a link that the page adds later works too", async ({ site, visitor }) => {
    site.page("/", { config: QUIET });
    await visitor.opens();
    await visitor.rejectsAll();
    await visitor.page.evaluate(() => {
      document.body.insertAdjacentHTML("beforeend", '<button type="button" data-assent="preferences">Mine</button>');
    });
    await visitor.page.getByText("Mine").click();
    await visitor.seesPreferences();
  });
});

describe("two copies on a page", () => {
  test("the first one wins and says so", async ({ site, visitor }) => {
    const head = `<script>window.first = window.assent;</script><script src="/assent/assent.js?second"></script>`;
    site.page("/", { config: QUIET, head, body: inline("a") });
    await visitor.opens();
    expect(await visitor.page.evaluate("window.first === window.assent")).toBe(true);
    await visitor.isTold(/twice|two|already|second|first/i);
    await visitor.seesBanner();
    expect(await visitor.page.locator("#assent-root").count()).toBe(1);
    await visitor.acceptsAll();
    await visitor.hasRun("a");
  });
});
