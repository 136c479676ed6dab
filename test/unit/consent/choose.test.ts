// What one choice moves: which switches follow a category's, which do not, and who wins.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choose } from "../../../src/consent/choose";
import { decide, isExempt } from "../../../src/consent/decide";
import { isSeparate } from "../../../src/consent/separate";
import { anyCase, idsOf, keptIds } from "../support/arbitraries";
import { granted, rules } from "../support/config";

/** A visitor, what held before, and one category or service of the site. */
const anyId = anyCase.chain((one) =>
  fc.record({
    rules: fc.constant(one.rules),
    present: fc.constant(decide(one.rules, one.facts).consents),
    draft: fc.constant(one.draft),
    id: fc.constantFrom(...idsOf(one.rules.config)),
  }),
);

describe("A category's switch", () => {
  const NOTHING = { preferences: false, analytics: false, stats: false, heat: false, ga: false };

  test("turned on moves its services but not the separate ones.", () => {
    const choice = { act: "save", draft: { analytics: true }, present: NOTHING } as const;
    expect(granted(choose(choice, rules("cn")))).toEqual(["analytics", "heat", "stats"]);
    expect(granted(choose(choice, rules("eu")))).toEqual(["analytics", "ga", "heat", "stats"]);
  });

  test("turned off moves all of them, the separate ones too.", () => {
    const present = { preferences: true, analytics: true, stats: true, heat: true, ga: true };
    const choice = { act: "save", draft: { analytics: false }, present } as const;
    expect(granted(choose(choice, rules("cn")))).toEqual(["preferences"]);
  });

  test("moves nothing outside the category, whatever the site and the regime.", () => {
    fc.assert(
      fc.property(anyId, fc.boolean(), ({ rules: site, present, id }, isOn) => {
        const after = choose({ act: "save", draft: { [id]: isOn }, present }, site);
        const { services } = site.config;
        for (const name of Object.keys(after)) {
          const service = services.find((one) => one.id === name);
          if (name !== id && service?.category !== id) expect(after[name]).toBe(present[name]);
        }
      }),
    );
  });

  test("moves exactly what it stands for.", () => {
    fc.assert(
      fc.property(anyId, fc.boolean(), ({ rules: site, present, id }, isOn) => {
        const after = choose({ act: "save", draft: { [id]: isOn }, present }, site);
        for (const service of site.config.services.filter(({ category }) => category === id)) {
          if (isExempt(service, site)) continue;
          const isLeft = isOn && isSeparate(service, site.regime);
          expect(after[service.id]).toBe(isLeft ? present[service.id] : isOn);
        }
      }),
    );
  });
});

describe("A service's switch", () => {
  test("named in the same choice wins over its category's.", () => {
    const choice = { act: "save", draft: { stats: false, analytics: true }, present: {} } as const;
    expect(granted(choose(choice, rules("cn")))).toEqual(["analytics", "heat"]);
  });

  test("always wins, on or off, in whatever order they are named.", () => {
    fc.assert(
      fc.property(anyId, fc.boolean(), ({ rules: site, present, draft, id }, isOn) => {
        const service = site.config.services.find((one) => one.id === id);
        fc.pre(!!service && !isExempt(service, site));
        expect(choose({ act: "save", draft: { ...draft, [id]: isOn }, present }, site)[id]).toBe(isOn);
      }),
    );
  });

  test("turned on grants that service and nothing else of its category.", () => {
    const choice = { act: "save", draft: { ga: true }, present: {} } as const;
    expect(granted(choose(choice, rules("cn")))).toEqual(["ga"]);
  });
});

describe("Withdrawing", () => {
  const everything = { preferences: true, analytics: true, stats: true, heat: true, ga: true };

  test("one service touches nothing else.", () => {
    const choice = { act: "withdraw", draft: { stats: false }, present: everything } as const;
    expect(granted(choose(choice, rules("cn")))).toEqual(["analytics", "ga", "heat", "preferences"]);
  });

  test("one category turns off all that belongs to it, and nothing else.", () => {
    const choice = { act: "withdraw", draft: { analytics: false }, present: everything } as const;
    expect(granted(choose(choice, rules("cn")))).toEqual(["preferences"]);
  });

  test("without naming anything turns off everything optional.", () => {
    expect(granted(choose({ act: "withdraw", present: everything }, rules("cn")))).toEqual([]);
  });

  test("never turns anything on, whatever is named.", () => {
    fc.assert(
      fc.property(anyId, ({ rules: site, present, id }) => {
        const after = choose({ act: "withdraw", draft: { [id]: false }, present }, site);
        expect(granted(present)).toEqual(expect.arrayContaining(granted(after)));
      }),
    );
  });

  test("what the site does not know changes nothing.", () => {
    const choice = { act: "withdraw", draft: { nothing: false }, present: everything } as const;
    expect(choose(choice, rules("cn"))).toEqual(everything);
  });
});

describe("Any choice", () => {
  test("answers for every optional thing of the site, and for nothing that needs no consent.", () => {
    fc.assert(
      fc.property(anyCase, ({ rules: site, facts, act, draft }) => {
        const present = decide(site, facts).consents;
        const after = choose({ act, draft: act === "save" ? draft : undefined, present }, site);
        const { services } = site.config;
        const optional = keptIds(site.config).filter((id) => {
          const service = services.find((one) => one.id === id);
          return !service || !isExempt(service, site);
        });
        expect(Object.keys(after).sort()).toEqual(optional.sort());
      }),
    );
  });

  test("leaves what held before as it was for whoever still looks at it.", () => {
    fc.assert(
      fc.property(anyId, ({ rules: site, present, draft }) => {
        const before = JSON.stringify([present, draft]);
        choose({ act: "save", draft, present }, site);
        expect(JSON.stringify([present, draft])).toBe(before);
      }),
    );
  });

  test("made twice in a row is the same as made once.", () => {
    fc.assert(
      fc.property(anyCase, ({ rules: site, facts, act, draft }) => {
        const choice = { act, draft: act === "save" ? draft : undefined };
        const once = choose({ ...choice, present: decide(site, facts).consents }, site);
        expect(choose({ ...choice, present: once }, site)).toEqual(once);
      }),
    );
  });
});
