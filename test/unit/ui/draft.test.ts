// What a switch moves before anything is saved (design §3.4).
import { describe, expect, it } from "vitest";
import type { Consents } from "../../../src/types";
import { isMixed, move } from "../../../src/ui/centre/draft";
import { config, isSeparate } from "./harness";

const scene = { config, isSeparate };
const nothing: Consents = {
  ...Object.fromEntries([...config.categories, ...config.services].map(({ id }) => [id, false])),
  necessary: true,
  session: true,
};
const analytics = config.categories.find(({ id }) => id === "analytics") as (typeof config.categories)[number];
const ordinary = config.services.filter((service) => service.category === "analytics" && !isSeparate(service));

describe("a visitor who turns a category on", () => {
  it("turns its services on, but never a separate one", () => {
    expect(move(scene, nothing, { id: "analytics", on: true })).toMatchObject({
      analytics: true,
      tongji: true,
      ga: false,
    });
  });

  it("leaves a separate service on that already was", () => {
    const draft = move(scene, nothing, { id: "ga", on: true });
    expect(move(scene, draft, { id: "analytics", on: true })).toMatchObject({ ga: true });
  });

  it("leaves the draft before as it was", () => {
    move(scene, nothing, { id: "analytics", on: true });
    expect(nothing.analytics).toBe(false);
  });
});

describe("a visitor who turns a category off", () => {
  it("turns all its services off, separate ones too", () => {
    const on = move(scene, move(scene, nothing, { id: "analytics", on: true }), { id: "ga", on: true });
    expect(move(scene, on, { id: "analytics", on: false })).toMatchObject({
      analytics: false,
      tongji: false,
      ga: false,
    });
  });
});

describe("a visitor who turns one service on", () => {
  it("gets that service and nothing else", () => {
    expect(move(scene, nothing, { id: "ga", on: true })).toEqual({ ...nothing, ga: true });
  });

  it("sees its category as mixed", () => {
    expect(isMixed(move(scene, nothing, { id: "tongji", on: true }), analytics, ordinary)).toBe(true);
    expect(isMixed(nothing, analytics, ordinary)).toBe(false);
  });
});
