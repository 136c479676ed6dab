// Any config, any choice, any record: what the property tests draw from.
import fc from "fast-check";
import { parse } from "../../../src/config/parse";
import type { Facts, Rules } from "../../../src/consent/decide";
import type { Act, Config, ConsentRecord, Consents, Service } from "../../../src/types";
import { ABROAD, DAY, NOON, REGIMES, regime } from "./config";

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/).filter((name) => !(name in {}));

/** What may make a consent separate; most services have nothing of it. */
const separateness: fc.Arbitrary<Partial<Service>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ crossBorder: ABROAD }) },
  { weight: 1, arbitrary: fc.constant({ sensitive: "Health" }) },
  { weight: 1, arbitrary: fc.constant({ provides: "To an insurer" }) },
);

/** A config with so many categories and services at most. */
export function anyConfig(most = 12): fc.Arbitrary<Config> {
  return fc
    .uniqueArray(id, { minLength: 1, maxLength: most, size: "max" })
    .chain((ids) =>
      fc.tuple(
        fc.constant(ids),
        fc.integer({ min: 1, max: Math.min(6, ids.length) }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat({ max: 5 }), separateness), { minLength: ids.length, maxLength: ids.length }),
        fc.integer({ min: 1, max: 999_999_999 }),
      ),
    )
    .map(([ids, split, required, details, revision]) => {
      const categories = ids.slice(0, split).map((name, i) => ({ id: name, required: required[i] === true }));
      const services = ids.slice(split).map((name, i) => {
        const [at, more] = details[i] ?? [0, {}];
        return { id: name, category: ids[at % split] ?? "", ...more };
      });
      return parse({ revision, categories, services });
    });
}

export const idsOf = ({ categories, services }: Config): string[] => [...categories, ...services].map((one) => one.id);

/** The ids that a record keeps: optional categories, then services. */
export const keptIds = ({ categories, services }: Config): string[] => [
  ...categories.filter(({ required }) => !required).map((one) => one.id),
  ...services.map((one) => one.id),
];

/** Yes or no to each of these ids. */
export const consentsFor = (ids: readonly string[]): fc.Arbitrary<Consents> =>
  fc
    .array(fc.boolean(), { minLength: ids.length, maxLength: ids.length })
    .map((bits) => Object.fromEntries(ids.map((name, i) => [name, bits[i] === true])));

/** A record that answers this config. */
export const recordFor = (config: Config, time = fc.integer({ min: 0, max: 4_102_444_800 })) =>
  fc.record({
    revision: fc.constant(config.revision),
    time,
    gpc: fc.boolean(),
    consents: consentsFor(keptIds(config)),
  }) satisfies fc.Arbitrary<ConsentRecord>;

export interface Case {
  rules: Rules;
  facts: Facts;
  /** What a visitor does next, and what to. */
  act: Act;
  draft: Consents;
}

/** A visitor on a site: with a record that may be valid, outdated, foreign or missing, with or without GPC. */
export const anyCase: fc.Arbitrary<Case> = fc
  .tuple(anyConfig(), fc.constantFrom(...REGIMES))
  .chain(([config, regimeId]) => {
    const record = recordFor(config, fc.integer({ min: NOON - 500 * DAY, max: NOON + 3 * DAY }));
    const ids = idsOf(config);
    return fc.record({
      rules: fc.constant({ config, regime: regime(regimeId) }),
      facts: fc.record({ record: fc.option(record, { freq: 4 }), gpc: fc.boolean(), now: fc.constant(NOON) }),
      act: fc.constantFrom<Act>("accept-all", "reject-all", "save", "withdraw", "reset"),
      draft: fc.subarray(ids).chain(consentsFor),
    });
  });
