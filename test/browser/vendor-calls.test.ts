// A tool's own consent calls, as data in the config: default before anything, grant before its tag, revoke on withdrawal.
import type { ConsentCalls } from "../../src/types";
import { config } from "./support/config";
import { external, inline } from "./support/markup";
import { expect, test } from "./support/test";

const CALLS: ConsentCalls = {
  default: [
    { stub: "harbour", queue: "q" },
    { call: "harbour", args: ["consent", "denied"] },
  ],
  grant: [{ push: "calls", args: ["grant"] }],
  revoke: [{ push: "calls", args: ["revoke"] }],
  stops: true,
};
const only = (consent: ConsentCalls) => config({ services: [{ id: "stats", category: "analytics", consent }] });
const CODE = "window.atLoader = [typeof window.harbour, window.harbour && [...window.harbour.q[0]]];";

test("makes the tool's stub and tells it the default before the tool's own loader runs", async ({ site, visitor }) => {
  const body = external("stats", { query: `code=${encodeURIComponent(CODE)}` });
  site.page("/", { config: only(CALLS), body });
  await visitor.opens();
  expect(await visitor.global("calls")).toBeUndefined();
  await visitor.acceptsAll();
  await visitor.hasRun("stats");
  expect(await visitor.global("atLoader")).toEqual(["function", ["consent", "denied"]]);
});

test("tells the tool of the yes before its tag runs, and again on the next page", async ({ site, visitor }) => {
  const body = external("stats", { query: `code=${encodeURIComponent("window.atTag = [...window.calls];")}` });
  site.page("/", { config: only(CALLS), body });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("stats");
  expect(await visitor.global("atTag")).toEqual(["grant"]);
  await visitor.reloads();
  await visitor.hasRun("stats");
  expect(await visitor.global("atTag")).toEqual(["grant"]);
});

test("tells the tool of the withdrawal, once", async ({ site, visitor }) => {
  site.page("/", { config: only(CALLS), body: external("stats") });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("stats");
  await visitor.assent((assent) => assent.withdraw());
  await visitor.settles();
  expect(await visitor.global("calls")).toEqual(["grant", "revoke"]);
});

test("goes on when a tool is not there or throws", async ({ site, visitor }) => {
  const steps: ConsentCalls = {
    default: [
      { call: "nowhere.to.be.found", args: [] },
      { call: "explode", args: [] },
    ],
    grant: [
      { call: "explode", args: [] },
      { set: "after.it", value: [1, { deep: true }] },
    ],
  };
  const before = "<script>window.explode = () => { throw new Error('the tool'); };</script>";
  site.page("/", { config: only(steps), before, body: inline("next") });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("next");
  expect(await visitor.global("after")).toEqual({ it: [1, { deep: true }] });
  expect([...visitor.uncaught, ...visitor.errors()].join(), "the tool's own error is not hidden").toContain("the tool");
  visitor.uncaught = [];
});
