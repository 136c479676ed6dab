// What holds for a visitor: the promises that no config, record, regime or signal may break.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choose } from "../../../src/consent/choose";
import { type Decision, decide, type Facts, type Rules } from "../../../src/consent/decide";
import { isSeparate } from "../../../src/consent/separate";
import { anyCase, type Case, idsOf } from "../support/arbitraries";
import { DAY, granted, NOON, rules as rulesOf } from "../support/config";

/** What holds after the visitor has made this choice, on top of what held before. */
function outcome({ rules, facts, act, draft }: Case): { decision: Decision; facts: Facts } {
  const { consents: present } = decide(rules, facts);
  const consents = choose({ act, present, ...(["save", "withdraw"].includes(act) && { draft }) }, rules);
  const record = { revision: rules.config.revision, time: facts.now, gpc: facts.gpc, consents };
  const next = { ...facts, record };
  return { decision: decide(rules, next), facts: next };
}

const separateIds = ({ config, regime }: Rules): string[] =>
  config.services.filter((service) => isSeparate(service, regime)).map(({ id }) => id);

/** What needs no consent: required categories, and their services unless these need a separate one. */
const exemptIds = (rules: Rules): string[] => {
  const required = rules.config.categories.filter((one) => one.required).map(({ id }) => id);
  const services = rules.config.services.filter(({ category }) => required.includes(category)).map(({ id }) => id);
  return [...required, ...services.filter((id) => !separateIds(rules).includes(id))].sort();
};

function always(check: (one: Case) => void): void {
  const property = fc.property(anyCase, (one) => {
    check(one);
  });
  fc.assert(property, { numRuns: 400 });
}

describe("Always", () => {
  test("every category and service of the site is told of, and nothing else.", () => {
    always(({ rules, facts }) => {
      expect(Object.keys(decide(rules, facts).consents).sort()).toEqual(idsOf(rules.config).sort());
    });
  });

  test("what is required is granted, before and after every choice.", () => {
    always((one) => {
      const exempt = exemptIds(one.rules);
      expect(granted(decide(one.rules, one.facts).consents)).toEqual(expect.arrayContaining(exempt));
      expect(granted(outcome(one).decision.consents)).toEqual(expect.arrayContaining(exempt));
    });
  });

  test("the answer cannot be changed by whoever reads it.", () => {
    always(({ rules, facts }) => expect(Object.isFrozen(decide(rules, facts).consents)).toBe(true));
  });

  test("the same facts lead to the same answer.", () => {
    always(({ rules, facts }) => expect(decide(rules, facts)).toEqual(decide(rules, facts)));
  });

  test("names that every object has are no consents.", () => {
    const { consents } = decide(rulesOf("us"), { record: null, gpc: false, now: NOON });
    for (const name of ["constructor", "toString", "__proto__"]) expect(consents[name]).toBeUndefined();
  });
});

describe("After a choice", () => {
  test("Accept all never turns on what needs a separate consent.", () => {
    always((one) => {
      const before = decide(one.rules, one.facts).consents;
      const { consents } = outcome({ ...one, act: "accept-all" }).decision;
      for (const id of separateIds(one.rules)) expect(consents[id]).toBe(before[id]);
    });
  });

  test("Accept all grants everything else.", () => {
    always((one) => {
      const { consents } = outcome({ ...one, act: "accept-all" }).decision;
      const separate = separateIds(one.rules);
      for (const id of idsOf(one.rules.config)) if (!separate.includes(id)) expect(consents[id]).toBe(true);
    });
  });

  test("Reject all leaves only what needs no consent, under every regime.", () => {
    always((one) => {
      const { consents } = outcome({ ...one, act: "reject-all" }).decision;
      expect(granted(consents)).toEqual(exemptIds(one.rules));
    });
  });

  test("the visitor is not asked again, whatever it was.", () => {
    always((one) => expect(outcome(one).decision).toMatchObject({ decided: true, basis: "choice" }));
  });

  test("saving nothing decides, and leaves everything as it is.", () => {
    always((one) => {
      const { decision } = outcome({ ...one, act: "save", draft: {} });
      expect(decision.decided).toBe(true);
      expect(decision.consents).toEqual(decide(one.rules, one.facts).consents);
    });
  });

  test("making it once more changes nothing.", () => {
    always((one) => {
      const once = outcome(one);
      expect(outcome({ ...one, facts: once.facts }).decision).toEqual(once.decision);
    });
  });
});

