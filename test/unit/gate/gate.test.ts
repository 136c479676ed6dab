// @vitest-environment jsdom
// The gate as a whole, where a page is so odd that only a made-up one shows it: it stays open, and harms nobody.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AssentApi } from "../../../src/contract";
import type { ConfigFile } from "../../../src/types";

const page = window as unknown as { assent?: AssentApi; dataLayer?: unknown };

/** Starts the gate with a config that is baked in. */
async function start(changes: Partial<ConfigFile> = {}): Promise<AssentApi> {
  vi.resetModules();
  const { startGate } = await import("../../../src/gate/gate");
  const baked = { categories: [{ id: "necessary" }, { id: "analytics" }], ...changes };
  return startGate({ baked, src: "https://site.example/assent/assent.js", nonce: "" } as Parameters<
    typeof startGate
  >[0]);
}

let told: string[];

beforeEach(() => {
  told = [];
  vi.useFakeTimers();
  vi.stubGlobal(
    "CSSStyleSheet",
    class {
      replaceSync(): void {}
    },
  );
  vi.spyOn(console, "error").mockImplementation((line: string) => told.push(line));
});

afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  page.dataLayer = undefined;
  document.head.replaceChildren();
  document.body.replaceChildren();
});

describe("The gate", () => {
  test("grants what is required, and nothing else before a choice.", async () => {
    const { state, has } = await start();
    expect(state).toMatchObject({ basis: "regime", decided: false, regime: "strictest" });
    expect([has("necessary"), has("analytics"), has("nothing")]).toEqual([true, false, false]);
    expect(told).toEqual([]);
  });

  test("stays closed with a broken config, and names the place.", async () => {
    const { state } = await start({ services: [{ id: "stats", category: "analytic" }] });
    expect(state.basis).toBe("closed");
    expect(told).toEqual([expect.stringContaining("services[0].category: write one of necessary, analytics.")]);
  });

  test("goes by its config although another script has broken the data layer.", async () => {
    page.dataLayer = { not: "a list" };
    const { state } = await start({ signals: { google: {} } });
    expect(state.basis).toBe("regime");
  });
});
