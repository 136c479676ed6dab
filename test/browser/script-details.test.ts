// What a released script can tell from a native one: document.write, load events, currentScript, its attributes.
import { createHash } from "node:crypto";
import { config, STATS } from "./support/config";
import { address, external, inline, push } from "./support/markup";
import { expect, test } from "./support/test";

const writes = (html: string) => `document.write(${JSON.stringify(html).replaceAll("</", "<\\/")});`;
const at = (tag: string) =>
  `<section id="slot"><i id="before"></i>${tag}<i id="after"></i></section><p id="page">page</p>`;
const inSlot = () => [...(document.getElementById("slot")?.children ?? [])].map((child) => child.id).filter(Boolean);

test("writes where an inline tag stands and does not wipe the page", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: at(inline("a", { code: writes('<b id="written">w</b>') })) });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.page.locator("#written").waitFor();
  expect(await visitor.page.evaluate(inSlot)).toEqual(["before", "written", "after"]);
  expect(await visitor.page.locator("#page").isVisible()).toBe(true);
});

test("writes where an external tag stands, piece by piece", async ({ site, visitor }) => {
  const code = "document.write('<b id=wr');document.write('itten>w');document.writeln('</b>');";
  site.page("/", { config: config(), body: at(external("a", { query: `code=${encodeURIComponent(code)}` })) });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.page.locator("#written").waitFor();
  expect(await visitor.page.evaluate(inSlot)).toEqual(["before", "written", "after"]);
  expect(await visitor.page.locator("#page").isVisible()).toBe(true);
});

test("runs the scripts that a released tag writes, before the next tag", async ({ site, visitor }) => {
  const nested = `<script>${push("nested inline")}</script><script src="${address("nested external", { query: "delay=100" })}"></script>`;
  site.page("/", { config: config(), body: inline("writer", { code: writes(nested) }) + inline("next") });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("writer", "nested inline", "nested external", "next");
});

test("gives document.write back to the page afterwards", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: inline("a", { code: writes("<b id=w>w</b>") }) });
  await visitor.opens();
  const native = await visitor.page.evaluate(() => String(document.write));
  await visitor.acceptsAll();
  await visitor.page.locator("#w").waitFor();
  await visitor.settles();
  expect(await visitor.page.evaluate(() => String(document.write))).toBe(native);
});

test("sends load and error to listeners put on the marked tag", async ({ site, visitor }) => {
  const body = external("a", { with: `id="good"` }) + external("x", { query: "status=404", with: `id="bad"` });
  site.page("/", { config: config(), body });
  await visitor.opens();
  await visitor.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const id of ["good", "bad"]) {
      for (const type of ["load", "error"]) {
        document.getElementById(id)?.addEventListener(type, () => heard.push(`${id} ${type}`));
      }
    }
  });
  await visitor.acceptsAll();
  await visitor.hasRun("a");
  await expect.poll(() => visitor.global("heard")).toEqual(["good load", "bad error"]);
});

test("sends load and error to onload and onerror attributes", async ({ site, visitor }) => {
  const heard = (what: string) =>
    `onload="log.push('${what} load')" onerror="(window.log=window.log||[]).push('${what} error')"`;
  const body = external("a", { with: heard("a") }) + external("x", { query: "status=404", with: heard("x") });
  site.page("/", { config: config(), body });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("a", "a load", "x error");
});

test("has the right currentScript, with its data and its address", async ({ site, visitor }) => {
  const code =
    "window.log.push(document.currentScript.dataset.site, document.currentScript.getAttribute('src') || 'inline');";
  const query = `code=${encodeURIComponent(code)}`;
  const body = external("a", { with: `data-site="41"`, query }) + inline("b", { with: `data-site="42"`, code });
  site.page("/", { config: config(), body });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("a", "41", address("a", { query }), "b", "42", "inline");
});

test("stands where the marked tag stood", async ({ site, visitor }) => {
  const code =
    "window.place = [document.currentScript.parentNode.id, document.currentScript.previousElementSibling.id];";
  site.page("/", { config: config(), body: at(inline("a", { code })) });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("a");
  expect(await visitor.global("place")).toEqual(["slot", "before"]);
});

test("checks integrity: the right hash runs, the wrong one does not", async ({ site, visitor }) => {
  const source = push("right");
  const hash = createHash("sha384").update(source).digest("base64");
  const headers = { "Access-Control-Allow-Origin": "*" };
  site.on(`http://${STATS}/fixed.js`, { type: "text/javascript", body: source, headers });
  const tag = (integrity: string) =>
    external("fixed", { file: "fixed.js", with: `crossorigin="anonymous" integrity="sha384-${integrity}"` });
  site.page("/", { config: config(), body: tag("A".repeat(64)) + tag(hash) + inline("last") });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("right", "last");
  expect(visitor.requestsTo(STATS, "fixed").length).toBeGreaterThan(0);
});

test("keeps crossorigin and referrerpolicy", async ({ site, visitor }) => {
  const body =
    external("plain") +
    external("quiet", { with: `referrerpolicy="no-referrer"` }) +
    external("cors", { with: "crossorigin" });
  site.page("/", { config: config(), body });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("plain", "quiet", "cors");
  const headers = (run: string) => site.hits.find((hit) => hit.path.includes(`name=${run}`))?.headers;
  expect(headers("plain")?.referer).toBe("http://site.example/");
  expect(headers("quiet")?.referer).toBeUndefined();
  expect(headers("plain")?.origin).toBeUndefined();
  expect(headers("cors")?.origin).toBe("http://site.example");
});