describe("Global Privacy Control", () => {
  test("never turns anything on.", () => {
    always(({ rules, facts }) => {
      const without = granted(decide(rules, { ...facts, gpc: false }).consents);
      expect(without).toEqual(expect.arrayContaining(granted(decide(rules, { ...facts, gpc: true }).consents)));
    });
  });

  test("turns off an older yes, given when it was not heard.", () => {
    always(({ rules, facts }) => {
      const record = facts.record && { ...facts.record, gpc: false };
      const { consents, basis } = decide(rules, { ...facts, record, gpc: true });
      expect(granted(consents)).toEqual(exemptIds(rules));
      expect(basis).toBe("gpc");
    });
  });

  test("yields to a choice made while it was heard.", () => {
    always((one) => {
      const facts = { ...one.facts, gpc: true };
      const withSignal = outcome({ ...one, facts, act: "accept-all" });
      expect(withSignal.decision.basis).toBe("choice");
      expect(withSignal.decision).toEqual(decide(one.rules, { ...withSignal.facts, gpc: false }));
    });
  });

  test("is not an answer: the visitor is still asked.", () => {
    const facts = { record: null, gpc: true, now: NOON };
    expect(decide(rulesOf("us-ca"), facts)).toMatchObject({ decided: false, basis: "gpc" });
  });
});

describe("Before a choice", () => {
  const unasked: Facts = { record: null, gpc: false, now: NOON };

  test.each(["cn", "eu", "uk", "br", "in", "qc", "strictest"] as const)(
    "nothing optional is granted under %s.",
    (id) => {
      expect(granted(decide(rulesOf(id), unasked).consents)).toEqual(["necessary", "session"]);
    },
  );

  test.each(["us", "us-ca"] as const)("everything is granted under %s, which asks for nothing beforehand.", (id) => {
    const everything = ["analytics", "ga", "heat", "necessary", "preferences", "session", "stats"];
    const decision = decide(rulesOf(id), unasked);
    expect(granted(decision.consents)).toEqual(everything);
    expect(decision).toMatchObject({ decided: false, basis: "regime" });
  });

  test("what needs a separate consent waits for it even where everything else does not.", () => {
    always(({ rules, facts }) => {
      const strict = { ...rules, regime: { ...rules.regime, model: "opt-out" as const } };
      const { consents } = decide(strict, { ...facts, record: null });
      for (const id of separateIds(rules)) expect(consents[id]).toBe(false);
    });
  });

  test("a service of a required category waits too, if it needs a separate consent.", () => {
    const services = [{ id: "risk", category: "necessary", provides: "To a bureau" }];
    expect(granted(decide(rulesOf("cn", { services }), unasked).consents)).toEqual(["necessary"]);
    expect(granted(decide(rulesOf("eu", { services }), unasked).consents)).toEqual(["necessary", "risk"]);
  });
});

test("A yes to a category does not cover a service that the record does not know.", () => {
  const record = { revision: 1, time: NOON - DAY, gpc: false, consents: { analytics: true, stats: true } };
  const { consents, decided } = decide(rulesOf("cn"), { record, gpc: false, now: NOON });
  expect(decided).toBe(true);
  expect(granted(consents)).toEqual(["analytics", "necessary", "session", "stats"]);
});

test("A yes is the word true and nothing like it.", () => {
  const consents = { analytics: 1, stats: "yes" } as unknown as { [id: string]: boolean };
  const record = { revision: 1, time: NOON - DAY, gpc: false, consents };
  expect(granted(decide(rulesOf("cn"), { record, gpc: false, now: NOON }).consents)).toEqual(["necessary", "session"]);
});
