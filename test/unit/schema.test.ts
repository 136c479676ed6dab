// The JSON Schema made from types.ts: it compiles, takes the full config, refuses what it must, and says nothing that
// the config check does not say too.
import Ajv, { type ErrorObject } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../src/config/check";
import { join } from "../../src/config/check-spot";
import { generateSchema } from "../../src/schema.mjs";
import { changed } from "./config/seeded";
import full from "./fixtures/full.json";

const schema = generateSchema();
const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

test("The schema is draft-07, has an id and a title, and is the same each time it is made.", () => {
  expect(schema).toMatchObject({
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "urn:assent:config:1",
    title: "Assent config",
  });
  expect(JSON.stringify(generateSchema())).toBe(JSON.stringify(schema));
});

test("Every key of the config is described to whoever writes it.", () => {
  for (const [key, value] of Object.entries(schema.properties as object))
    expect(value, key).toHaveProperty("description");
});

test("Defaults are values that an editor can fill in; those explained in words are told in the description.", () => {
  const defaults: [unknown, unknown][] = [];
  walk(schema, (node) => {
    if ("default" in node && "description" in node && "type" in node) defaults.push([node.type, node.default]);
  });
  expect(defaults.length).toBeGreaterThan(15);
  for (const [type, value] of defaults)
    expect(Array.isArray(value) ? "array" : typeof value).toBe(type === "integer" ? "number" : type);
  expect(JSON.stringify(schema)).toContain("Default: the host of the page.");
});

test("The schema accepts the full config, and the smallest one.", () => {
  validate(full);
  expect(validate.errors).toBeNull();
  expect(validate({ $schema: "./assent.schema.json", categories: [{ id: "analytics" }] })).toBe(true);
});

test("The full config uses every key that the schema knows, so that the tests below reach it.", () => {
  const known = new Set<string>();
  walk(schema, ({ type, properties }) => {
    if (type === "object" && properties) for (const key of Object.keys(properties)) known.add(key);
  });
  const used = new Set<string>();
  walk(full, (node) => {
    for (const key of Object.keys(node)) used.add(key);
  });
  expect(known.size).toBeGreaterThan(70);
  expect([...known].filter((key) => !used.has(key))).toEqual([]);
});

test("The check accepts every value of every list of values in the schema.", () => {
  const lists: string[][] = [];
  walk(schema, (node) => {
    if (Array.isArray(node.enum)) lists.push(node.enum);
  });
  expect(lists.length).toBeGreaterThan(7);
  for (const values of lists) {
    // Wherever one of them stands as a value of its own, any other may stand.
    const text = JSON.stringify(full);
    for (const [now, next] of values.flatMap((one) => values.map((other) => [one, other]))) {
      const config: unknown = JSON.parse(text.replace(`:"${now}"`, `:"${next}"`));
      const wrong = check(config).filter(
        ({ message, path }) => /no valid value/.test(message) && !path.endsWith(".kind"),
      );
      expect(wrong).toEqual([]);
    }
  }
});

describe("The schema refuses", () => {
  test.each([
    ["a config without categories", ["categories"], undefined],
    ["an unknown key at the top", ["colour"], "red"],
    ["an unknown key in a category", ["categories", 0, "lable"], "x"],
    ["an unknown key in a service", ["services", 0, "domains"], []],
    ["an unknown key in the controller", ["controller", "nmae"], "x"],
    ["an unknown key in a cookie", ["services", 0, "cookies", 0, "expires"], "x"],
    ["an unknown key in the cookie's options", ["cookie", "sameSite"], "lax"],
    ["an unknown key in the signals", ["signals", "gpp"], true],
    ["an unknown key in the appearance", ["ui", "colour"], "red"],
    ["a revision in quotes", ["revision"], "3"],
    ["a revision of zero", ["revision"], 0],
    ["half a revision", ["revision"], 1.5],
    ["more days than browsers keep a cookie", ["cookie", "days"], 401],
    ["a no that is asked again at once", ["cookie", "refusalDays"], 0],
    ["an answer within no days", ["controller", "responseDays"], 0],
    ["fewer receipts than none", ["records", "keep"], -1],
    ["a wait that is over before it began", ["signals", "google", "waitForUpdate"], -1],
    ["a date in words", ["lastUpdated"], "1 November 2026"],
    ["a date without its zeros", ["effectiveFrom"], "2026-12-1"],
    ["an id with a space", ["services", 1, "id"], "baidu tongji"],
    ["a category's id with a dot", ["categories", 4, "id"], "video.player"],
    ["a controller's id in Chinese", ["controller", "id"], "海港云"],
    ["a vendor in capital letters", ["services", 1, "vendor"], "Baidu"],
    ["a country in full", ["services", 3, "crossBorder", "country"], "United States"],
    ["a config without a single category", ["categories"], []],
    ["a config without a single language", ["languages"], []],
    ["a number as a date", ["lastUpdated"], 20261101],
    ["a single language outside a list", ["languages"], "en"],
    ["an unknown regime", ["regimes", "CN"], "china"],
    ["a category without id", ["categories", 0, "id"], undefined],
    ["a service without category", ["services", 0, "category"], undefined],
    ["a controller without name", ["controller", "name"], undefined],
    ["a transfer abroad without contact", ["services", 3, "crossBorder", "contact"], undefined],
    ["a text that is a number", ["controller", "address"], 1],
    ["a text in one language that is a list", ["controller", "address", "en"], []],
    ["a host outside a list", ["services", 3, "hosts"], "a.example"],
    ["a storage kind that does not exist", ["services", 4, "storage", 0, "kind"], "localStorage"],
    ["a step that does nothing known", ["services", 4, "consent", "grant", 0], { run: "vp" }],
    ["a step with two things to do", ["services", 4, "consent", "grant", 0, "set"], "x"],
    ["a Google type that does not exist", ["signals", "google", "types", "ads"], "ga"],
    ["an unknown layout", ["ui", "layout"], "popup"],
    ["an unknown scope", ["blocking", "scope"], "some"],
    ["a switch in words", ["ui", "reloadOnWithdraw"], "yes"],
  ] as const)("%s.", (_, keys, value) => {
    const config = changed(keys, value);
    expect(validate(config)).toBe(false);
    expect(uncovered(config)).toEqual([]);
  });
});

