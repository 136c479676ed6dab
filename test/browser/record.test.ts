// The record: a small cookie, scoped as configured; damaged or foreign values count for nothing.
import type { Service } from "../../src/types";
import { config, STATS } from "./support/config";
import { external, inline } from "./support/markup";
import { expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const BODY = external("stats");

/** The same visit with another value in the cookie. */
async function comesWith(visitor: Visitor, value: string): Promise<void> {
  await visitor.context.clearCookies();
  await visitor.context.addCookies([{ name: "assent", value, url: "http://site.example" }]);
  await visitor.opens();
}

test("keeps the choice in 120 bytes, with 200 services too", async ({ site, visitor }) => {
  const services: Service[] = Array.from({ length: 200 }, (_, i) => ({
    id: `service-with-a-long-name-${i}`,
    category: i % 2 ? "analytics" : "operations",
  }));
  site.page("/", { config: config({ services }) });
  await visitor.opens();
  const last = "service-with-a-long-name-199";
  for (const choice of [{ analytics: true }, { [last]: true }, { [last]: false, "service-with-a-long-name-7": true }]) {
    await visitor.assent((assent, ids) => assent.save(ids), choice as Record<string, boolean>);
    const { name = "", value = "" } = (await visitor.cookie()) ?? {};
    expect(`${name}=${value}`.length).toBeGreaterThan(7);
    expect(`${name}=${value}`.length).toBeLessThanOrEqual(120);
    const before = await visitor.granted();
    await visitor.reloads();
    expect(await visitor.granted()).toEqual(before);
  }
});

test("keeps a different answer for each of 200 services as it was given", async ({ site, visitor }) => {
  const services: Service[] = Array.from({ length: 200 }, (_, i) => ({ id: `s${i}`, category: "analytics" }));
  site.page("/", { config: config({ services }) });
  await visitor.opens();
  const choice = Object.fromEntries(services.map(({ id }, i) => [id, (i * 7919) % 13 < 6]));
  await visitor.assent((assent, ids) => assent.save(ids), choice);
  const { name = "", value = "" } = (await visitor.cookie()) ?? {};
  expect(`${name}=${value}`.length).toBeLessThanOrEqual(120);
  const before = await visitor.granted();
  await visitor.reloads();
  expect(await visitor.granted()).toEqual(before);
  expect(before).toEqual(expect.arrayContaining(services.filter(({ id }) => choice[id]).map(({ id }) => id)));
});

test("takes damaged, foreign and empty values for no choice", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  const foreign = ["", "1", "true", "accepted", "yes.all", "undefined", "%", "%E0%A4%A", "{}", "0.0.0", "-1.-1.-1.-1"];
  foreign.push(
    encodeURIComponent('{"categories":["analytics"],"revision":0}'),
    "CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA",
  );
  foreign.push("A".repeat(2000), "99.1.zzzzzz.ff.ff", encodeURIComponent("中文"), "1~".repeat(40));
  for (const value of foreign) {
    await comesWith(visitor, value);
    expect(await visitor.granted(), value).toEqual(["necessary"]);
    expect((await visitor.state()).decided, value).toBe(false);
  }
  expect(visitor.requestsTo(STATS)).toEqual([]);
  await visitor.acceptsAll();
  await visitor.hasRun("stats");
});

test("takes a truncated, doubled or lengthened record for no choice", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.acceptsAll();
  const { value = "" } = (await visitor.cookie()) ?? {};
  expect(value.length).toBeGreaterThan(4);
  const wrong = [...value].map((_, length) => value.slice(0, length));
  for (const other of [...wrong, value + value, `${value}x`, `${value}.1`, ` ${value}`.trimEnd().slice(2)]) {
    await comesWith(visitor, other);
    expect((await visitor.state()).decided, other).toBe(false);
    expect(await visitor.has("analytics"), other).toBe(false);
  }
  await comesWith(visitor, value);
  await visitor.hasRun("stats");
});

test("never reads a grant out of a refusal with one character changed", async ({ site, visitor }) => {
  site.page("/", { config: config(), body: BODY });
  await visitor.opens();
  await visitor.rejectsAll();
  const { value = "" } = (await visitor.cookie()) ?? {};
  for (let at = 0; at < value.length; at++) {
    for (const character of ["0", "f", "z"]) {
      await comesWith(visitor, value.slice(0, at) + character + value.slice(at + 1));
      expect(await visitor.has("analytics"), `${character} at ${at} of ${value}`).toBe(false);
    }
  }
});

test("is for the host alone and the whole site, SameSite=Lax, unless configured", async ({ site, visitor }) => {
  site.page("/shop/page", { config: config() });
  await visitor.opens("http://www.site.example/shop/page");
  await visitor.acceptsAll();
  expect(await visitor.cookie()).toMatchObject({
    domain: "www.site.example",
    path: "/",
    sameSite: "Lax",
    httpOnly: false,
  });
});

test("takes the name, domain and path from the config", async ({ site, visitor }) => {
  const cookie = { name: "harbour", domain: ".site.example", path: "/shop" };
  site.page("/shop/page", { config: config({ cookie }), body: BODY });
  await visitor.opens("http://www.site.example/shop/page");
  await visitor.acceptsAll();
  expect(await visitor.cookie("harbour")).toMatchObject({ domain: ".site.example", path: "/shop", sameSite: "Lax" });
  expect(await visitor.cookie()).toBeUndefined();
  await visitor.opens("http://portal.site.example/shop/page");
  await visitor.hasRun("stats");
  await visitor.assent((assent) => void assent.reset());
  await expect.poll(() => visitor.cookie("harbour")).toBeUndefined();
});

test("does not cover a service added after the yes, and keeps the old ones", async ({ site, visitor }) => {
  const added = external("added", { consent: "added", host: "added.example" });
  const old = external("stats", { consent: "stats" });
  site.page("/", { config: config(), body: old + added });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("stats");
  const services = [...(config().services ?? []), { id: "added", category: "analytics" }];
  site.page("/", { config: config({ services }), body: old + added });
  await visitor.reloads();
  await visitor.hasRun("stats");
  await visitor.settles();
  expect(await visitor.has("added")).toBe(false);
  expect(visitor.requestsTo("added.example")).toEqual([]);
  await visitor.assent((assent) => assent.acceptAll());
  await visitor.hasRun("stats", "added");
});

test("keeps a refused service refused when services are taken away", async ({ site, visitor }) => {
  const services = ["a", "b", "c"].map((id) => ({ id, category: "analytics" }));
  const body = ["a", "b", "c"].map((id) => inline(id, { consent: id })).join("");
  site.page("/", { config: config({ services }), body });
  await visitor.opens();
  await visitor.assent((assent) => assent.save({ a: false, b: false, c: true }));
  await visitor.hasRun("c");
  site.page("/", { config: config({ services: services.slice(1) }), body });
  await visitor.reloads();
  await visitor.settles();
  expect(await visitor.has("b"), "b was refused").toBe(false);
});

test("holds no identifier: two visitors with one choice differ by time alone", async ({ site, visits }) => {
  site.page("/", { config: config() });
  const time = Date.UTC(2026, 10, 22);
  const values = await Promise.all(
    [1, 2].map(async () => {
      const visitor = await visits();
      await visitor.page.clock.setFixedTime(Math.max(time, Math.floor(Date.now() / 3.6e6) * 3.6e6));
      await visitor.opens();
      await visitor.assent((assent) => assent.acceptAll());
      return (await visitor.cookie())?.value;
    }),
  );
  expect(values[0]).toBe(values[1]);
});
