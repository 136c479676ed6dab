// Which rules a visitor has from where they are: the owner's table, the built-in one, and what nobody knows.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import regimes from "../../../src/regimes/regimes.json";
import { resolveRegime } from "../../../src/regimes/resolve";
import type { RegimeId } from "../../../src/types";
import { REGIMES } from "../support/config";

const EEA = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" ");

const idOf = (region: string, table: { [region: string]: RegimeId } = {}): RegimeId => resolveRegime(region, table).id;

describe("A visitor", () => {
  test.each([
    ["CN", "cn"],
    ["CN-31", "cn"],
    ["GB", "uk"],
    ["UK", "uk"],
    ["CH", "eu"],
    ["FR-75", "eu"],
    ["US", "us"],
    ["US-NY", "us"],
    ["US-CA", "us-ca"],
    ["BR", "br"],
    ["IN", "in"],
    ["IN-MH", "in"],
    ["CA-QC", "qc"],
  ] as const)("in %s has the regime %s.", (region, id) => {
    expect(idOf(region)).toBe(id);
  });

  test.each(EEA)("in %s has the regime of the European Economic Area.", (region) => {
    expect(idOf(region)).toBe("eu");
  });

  test.each(["", "XX", "T1", "ZZ", "CA", "CA-ON", "JP", "HK", "TW", "AU", "ZA", "?", "unknown", "中国"])(
    "in %j, which no regime knows, has the strictest.",
    (region) => {
      expect(idOf(region)).toBe("strictest");
    },
  );

  test("in England has the British regime, like everybody in the country.", () => {
    expect(idOf("GB-ENG")).toBe("uk");
  });

  test("has one of the built-in regimes, whatever the host says of the region.", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom("constructor", "toString", "__proto__", "$comment")),
        (region) => {
          expect(REGIMES).toContain(idOf(region));
        },
      ),
      { seed: 1 },
    );
  });
});

describe("The owner's table", () => {
  test("comes before the built-in one.", () => {
    expect(idOf("DE", { DE: "strictest" })).toBe("strictest");
    expect(idOf("JP", { JP: "us" })).toBe("us");
  });

  test("may name a part of a country, before the country, before every other place.", () => {
    const table = { "US-CA": "us-ca", US: "us", "*": "eu" } as const;
    expect(idOf("US-CA", table)).toBe("us-ca");
    expect(idOf("US-TX", table)).toBe("us");
    expect(idOf("BR", table)).toBe("eu");
    expect(idOf("", table)).toBe("eu");
  });

  test("with another country's entry alone leaves the built-in one as it is.", () => {
    expect(idOf("BR", { CN: "cn" })).toBe("br");
  });

  test("with a regime that does not exist is passed over.", () => {
    expect(idOf("DE", { DE: "gdpr" as RegimeId })).toBe("eu");
    expect(idOf("JP", { "*": "gdpr" as RegimeId })).toBe("strictest");
  });
});

describe("A regime", () => {
  const of = (id: RegimeId) => resolveRegime("", { "*": id });

  test.each(REGIMES)("%s says all that the gate acts on.", (id) => {
    const regime = of(id);
    expect(regime.id).toBe(id);
    expect(["opt-in", "opt-out", "notice"]).toContain(regime.model);
    expect(regime.yes).toBeGreaterThan(0);
    expect(regime.no).toBeGreaterThanOrEqual(regime.yes);
  });

  test.each(REGIMES)("%s is dated and has its sources.", (id) => {
    const { asOf, source } = regimes[id] as { asOf: string; source: string[] };
    expect(Number.isNaN(Date.parse(asOf))).toBe(false);
    expect(source.length).toBeGreaterThan(0);
  });

  test("there is no other.", () => {
    expect(
      Object.keys(regimes)
        .filter((key) => !key.startsWith("$"))
        .sort(),
    ).toEqual([...REGIMES].sort());
  });

  test("of China wants a separate consent for transfers abroad, sensitive data and other handlers.", () => {
    expect([...of("cn").separate].sort()).toEqual(["crossBorder", "provides", "sensitive"]);
    expect(of("eu").separate).toEqual([]);
  });

  test("that is strictest is no laxer than China's and Europe's in anything.", () => {
    const [strictest, ...both] = [of("strictest"), of("cn"), of("eu")];
    expect(strictest?.model).toBe("opt-in");
    for (const one of both) {
      expect(strictest?.separate).toEqual(expect.arrayContaining([...one.separate]));
      expect(strictest?.yes).toBeLessThanOrEqual(one.yes);
      expect(strictest?.no).toBeGreaterThanOrEqual(one.no);
    }
  });
});
