// The consent cookie's value: what goes in comes out, it stays small, and nothing else is ever taken for a yes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { budgets } from "../../../package.json";
import { parse } from "../../../src/config/parse";
import { decode, encode } from "../../../src/record/codec";
import type { Config, ConsentRecord } from "../../../src/types";
import { anyConfig, consentsFor, keptIds, recordFor } from "../support/arbitraries";
import { config as small } from "../support/config";

/** A config, and a record that answers it. */
const answered = (most: number): fc.Arbitrary<[Config, ConsentRecord]> =>
  anyConfig(most).chain((config) => fc.tuple(fc.constant(config), recordFor(config)));

const grantedIn = (record: ConsentRecord | null): string[] =>
  Object.entries(record?.consents ?? {}).flatMap(([id, isGranted]) => (isGranted ? [id] : []));

/** The ids that a record grants and the other one does not. */
const gained = (record: ConsentRecord | null, before: ConsentRecord): string[] =>
  grantedIn(record).filter((id) => !before.consents[id]);

describe("A record", () => {
  test("comes back as it was kept, whatever the site asks for and the visitor answers.", () => {
    fc.assert(
      fc.property(answered(400), ([config, record]) => {
        expect(decode(encode(record, config), config)).toEqual(record);
      }),
      { numRuns: 60 },
    );
  });

  test("takes at most its budget of a request, name included, with up to 400 ids until the year 2100.", () => {
    const ids = Array.from({ length: 400 }, (_, i) => ({ id: `service-${i}`, category: "a" }));
    const config = parse({ revision: 999_999_999, categories: [{ id: "a" }], services: ids.slice(1) });
    fc.assert(
      fc.property(recordFor(config), (record) => {
        expect(`assent=${encode(record, config)}`.length).toBeLessThanOrEqual(budgets.cookie);
      }),
    );
    fc.assert(
      fc.property(answered(400), ([other, record]) => {
        expect(`assent=${encode(record, other)}`.length).toBeLessThanOrEqual(budgets.cookie);
      }),
      { numRuns: 60 },
    );
  });

  test("holds only characters that a cookie takes unescaped, and names nobody.", () => {
    fc.assert(
      fc.property(answered(40), ([config, record]) => {
        expect(encode(record, config)).toMatch(/^1\.\d+g?\.[0-9a-z]+\.\d+\.[0-9a-v]*\.[0-9a-z]+$/);
      }),
    );
  });

  test("is the same text for the same answer, so that it says nothing else of the visitor.", () => {
    const record = { revision: 1, time: 1_700_000_000, gpc: false, consents: { analytics: true, ga: false } };
    expect(encode(record, small())).toBe(encode({ ...record, consents: { ga: false, analytics: true } }, small()));
  });
});

describe("A damaged value never throws and never grants more than the whole one", () => {
  const damaged = (damage: (value: string, at: number, letter: string) => string): void => {
    fc.assert(
      fc.property(answered(30), fc.nat(), fc.stringMatching(/^[-.0-9a-z]$/), ([config, record], place, letter) => {
        const value = encode(record, config);
        const other = damage(value, place % value.length, letter);
        expect(gained(decode(other, config), record), `${value} damaged to ${other}`).toEqual([]);
      }),
      { numRuns: 2000, seed: 7 },
    );
  };

  test("when it is cut off.", () => damaged((value, at) => value.slice(0, at)));
  test("when its beginning is lost.", () => damaged((value, at) => value.slice(at + 1)));
  test("when a character is lost.", () => damaged((value, at) => value.slice(0, at) + value.slice(at + 1)));
  test("when a character is added.", () =>
    damaged((value, at, letter) => value.slice(0, at) + letter + value.slice(at)));
  test("when a character is another one.", () =>
    damaged((value, at, letter) => value.slice(0, at) + letter + value.slice(at + 1)));
  test("when two characters have changed places.", () =>
    damaged(
      (value, at) =>
        value.slice(0, at) +
        value
          .slice(at, at + 2)
          .split("")
          .reverse()
          .join("") +
        value.slice(at + 2),
    ));
});

