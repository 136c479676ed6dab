// Speed: with a thousand marked tags on a slow machine the banner is gone in the next paint, and the tags run in slices.
import { config } from "./support/config";
import { expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const COUNT = 1000;
const BODY = Array.from(
  { length: COUNT },
  () => `<script type="text/plain" data-consent="analytics">window.count = (window.count || 0) + 1;</script>`,
).join("");

/** Milliseconds from the click to the next paint, as the browser itself measures them (Event Timing). */
async function clickToPaint(visitor: Visitor): Promise<number> {
  const cdp = await visitor.context.newCDPSession(visitor.page);
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.settles();
  await visitor.page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(window, { durations });
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === "click") durations.push(entry.duration);
    });
    observer.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await visitor.does("accept-all");
  await expect.poll(() => visitor.global("count"), { timeout: 10_000 }).toBe(COUNT);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await visitor.settles();
  const durations = await visitor.global<number[]>("durations");
  return durations[0] ?? 0;
}

test("paints within 100 ms after accept all with 1000 tags on a machine four times slower", async ({
  site,
  visits,
}) => {
  site.page("/", { config: config(), body: BODY });
  const measured: number[] = [];
  // The best of three: what else the machine does at the time is not the product's.
  for (let round = 0; round < 3; round++) measured.push(await clickToPaint(await visits()));
  expect(Math.min(...measured), measured.join(", ")).toBeLessThan(100);
});
