// The pieces that the description of a config is made of: rules for objects, lists, maps and plain values.
// They say what is wrong and what to write; what belongs where is said by check-fields.ts.
import { nearest, quoted } from "./check-nearest";
import type { Spot } from "./check-spot";
import type { Facts } from "./check-types";

export type Bag = { readonly [key: string]: unknown };

/** An example of a right value, as JSON. */
type Sample = string | ((facts: Facts) => string);

export interface Rule {
  readonly sample: Sample;
  readonly required?: true;
  check(value: unknown, spot: Spot): void;
}

/** Looks at a value of the right type. */
export type Test<T = string> = (value: T, spot: Spot) => void;

export const must = (rule: Rule): Rule => ({ ...rule, required: true });

export const sampleOf = ({ sample }: Rule, { facts }: Spot): string =>
  typeof sample === "string" ? sample : sample(facts);

export const isBag = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === "string";
const isFlag = (value: unknown): value is boolean => typeof value === "boolean";
const isNumber = (value: unknown): value is number => typeof value === "number";

/** A value as a reader would name it. */
export function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return (
    { string: "a text", number: "a number", boolean: "true or false", object: "an object" }[typeof value as string] ??
    "nothing"
  );
}

export const wrongType = (needed: string, value: unknown): string => `Must be ${needed}, not ${nameOf(value)}.`;

function typed<T>(
  needed: string,
  is: (value: unknown) => value is T,
  rest: { sample: Sample; test?: Test<T> | undefined },
): Rule {
  const rule: Rule = {
    sample: rest.sample,
    check(value, spot) {
      if (is(value)) rest.test?.(value, spot);
      else spot.error(wrongType(needed, value), `Write ${sampleOf(rule, spot)}.`);
    },
  };
  return rule;
}

export const flag: Rule = typed("true or false", isFlag, { sample: "true" });

export const string = (sample: string, test?: Test): Rule =>
  typed("a text", isText, {
    sample,
    test(value, spot) {
      if (!value.trim()) spot.error("The text is empty.", `Write ${sample}, or leave the key out.`);
      else test?.(value, spot);
    },
  });

/** A whole number between two limits. */
export const number = (sample: number, [least, most]: readonly [number, number], why?: string): Rule =>
  typed("a number", isNumber, {
    sample: `${sample}`,
    test(value, spot) {
      if (Number.isInteger(value) && value >= least && value <= most) return;
      const limits = most < Number.MAX_SAFE_INTEGER ? `from ${least} to ${most}` : `from ${least} up`;
      const reason = why ? ` ${why}` : "";
      spot.error(
        `${value} is not a whole number ${limits}.${reason}`,
        `Write a whole number ${limits}, such as ${sample}.`,
      );
    },
  });

/** Anything that JSON can hold; a config in code can hold more. */
export const json: Rule = {
  sample: "[]",
  check(value, spot) {
    const seen = new Set<unknown>();
    const open = [value];
    while (open.length) {
      const next = open.pop();
      if (typeof next === "object" && next !== null) {
        if (!seen.has(next)) open.push(...Object.values(next));
        seen.add(next);
      } else if (next !== null && !["string", "boolean", "number"].includes(typeof next)) {
        spot.error(`JSON cannot hold a ${typeof next}.`, "Write plain values only.");
        return;
      }
    }
  },
};

export const oneOf = (values: readonly string[]): Rule =>
  typed("a text", isText, {
    sample: quoted(values.slice(0, 1)),
    test(value, spot) {
      if (values.includes(value)) return;
      const meant = nearest(value, values);
      spot.error(
        `${quoted([value])} is no valid value here.`,
        `Write ${meant ? `${quoted([meant])}; valid are` : "one of"} ${quoted(values)}.`,
      );
    },
  });

export const list = (item: Rule, test?: Test<readonly unknown[]>): Rule =>
  typed("a list", Array.isArray as (value: unknown) => value is readonly unknown[], {
    sample: (facts) => `[${typeof item.sample === "string" ? item.sample : item.sample(facts)}]`,
    test(values, spot) {
      values.forEach((value, i) => {
        item.check(value, spot.at(i));
      });
      test?.(values, spot);
    },
  });

/** An object whose keys are free, within a test. */
export const map = (item: Rule, key?: Test): Rule =>
  typed("an object", isBag, {
    sample: "{ … }",
    test(bag, spot) {
      for (const [name, value] of Object.entries(bag)) {
        key?.(name, spot.at(name));
        item.check(value, spot.at(name));
      }
    },
  });

/** An object whose keys are known. `test` sees it as a whole, after its parts. */
export const object = (fields: { readonly [key: string]: Rule }, test?: Test<Bag>): Rule =>
  typed("an object", isBag, {
    sample: "{ … }",
    test(bag, spot) {
      const excused = unknownKeys(bag, fields, spot);
      for (const [key, rule] of Object.entries(fields)) {
        if (Object.hasOwn(bag, key)) rule.check(bag[key], spot.at(key));
        else if (rule.required && !excused.has(key)) {
          spot.at(key).error(`"${key}" is missing.`, `Write "${key}": ${sampleOf(rule, spot)}.`);
        }
      }
      test?.(bag, spot);
    },
  });

/** Tells of keys that mean nothing here. Returns those they were probably meant to be: not to be missed twice. */
function unknownKeys(bag: Bag, fields: Bag, spot: Spot): Set<string> {
  const known = Object.keys(fields);
  const excused = new Set<string>();
  for (const key of Object.keys(bag)) {
    if (Object.hasOwn(fields, key)) continue;
    const meant = nearest(
      key,
      known.filter((name) => !Object.hasOwn(bag, name) && !excused.has(name)),
    );
    if (meant) excused.add(meant);
    spot
      .at(key)
      .error(
        `Unknown key ${quoted([key])}.`,
        meant ? `Write "${meant}" instead.` : `Remove it. Keys known here: ${quoted(known)}.`,
      );
  }
  return excused;
}
