// axe-core finds nothing: both layers, both languages, both themes.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import { config } from "./support/config";
import { expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const BODY = `<main><h1>Home</h1><p>Text of the page.</p></main>`;

async function violations(visitor: Visitor): Promise<string[]> {
  await visitor.settles();
  await visitor.page.evaluate(AXE);
  const results = await visitor.page.evaluate((tags) => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run({ runOnly: tags });
  }, TAGS);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${JSON.stringify(node.target)} ${node.failureSummary}`),
  );
}

for (const lang of ["en", "zh-CN"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`finds nothing wrong in either layer: ${lang}, ${colorScheme}`, async ({ site, visits }) => {
      site.page("/", { lang, config: config(), body: BODY });
      const visitor = await visits({ colorScheme, reducedMotion: "reduce" });
      await visitor.opens();
      await visitor.seesBanner();
      expect(await violations(visitor)).toEqual([]);
      await visitor.opensPreferences();
      for (const details of await visitor.centre
        .locator("details:not([open]) > summary, [aria-expanded='false']")
        .all()) {
        await details.click();
      }
      expect(await violations(visitor)).toEqual([]);
      await visitor.does("save");
      await visitor.choiceHolds();
      expect(await violations(visitor), "the way back").toEqual([]);
    });
  }
}

test("is measured by an axe that sees a real fault", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: `${BODY}<img src="data:image/gif;base64,">` });
  await visitor.opens();
  await visitor.seesBanner();
  expect((await violations(visitor)).join()).toContain("image-alt");
});
