// What the gate makes of a config: the least it asks for, the defaults, and what it does with a broken one.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../../src/config/check";
import { parse } from "../../../src/config/parse";
import { choose } from "../../../src/consent/choose";
import { decide } from "../../../src/consent/decide";
import { encode } from "../../../src/record/codec";
import { resolveRegime } from "../../../src/regimes/resolve";
import type { Config } from "../../../src/types";
import full from "../fixtures/full.json";
import { NOON } from "../support/config";
import { OTHERS, slips } from "../support/slips";

const SLIPS = slips(full);
const REMEDY = /^[a-zA-Z]+(\[\d+\])?(\.[a-zA-Z]+)*: write .+\.$/;

/** What `parse` says, or undefined if it takes the config. */
function refusal(raw: unknown): string | undefined {
  try {
    parse(raw);
    return undefined;
  } catch (error) {
    return error instanceof Error && error.name === "Error" ? error.message : `${error} (not told in our words)`;
  }
}

/** What goes wrong when a page goes by this config, or undefined. */
function harm(config: Config): string | undefined {
  try {
    for (const region of ["", "CN", "US-CA"]) {
      const rules = { config, regime: resolveRegime(region, config.regimes) };
      const { consents } = decide(rules, { record: null, gpc: true, now: NOON });
      const record = {
        revision: config.revision,
        time: NOON,
        gpc: false,
        consents: choose({ act: "accept-all", present: consents }, rules),
      };
      decide(rules, { record, gpc: false, now: NOON });
      encode(record, config);
    }
    return undefined;
  } catch (error) {
    return String(error);
  }
}

describe("A config that is silent", () => {
  const config = parse({ categories: [{ id: "necessary" }, { id: "analytics" }] });

  test("makes necessary things required, and nothing else.", () => {
    expect(config.categories).toEqual([
      { id: "necessary", required: true },
      { id: "analytics", required: false },
    ]);
  });

  test("has revision 1, Chinese and English, no services and the built-in regimes.", () => {
    expect(config).toMatchObject({ revision: 1, languages: ["zh-CN", "en"], services: [], regimes: {} });
  });

  test("keeps a yes and a no for 180 days in a cookie named assent, for the whole site.", () => {
    expect(config.cookie).toEqual({ name: "assent", days: 180, refusalDays: 180, path: "/" });
  });

  test("listens to GPC, and pushes on the data layer only where Google's tags are told.", () => {
    expect(config.signals).toMatchObject({ gpc: true, dataLayer: false });
    const { signals } = parse({ categories: [], signals: { google: {} } });
    expect(signals).toMatchObject({ gpc: true, dataLayer: true });
  });

  test("shows the way back, and loads a page again when a tool cannot be stopped.", () => {
    expect(config.ui).toMatchObject({ theme: "auto", revisit: true, reloadOnWithdraw: true });
  });

  test("has its defaults where only a part is said.", () => {
    const { cookie, signals } = parse({ categories: [], cookie: { days: 30 }, signals: { gpc: false } });
    expect(cookie).toEqual({ name: "assent", days: 30, refusalDays: 180, path: "/" });
    expect(signals).toMatchObject({ gpc: false, dataLayer: false });
  });
});

describe("What the owner says", () => {
  test("wins over every default.", () => {
    expect(parse(full)).toMatchObject(full);
    const { signals } = parse({ categories: [], signals: { google: {}, dataLayer: false } });
    expect(signals.dataLayer).toBe(false);
    expect(parse({ categories: [{ id: "necessary", required: false }] }).categories[0]?.required).toBe(false);
  });

  test("is left as it is in the owner's own object.", () => {
    const raw = structuredClone(full);
    parse(raw);
    expect(raw).toEqual(full);
  });

  test("beyond the known keys does no harm.", () => {
    expect(refusal({ ...full, colour: "red" })).toBeUndefined();
  });
});

describe("A config that the gate cannot go by", () => {
  test.each([
    [undefined, "categories: write a list."],
    [null, "categories: write a list."],
    ["{}", "categories: write a list."],
    [{}, "categories: write a list."],
    [{ categories: {} }, "categories: write a list."],
    [{ categories: [], services: "ga" }, "services: write a list."],
    [{ categories: [], languages: "en" }, "languages: write a list."],
    [{ categories: [{ id: "a b" }] }, "categories[0].id: write letters, digits, - or _."],
    [
      { categories: [{ id: "a" }, { id: "b" }], services: [{ id: "s", category: "c" }] },
      "services[0].category: write one of a, b.",
    ],
    [
      {
        categories: [{ id: "a" }],
        services: [
          { id: "s", category: "a" },
          { id: "!t", category: "a" },
        ],
      },
      "services[1].id: write letters, digits, - or _.",
    ],
  ])("is refused with path and remedy: %j.", (raw, message) => {
    expect(refusal(raw)).toBe(message);
  });

  test("is refused in our words wherever the slip is, and never with another error.", () => {
    const said = SLIPS.flatMap(({ where, config }) => {
      const message = refusal(config);
      return message === undefined || REMEDY.test(message) ? [] : [`${where}: ${message}`];
    });
    expect(said).toEqual([]);
  });

  test("is refused in our words whatever JSON stands in its place.", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        expect(refusal(raw) ?? "a: write b.").toMatch(REMEDY);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test.each(["categories", "services"] as const)("is refused in our words when something in %s has no id.", (key) => {
    const said = OTHERS.flatMap((other) => {
      const message = refusal({ categories: [{ id: "a" }], [key]: [other] });
      return message && REMEDY.test(message) ? [] : [`${key}[0] = ${JSON.stringify(other)}: ${message ?? "taken"}`];
    });
    expect(said).toEqual([]);
  });
});

describe("Between the gate and the exhaustive check", () => {
  const isClean = (config: unknown): boolean => !check(config).some(({ severity }) => severity === "error");

  test("what the check finds right the gate takes.", () => {
    const taken = SLIPS.filter(({ config }) => isClean(config));
    expect(taken.length).toBeGreaterThan(50);
    expect(
      taken.flatMap(({ where, config }) => refusal(config) && `${where}: ${refusal(config)}`).filter(Boolean),
    ).toEqual([]);
  });

  test("what the gate takes it can decide by, whatever else is wrong with it.", () => {
    const harmed = SLIPS.flatMap(({ where, config }) => {
      const error = refusal(config) === undefined ? harm(parse(config)) : undefined;
      return error ? [`${where}: ${error}`] : [];
    });
    expect(harmed).toEqual([]);
  });
});