/** What the check says of shape alone. */
const SHAPE = /Unknown key|^"\w+" is missing\.$|^Must be |no valid value here|^The step /;

/** What may stand where something else belongs. */
const OTHERS = [null, true, 7, "x", [], {}, [1], { x: 1 }, { en: "x", "zh-CN": "x" }];

/** Every single slip there can be: one key gone, misspelled in four ways, or with a value of another type. */
const SLIPS = slips(full);

test("Whatever the schema refuses after one slip, the check refuses at the same place or below.", () => {
  expect(SLIPS.length).toBeGreaterThan(2000);
  for (const change of SLIPS) expect(uncovered(change(full)), JSON.stringify(change(full))).toEqual([]);
});

test("Whatever shape the schema accepts after one slip, the check accepts too.", () => {
  for (const change of SLIPS) {
    const config = change(full);
    if (!validate(config)) continue;
    const shape = check(config).filter(({ severity, message }) => severity === "error" && SHAPE.test(message));
    // Only the check tells cookies from storage keys by the list they stand in.
    expect(shape.filter(({ path }) => !path.endsWith(".kind"))).toEqual([]);
  }
});

test("Several slips at once do not hide one another.", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SLIPS), { minLength: 2, maxLength: 4 }), (several) => {
      const config = several.reduce((before, change) => change(before), full as unknown);
      expect(uncovered(config)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

/** Errors of the schema at whose place, or below it, the check finds nothing. */
function uncovered(config: unknown): string[] {
  if (validate(config)) return [];
  const found = check(config).filter(({ severity }) => severity === "error");
  // Inside alternatives (`anyOf`) each branch complains of the others; the sum of it is told at the value itself.
  const errors = (validate.errors ?? []).filter(({ schemaPath }) => !/\/anyOf\/\d/.test(schemaPath));
  return errors.flatMap((error) => {
    const path = pathOf(error, config);
    const { additionalProperty, missingProperty } = error.params as { [name: string]: string };
    const exact = join(path, additionalProperty ?? missingProperty ?? "");
    const covered = found.some((problem) => {
      if (additionalProperty !== undefined) return problem.path === exact;
      // A key that is missing because it is misspelled is told of once, where it is.
      if (missingProperty) return problem.path === exact || problem.remedy === `Write "${missingProperty}" instead.`;
      return problem.path === path || problem.path.startsWith(`${path}.`) || problem.path.startsWith(`${path}[`);
    });
    return covered ? [] : [`${exact}: ${error.message}`];
  });
}

/** The place that the schema means, as the check writes it. */
function pathOf({ instancePath }: ErrorObject, config: unknown): string {
  let owner = config;
  let path = "";
  for (const part of instancePath.split("/").slice(1)) {
    const key = part.replace(/~1/g, "/").replace(/~0/g, "~");
    path = join(path, Array.isArray(owner) ? Number(key) : key);
    owner = (owner as { [key: string]: unknown })[key];
  }
  return path;
}

type Change = (config: unknown) => unknown;

/** All slips, by the place where they happen. One that finds its place gone changes nothing. */
function slips(value: unknown, keys: readonly string[] = []): Change[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const misspelled = Array.isArray(value) ? [] : [`${key}s`, key.slice(1), key.toUpperCase(), `${key}_`];
    const at =
      (change: (owner: { [key: string]: unknown }) => void): Change =>
      (config) => {
        const copy = structuredClone(config);
        let owner: unknown = copy;
        for (const step of keys) owner = (owner as { [key: string]: unknown } | null | undefined)?.[step];
        if (typeof owner === "object" && owner !== null && Object.hasOwn(owner, key))
          change(owner as { [key: string]: unknown });
        return copy;
      };
    const drop = at((owner) => {
      if (Array.isArray(owner)) owner.splice(Number(key), 1);
      else delete owner[key];
    });
    const rename = (name: string): Change =>
      at((owner) => {
        owner[name] = owner[key];
        if (name !== key) delete owner[key];
      });
    const replace = (other: unknown): Change =>
      at((owner) => {
        owner[key] = other;
      });
    return [drop, ...misspelled.map(rename), ...OTHERS.map(replace), ...slips(inner, [...keys, key])];
  });
}

/** Visits every object and list. */
function walk(value: unknown, visit: (node: { [key: string]: unknown }) => void): void {
  if (typeof value !== "object" || value === null) return;
  visit(value as { [key: string]: unknown });
  for (const inner of Object.values(value)) walk(inner, visit);
}
