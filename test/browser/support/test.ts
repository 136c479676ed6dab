// `test` with a fresh site and fresh visitors. After each test no visitor's page may have seen an uncaught error.
import { test as base, expect } from "vitest";
import { arrives, type VisitorOptions } from "./arrival";
import { browser } from "./browser";
import { Site, web } from "./server";
import { Visitor } from "./visitor";

export { describe, expect } from "vitest";

interface Fixtures {
  site: Site;
  /** Makes a visitor with a browser of their own (no cookies, no storage). */
  visits: (options?: VisitorOptions) => Promise<Visitor>;
  /** An ordinary visitor: English, 1280 × 720, light. */
  visitor: Visitor;
}

export const test = base.extend<Fixtures>({
  site: async ({ task }, use) => {
    const site = new Site();
    (await web()).site = site;
    await use(site);
    if (task.result?.state === "fail" && process.env.ASSENT_SHOW) console.log(task.name, site.hits);
    site.end();
  },
  visits: async ({ site }, use) => {
    const all: Visitor[] = [];
    await use(async (options = {}) => {
      const visitor = await Visitor.comes(await arrives(await browser(), options), site);
      all.push(visitor);
      return visitor;
    });
    const errors = all.flatMap((visitor) => visitor.uncaught);
    for (const visitor of all) await visitor.leaves();
    expect(errors, "uncaught errors in the page").toEqual([]);
  },
  visitor: async ({ visits }, use) => use(await visits()),
});
