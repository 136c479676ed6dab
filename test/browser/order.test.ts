// Released scripts: in document order, waiting for one another no more than order demands, each exactly once.
import { config, STATS } from "./support/config";
import { address, external, inline, push } from "./support/markup";
import { expect, test } from "./support/test";

const MODULE = `data-type="module"`;

test("runs slow, inline, failing and fast tags in document order", async ({ site, visitor }) => {
  const body = [
    external("slow", { query: "hold=slow" }),
    inline("inline 1"),
    external("missing", { query: "status=404" }),
    external("no host", { host: "stats.example:1" }),
    inline("inline 2"),
    external("fast"),
    inline("inline 3"),
  ];
  site.page("/", { config: config(), body: body.join("") });
  await visitor.opens();
  await visitor.acceptsAll();
  await site.asked(STATS, "slow");
  await visitor.settles();
  expect(await visitor.ran()).toEqual([]);
  site.release("slow");
  await visitor.hasRun("slow", "inline 1", "inline 2", "fast", "inline 3");
});

test("fetches the externals side by side", async ({ site, visitor }) => {
  const body = external("a", { query: "hold=a" }) + external("c") + external("d") + inline("b");
  site.page("/", { config: config(), body });
  await visitor.opens();
  await visitor.acceptsAll();
  await Promise.all([site.asked(STATS, "name=a"), site.asked(STATS, "name=c"), site.asked(STATS, "name=d")]);
  site.release("a");
  await visitor.hasRun("a", "c", "d", "b");
  expect(visitor.requestsTo(STATS), "each asked for once").toHaveLength(3);
});

test("lets nothing wait for an async tag", async ({ site, visitor }) => {
  const body = external("async", { query: "hold=async", with: "async" }) + external("a") + inline("b");
  site.page("/", { config: config(), body });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("a", "b");
  site.release("async");
  await visitor.hasRun("a", "b", "async");
});

test("lets an async tag wait for nothing", async ({ site, visitor }) => {
  const body = external("slow", { query: "hold=slow" }) + external("async", { with: "async" }) + inline("b");
  site.page("/", { config: config(), body });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("async");
  site.release("slow");
  await visitor.hasRun("async", "slow", "b");
});

test("runs modules and deferred tags once, after what stands before them and in their order", async ({
  site,
  visitor,
}) => {
  const body = [
    external("slow", { query: "hold=slow" }),
    external("module", { file: "module.js", with: MODULE, query: "code=export{}" }),
    external("deferred", { with: "defer" }),
    inline("inline module", { with: MODULE, code: "void import.meta.url; await 0;" }),
  ];
  site.page("/", { config: config(), body: body.join("") });
  await visitor.opens();
  await visitor.acceptsAll();
  await site.asked(STATS, "slow");
  site.release("slow");
  await visitor.hasRun("slow", "module", "deferred", "inline module");
});

test("gives a module the scope of a module", async ({ site, visitor }) => {
  site.page("/", {
    config: config(),
    body: inline("module", { with: MODULE, code: "var leaked = this === undefined;" }),
  });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("module");
  expect(await visitor.global("leaked")).toBeUndefined();
});

test("leaves a nomodule tag alone and a failing module harmless", async ({ site, visitor }) => {
  const body = [
    external("old", { with: "nomodule" }),
    external("broken", { file: "module.js", with: MODULE, query: "status=500" }),
    inline("last"),
  ];
  site.page("/", { config: config(), body: body.join("") });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("last");
  await visitor.settles();
  expect(await visitor.ran()).toEqual(["last"]);
});

test("goes on when a tag throws", async ({ site, visitor }) => {
  const body =
    inline("a", { code: "throw new Error('tag a')" }) + external("b", { query: "code=null.x" }) + inline("c");
  site.page("/", { config: config(), body });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("a", "b", "c");
  expect(visitor.uncaught.length, "the tags' own errors are not hidden").toBe(2);
  visitor.uncaught = [];
});

test("runs each tag once, however often the visitor chooses", async ({ site, visitor }) => {
  const settings = config({ services: [], ui: { reloadOnWithdraw: false } });
  site.page("/", { config: settings, body: external("a") + inline("b") });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("a", "b");
  await visitor.assent((assent) => assent.save({ analytics: true }));
  await visitor.assent((assent) => assent.rejectAll());
  await visitor.assent((assent) => assent.acceptAll());
  await visitor.settles();
  expect(await visitor.ran()).toEqual(["a", "b"]);
  expect(visitor.requestsTo(STATS)).toHaveLength(1);
});

test("keeps the order between templates and marked scripts", async ({ site, visitor }) => {
  const body = [
    external("a", { query: "hold=a" }),
    `<template data-consent="analytics"><script>${push("b")}</script><script src="${address("c")}"></script></template>`,
    inline("d"),
  ];
  site.page("/", { config: config(), body: body.join("") });
  await visitor.opens();
  await visitor.acceptsAll();
  await site.asked(STATS, "name=a");
  site.release("a");
  await visitor.hasRun("a", "b", "c", "d");
});

test("reports a tag that is marked but executable", async ({ site, visitor }) => {
  const leak = `<script data-consent="analytics" src="${address("leak")}"></script>`;
  site.page("/", { config: config(), body: leak });
  await visitor.opens();
  await visitor.isTold(/leak|text\/plain/i);
});

test("reports nothing of a properly marked tag", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: external("a") + inline("b", { with: MODULE }) });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("a", "b");
  expect(visitor.console).toEqual([]);
});
