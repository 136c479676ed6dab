// How long an answer stands: after a yes and after a no, under a regime, for a revision, and before that one applies.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide, type Rules } from "../../../src/consent/decide";
import { isValid, lifetime } from "../../../src/consent/validity";
import type { ConfigFile, ConsentRecord } from "../../../src/types";
import { anyCase } from "../support/arbitraries";
import { DAY, NOON, rules as rulesOf } from "../support/config";

const YES: ConsentRecord = { revision: 1, time: NOON, gpc: false, consents: { analytics: true, stats: false } };
const NO: ConsentRecord = { ...YES, consents: { analytics: false, stats: false } };

const isAsked = (record: ConsentRecord, rules: Rules, days: number): boolean =>
  !decide(rules, { record, gpc: false, now: NOON + days * DAY }).decided;

/** The owner's own days, for a yes and for a no. */
const days = (yes: number, no: number): Partial<ConfigFile> => ({ cookie: { days: yes, refusalDays: no } });

describe("Without further wishes", () => {
  test.each([
    ["yes", YES],
    ["no", NO],
  ] as const)("a %s stands for 180 days to the second, and no longer.", (_, record) => {
    const rules = rulesOf("cn");
    expect(isValid(record, rules, NOON)).toBe(true);
    expect(isValid(record, rules, NOON + 180 * DAY - 1)).toBe(true);
    expect(isValid(record, rules, NOON + 180 * DAY)).toBe(false);
  });

  test.each(["us", "us-ca"] as const)("a no is respected for a year under %s.", (id) => {
    expect(isAsked(NO, rulesOf(id), 364)).toBe(false);
    expect(isAsked(NO, rulesOf(id), 365)).toBe(true);
  });
});

describe("The owner's days and the regime's", () => {
  test("a yes stands for the shorter of both.", () => {
    expect(lifetime(YES, rulesOf("cn", days(30, 180)))).toBe(30);
    expect(lifetime(YES, rulesOf("cn", days(365, 365)))).toBe(180);
    expect(lifetime(YES, rulesOf("us", days(400, 400)))).toBe(365);
  });

  test("a no stands for the longer of both.", () => {
    expect(lifetime(NO, rulesOf("cn", days(30, 30)))).toBe(180);
    expect(lifetime(NO, rulesOf("cn", days(30, 400)))).toBe(400);
    expect(lifetime(NO, rulesOf("us-ca", days(30, 30)))).toBe(365);
  });

  test("one yes among many noes makes it a yes.", () => {
    const site = rulesOf("cn", days(30, 180));
    expect(isAsked(YES, site, 31)).toBe(true);
    expect(isAsked(NO, site, 31)).toBe(false);
  });

  test("a no is never asked again sooner than a yes would be, whatever the owner writes.", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (yes, no) => {
        for (const id of ["cn", "eu", "us-ca"] as const) {
          const site = rulesOf(id, days(yes, no));
          expect(lifetime(NO, site)).toBeGreaterThanOrEqual(lifetime(YES, site));
        }
      }),
    );
  });
});

describe("A visitor is asked again", () => {
  test("when the revision has been raised.", () => {
    expect(isAsked(YES, rulesOf("cn", { revision: 2 }), 1)).toBe(true);
  });

  test("when the site went back to an older revision.", () => {
    expect(isAsked({ ...YES, revision: 3 }, rulesOf("cn", { revision: 2 }), 1)).toBe(true);
  });

  test("when the answer is more than a day ahead of the clock, which was set back since.", () => {
    expect(isAsked({ ...YES, time: NOON + 2 * DAY }, rulesOf("cn"), 0)).toBe(true);
  });

  test("when the answer's time cannot be read.", () => {
    expect(isAsked({ ...YES, time: Number.NaN }, rulesOf("cn"), 0)).toBe(true);
  });

  test("whatever the record says, if it is for another revision, too old or from the future.", () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom("revision", "old", "future"), ({ rules, facts }, why) => {
        fc.pre(facts.record !== null);
        const record = facts.record as ConsentRecord;
        const wrong = {
          revision: { ...record, revision: rules.config.revision + 1 },
          old: { ...record, time: NOON - lifetime(record, rules) * DAY },
          future: { ...record, time: NOON + 1.001 * DAY },
        }[why];
        const decision = decide(rules, { ...facts, record: wrong });
        expect(decision.decided).toBe(false);
        expect(decision).toEqual(decide(rules, { ...facts, record: null }));
      }),
    );
  });
});

test("A clock that is a few hours behind since the answer makes nobody answer again.", () => {
  expect(isAsked({ ...YES, time: NOON + DAY / 2 }, rulesOf("cn"), 0)).toBe(false);
});
