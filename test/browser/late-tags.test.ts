// Tags that come late: added by the page's own scripts, or streamed in slowly by the server.
import { config, STATS } from "./support/config";
import { address, external, inline } from "./support/markup";
import { expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const WAYS = {
  "appended as an element": (src: string) => {
    const script = document.createElement("script");
    script.type = "text/plain";
    script.dataset.consent = "analytics";
    script.src = src;
    document.body.append(script);
  },
  "inside a container that is appended": (src: string) => {
    const box = document.createElement("div");
    const script = document.createElement("script");
    script.setAttribute("type", "text/plain");
    script.setAttribute("data-consent", "analytics");
    script.setAttribute("src", src);
    box.append(document.createElement("p"), script);
    document.body.append(box);
  },
  "written by innerHTML": (src: string) => {
    const box = document.createElement("div");
    document.body.append(box);
    box.innerHTML = `<p>x</p><script type="text/plain" data-consent="analytics" src="${src}"></script>`;
  },
  "as a template by innerHTML": (src: string) => {
    const box = document.createElement("div");
    box.innerHTML = `<template data-consent="analytics"><script src="${src}"></script></template>`;
    document.body.append(box);
  },
};

const adds = (visitor: Visitor, way: keyof typeof WAYS, run: string) =>
  visitor.page.evaluate(WAYS[way] as (src: string) => void, address(run));

for (const way of Object.keys(WAYS) as (keyof typeof WAYS)[]) {
  test(`runs a tag at once when it is added after the choice: ${way}`, async ({ site, visitor }) => {
    site.page("/", { config: config() });
    await visitor.opens();
    await visitor.acceptsAll();
    await adds(visitor, way, "late");
    await visitor.hasRun("late");
    await visitor.settles();
    expect(await visitor.ran()).toEqual(["late"]);
  });

  test(`holds a tag that is added before the choice, and runs it after: ${way}`, async ({ site, visitor }) => {
    site.page("/", { config: config() });
    await visitor.opens();
    await visitor.seesBanner();
    await adds(visitor, way, "late");
    await visitor.settles();
    expect(visitor.requestsTo(STATS)).toEqual([]);
    await visitor.acceptsAll();
    await visitor.hasRun("late");
  });
}

test("loads a frame and an image that are added after the choice", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: `<div id="box"></div>` });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.page.evaluate((host) => {
    const box = document.getElementById("box") as HTMLElement;
    box.innerHTML = `<iframe data-consent="analytics" data-src="http://${host}/frame.html"></iframe>
      <img data-consent="analytics" data-src="http://${host}/pixel.gif" alt="">`;
  }, STATS);
  await site.asked(STATS, "/frame.html");
  await site.asked(STATS, "/pixel.gif");
});

test("runs tags of a page that is still being streamed, each as soon as it is there", async ({ site, visitor }) => {
  site.page("/", { config: config() });
  await visitor.opens();
  await visitor.acceptsAll();
  site.page("/slow", {
    config: config(),
    body: [external("a"), { until: "b" }, inline("b"), { until: "c" }, external("c")],
  });
  await visitor.opens("/slow", "commit");
  await visitor.hasRun("a");
  site.release("b");
  await visitor.hasRun("a", "b");
  site.release("c");
  await visitor.hasRun("a", "b", "c");
});

test("never runs half of an inline tag whose text comes in two pieces", async ({ site, visitor }) => {
  site.page("/", { config: config() });
  await visitor.opens();
  await visitor.acceptsAll();
  const [start = "", end = ""] = inline("whole", { code: "/* half */ window.log.push('end');" }).split("/* half */");
  const padding = `<!-- ${"x".repeat(4096)} -->`;
  site.page("/slow", { config: config(), body: [padding, start, { until: "rest" }, `${end}<p id="after">after</p>`] });
  await visitor.opens("/slow", "commit");
  await visitor.page.locator("script[data-consent]").waitFor({ state: "attached" });
  await visitor.settles();
  expect(await visitor.ran()).toEqual([]);
  site.release("rest");
  await visitor.hasRun("whole", "end");
});

test("never inserts half of a template whose markup comes in two pieces", async ({ site, visitor }) => {
  site.page("/", { config: config() });
  await visitor.opens();
  await visitor.acceptsAll();
  const start = `<template data-consent="analytics"><p id="one">1</p><script>(window.log = window.log || []).push("on`;
  const end = `e")</script><p id="two">2</p></template>`;
  site.page("/slow", { config: config(), body: [`<!-- ${"x".repeat(4096)} -->${start}`, { until: "rest" }, end] });
  await visitor.opens("/slow", "commit");
  await visitor.page.locator("template[data-consent]").waitFor({ state: "attached" });
  await visitor.settles();
  site.release("rest");
  await visitor.hasRun("one");
  expect(await visitor.page.locator("#one, #two").count()).toBe(2);
});

test("accepts while the page is still being streamed, and later tags run", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: [external("a"), "<p>text</p>", { until: "rest" }, external("b")] });
  await visitor.opens("/", "commit");
  await visitor.acceptsAll();
  await visitor.hasRun("a");
  site.release("rest");
  await visitor.hasRun("a", "b");
});