describe("A foreign value", () => {
  const shaped = fc.stringMatching(/^1\.\d{1,3}g?\.[0-9a-z]{6}\.\d{1,3}\.[0-9a-v]{0,20}\.[0-9a-z]{5,7}$/);

  test("is no record, whatever it is.", () => {
    fc.assert(
      fc.property(anyConfig(), fc.oneof(fc.string({ unit: "binary" }), fc.string(), shaped), (config, value) => {
        expect(grantedIn(decode(value, config))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(["", "1", "true", "1.1.tq8s3k", "[object Object]", "null", "1....", "1.1.a.0..", "%31.1.a.0..0"])(
    "is no record: %j",
    (value) => {
      expect(decode(value, small())).toBeNull();
    },
  );

  test("of another site is no record, although both ask for as many things.", () => {
    const theirs = small({ services: [{ id: "other", category: "analytics" }] });
    const ours = small({ services: [{ id: "stats", category: "analytics" }] });
    const record = { revision: 1, time: 1_700_000_000, gpc: false, consents: { analytics: true, other: true } };
    expect(decode(encode(record, theirs), ours)).toBeNull();
  });

  test("of a site with one service under another name is no record, however alike the names.", () => {
    const letters = "abcdefghijklmnopqrstuvwxyz0123456789-_ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
    const ids = letters.flatMap((a) => letters.map((b) => a + b));
    const record = { revision: 1, time: 1_700_000_000, gpc: false, consents: {} };
    const seen = new Map<string, string>();
    const alike = ids.flatMap((id) => {
      const value = encode(record, small({ services: [{ id: `stats-${id}`, category: "analytics" }] }));
      const other = seen.get(value);
      seen.set(value, id);
      return other ? [`${other} = ${id}`] : [];
    });
    expect(alike.slice(0, 5)).toEqual([]);
  });

  test("of a later format is no record.", () => {
    const record = { revision: 1, time: 1_700_000_000, gpc: false, consents: { analytics: true } };
    expect(decode(encode(record, small()).replace(/^1/, "2"), small())).toBeNull();
  });
});

describe("When the site's services change", () => {
  const more = (config: Config, ids: readonly string[]): Config => ({
    ...config,
    services: [...config.services, ...ids.map((id) => ({ id, category: config.categories[0]?.id ?? "" }))],
  });

  test("an older answer stands, and does not cover services added at the end.", () => {
    fc.assert(
      fc.property(answered(30), fc.integer({ min: 1, max: 9 }), ([config, record], count) => {
        const added = Array.from({ length: count }, (_, i) => `later.${i}`);
        const read = decode(encode(record, config), more(config, added));
        expect(read).toEqual(record);
        for (const id of added) expect(read?.consents[id]).toBeUndefined();
      }),
    );
  });

  /** Two configs that ask for the same things in another order, or for one less. */
  const changed = answered(30)
    .filter(([{ services }]) => services.length > 1)
    .chain(([config, record]) =>
      fc.tuple(fc.nat({ max: config.services.length - 1 }), fc.boolean()).map(([at, isMoved]) => {
        const rest = config.services.filter((_, i) => i !== at);
        const moved = config.services.filter((_, i) => i === at);
        const services = isMoved ? (at ? [...moved, ...rest] : [...rest, ...moved]) : rest;
        return { config, record, later: { ...config, services } };
      }),
    );

  test("an answer that can no longer be counted out is none, rather than a wrong one.", () => {
    fc.assert(
      fc.property(changed, ({ config, record, later }) => {
        expect(decode(encode(record, config), later)).toBeNull();
      }),
    );
  });

  test("it is still right where the browser kept its copy by id.", () => {
    fc.assert(
      fc.property(changed, ({ config, record, later }) => {
        const value = encode(record, config);
        expect(decode(value, later, { ...record, value })).toMatchObject(record);
      }),
    );
  });

  test("a copy of another choice is not taken for it.", () => {
    fc.assert(
      fc.property(changed, ({ config, record, later }) => {
        const next = encode({ ...record, time: record.time + 1 }, config);
        expect(decode(encode(record, config), later, { ...record, value: next })).toBeNull();
      }),
    );
  });

  test("an added category does not shift one service's answer to another.", () => {
    fc.assert(
      fc.property(answered(20), ([config, record]) => {
        const later = { ...config, categories: [...config.categories, { id: "later.1", required: false }] };
        const read = decode(encode(record, config), later);
        expect(gained(read, record)).toEqual([]);
      }),
    );
  });
});

test("An answer is read by the cookie, not by a copy that says otherwise.", () => {
  fc.assert(
    fc.property(
      answered(12).chain(([config, record]) =>
        fc.tuple(fc.constant(config), fc.constant(record), consentsFor(keptIds(config))),
      ),
      ([config, record, consents]) => {
        const value = encode(record, config);
        expect(decode(value, config, { ...record, consents, value })).toEqual(record);
      },
    ),
  );
});
