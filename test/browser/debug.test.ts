// `data-debug`: every mistake of a config is listed at once, and leaks are reported.
import type { ConfigFile } from "../../src/types";
import { config } from "./support/config";
import { address } from "./support/markup";
import { expect, test } from "./support/test";

const MISTAKES = {
  ...config({ services: [{ id: "stats", category: "analitics" }] }),
  languges: ["en"],
  revision: "three",
} as unknown as ConfigFile;

test("lists every mistake with its path", async ({ site, visitor }) => {
  site.page("/", { config: MISTAKES, attributes: { "data-debug": "" } });
  await visitor.opens();
  for (const path of [/analitics/, /languges/, /revision/]) await visitor.isTold(path);
});

test("says nothing of unknown keys without data-debug", async ({ site, visitor }) => {
  const odd = { ...config(), languges: ["en"] } as ConfigFile;
  site.page("/", { config: odd });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.settles();
  expect(visitor.console).toEqual([]);
  expect(site.requestsTo("site.example", "debug")).toEqual([]);
});

test("reports a marked tag that ran without consent", async ({ site, visitor }) => {
  const body = `<script data-consent="analytics" src="${address("leak")}"></script>`;
  site.page("/", { config: config(), attributes: { "data-debug": "" }, body });
  await visitor.opens();
  await visitor.isTold(/leak|text\/plain/i);
});
