// @vitest-environment jsdom
// What Google's tags are told, to the letter: they read `arguments` objects in their order, and nothing else.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { googleConsent, googleDefault, googleUpdate } from "../../../src/signals/google";
import { hearsGpc } from "../../../src/signals/gpc";
import { sendUpdate } from "../../../src/signals/signals";
import type { Signals } from "../../../src/types";
import { config } from "../support/config";

const TYPES = [
  "ad_storage",
  "ad_user_data",
  "ad_personalization",
  "analytics_storage",
  "functionality_storage",
  "personalization_storage",
  "security_storage",
];
const page = window as unknown as { dataLayer?: unknown[] | undefined };

/** What has been pushed; commands as lists. */
const pushed = (): unknown[] =>
  (page.dataLayer ?? []).map((item) => (isArguments(item) ? Array.from(item as ArrayLike<unknown>) : item));
const isArguments = (item: unknown): boolean => Object.prototype.toString.call(item) === "[object Arguments]";

/** Every type denied but these. */
const denied = (...but: string[]): { [type: string]: string } =>
  Object.fromEntries(TYPES.map((type) => [type, [...but, "security_storage"].includes(type) ? "granted" : "denied"]));

beforeEach(() => {
  page.dataLayer = undefined;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("Before anything of Google's can run", () => {
  test("everything but security is denied, and click identifiers are left out.", () => {
    googleDefault({});
    expect(pushed()).toEqual([
      ["consent", "default", { ...denied(), wait_for_update: 500 }],
      ["set", "ads_data_redaction", true],
    ]);
  });

  test("each command is an arguments object, as Google's own snippet makes it.", () => {
    googleDefault({});
    googleUpdate({}, {});
    expect(page.dataLayer?.every(isArguments)).toBe(true);
  });

  test("all seven types are named, in Google's order.", () => {
    googleDefault({});
    const [, , values] = pushed()[0] as [string, string, object];
    expect(Object.keys(values)).toEqual([...TYPES, "wait_for_update"]);
  });

  test("the default applies where the owner says, and everywhere otherwise.", () => {
    googleDefault({ region: ["CN", "US-CA"] });
    expect(pushed()[0]).toEqual(["consent", "default", { ...denied(), wait_for_update: 500, region: ["CN", "US-CA"] }]);
  });

  test("Google's tags wait as long as the owner says, or not at all.", () => {
    googleDefault({ waitForUpdate: 0 });
    expect(pushed()[0]).toEqual(["consent", "default", { ...denied(), wait_for_update: 0 }]);
  });

  test("click identifiers are kept or passed on where the owner says so, under Google's names.", () => {
    googleDefault({ set: { ads_data_redaction: false, url_passthrough: true } });
    expect(pushed().slice(1)).toEqual([
      ["set", "ads_data_redaction", false],
      ["set", "url_passthrough", true],
    ]);
  });

  test("what another script has pushed before stays in its place.", () => {
    const first = { event: "page" };
    page.dataLayer = [first];
    googleDefault({});
    expect(page.dataLayer?.[0]).toBe(first);
    expect(page.dataLayer).toHaveLength(3);
  });
});

describe("After a choice", () => {
  test.each([
    [{ analytics: true }, ["analytics_storage"]],
    [{ preferences: true }, ["functionality_storage", "personalization_storage"]],
    [{ marketing: true }, ["ad_storage", "ad_user_data", "ad_personalization"]],
    [{ analytics: false, preferences: false }, []],
    [{}, []],
  ])("%j grants what belongs to it, and denies the rest.", (consents, types) => {
    googleUpdate({}, consents as { [id: string]: boolean });
    expect(pushed()).toEqual([["consent", "update", denied(...types)]]);
  });

  test("all seven types are named again, so that nothing of an earlier page is left.", () => {
    googleUpdate({}, { analytics: true });
    const [, , values] = pushed()[0] as [string, string, object];
    expect(Object.keys(values)).toEqual(TYPES);
  });

  test("a service can grant a type of its own.", () => {
    const types = { analytics_storage: "ga", security_storage: "necessary" };
    expect(googleConsent({ analytics: true, necessary: true }, types)).toEqual(denied());
    expect(googleConsent({ ga: true }, types)).toEqual({
      ...denied("analytics_storage"),
      security_storage: "denied",
    });
  });

  test("an id that the site does not have grants nothing.", () => {
    expect(googleConsent({}, { ad_storage: "nobody" })).toEqual(denied());
  });
});

describe("The data layer", () => {
  const consents = { necessary: true, analytics: true, stats: false };
  const tell = (signals: Signals): void => sendUpdate(config({ signals }), consents);

  test("hears of each update after Google's command, in one order for all.", () => {
    tell({ google: {} });
    expect(pushed()).toEqual([
      ["consent", "update", denied("analytics_storage")],
      { event: "consent_update", consent: consents },
    ]);
  });

  test("is left alone where the owner wants nothing told.", () => {
    tell({});
    expect(page.dataLayer).toBeUndefined();
  });

  test("hears of it without Google, or Google without it, as the owner says.", () => {
    tell({ dataLayer: true });
    tell({ google: {}, dataLayer: false });
    expect(pushed()).toEqual([
      { event: "consent_update", consent: consents },
      ["consent", "update", denied("analytics_storage")],
    ]);
  });

  test("gets a copy: a tag that changes it changes nothing else.", () => {
    tell({ dataLayer: true });
    const [{ consent }] = page.dataLayer as [{ consent: { [id: string]: boolean } }];
    consent.stats = true;
    expect(consents.stats).toBe(false);
  });

  test("that somebody has broken harms nobody; the error is told afterwards.", () => {
    vi.useFakeTimers();
    page.dataLayer = Object.assign([], {
      push: () => {
        throw new Error("broken");
      },
    });
    expect(() => tell({ google: {} })).not.toThrow();
    expect(() => vi.runAllTimers()).toThrow("broken");
  });
});

test.each([
  [true, true],
  [false, false],
  [undefined, false],
  ["1", false],
  [1, false],
])("A browser whose globalPrivacyControl is %j asks for privacy: %j.", (value, isHeard) => {
  vi.stubGlobal("navigator", { globalPrivacyControl: value });
  expect(hearsGpc()).toBe(isHeard);
});
