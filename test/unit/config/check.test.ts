// The exhaustive check of a config: every seeded mistake at its place with its remedy, and no other noise.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import texts from "../../../locales/en.json";
import { type CheckOptions, check, type Problem } from "../../../src/config/check";
import { nearest } from "../../../src/config/check-nearest";
import { parse } from "../../../src/config/parse";
import full from "../fixtures/full.json";
import { changed, MISTAKES } from "./seeded";

const OPTIONS: CheckOptions = { texts: Object.keys(texts), regime: "cn" };
const errors = (problems: readonly Problem[]): Problem[] => problems.filter(({ severity }) => severity === "error");

describe("a config without mistakes", () => {
  test("has no problems when it says everything", () => {
    expect(check(full, OPTIONS)).toEqual([]);
  });

  test("has no problems when it says only what it must", () => {
    expect(check({ categories: [{ id: "analytics" }] })).toEqual([]);
    expect(check({ categories: [{ id: "necessary" }, { id: "preferences" }], services: [] })).toEqual([]);
  });

  test("may say a text once for all languages", () => {
    expect(check(changed(["controller", "name"], "Harbour Cloud"), OPTIONS)).toEqual([]);
  });

  test("may speak to a region in its language, and to Chinese readers in their script", () => {
    const name = { "zh-Hans": "视频", "en-GB": "Videos" };
    expect(check(changed(["categories", 4, "name"], name), OPTIONS)).toEqual([]);
    const traditional = { "zh-TW": "影片", en: "Videos" };
    expect(check(changed(["categories", 4, "name"], traditional), OPTIONS).map(({ path }) => path)).toEqual([
      "categories[4].name.zh-CN",
      "categories[4].name.zh-TW",
    ]);
  });

  test("may lead to a mailbox for people's rights", () => {
    expect(check(changed(["controller", "rightsUrl"], "mailto:privacy@example.cn"), OPTIONS)).toEqual([]);
  });
});

describe("the check notices", () => {
  test.each(MISTAKES.map((mistake) => [mistake.notices, mistake] as const))("%s.", (_, mistake) => {
    const { config, path, remedy, severity = "error" } = mistake;
    const problems = check(config, OPTIONS);
    expect(problems).toContainEqual({
      path,
      severity,
      message: expect.stringMatching(/^.+\.$/),
      remedy: typeof remedy === "string" ? remedy : expect.stringMatching(remedy),
    });
    // One slip may show at several places, such as references to an id; but not in half of the file.
    expect(problems.length).toBeLessThanOrEqual(4);
  });

  test("at least forty different mistakes, as seeded here.", () => {
    expect(new Set(MISTAKES.map(({ notices }) => notices)).size).toBe(MISTAKES.length);
    expect(MISTAKES.length).toBeGreaterThanOrEqual(40);
  });
});

describe("a key that is misspelled", () => {
  test.each([
    ["categorys", "categories", ["categories"]],
    ["langauges", "languages", ["languages"]],
    ["revison", "revision", ["revision"]],
    ["Cookie", "cookie", ["cookie"]],
  ] as const)("%s is told to be %s, and is not told to be missing as well", (wrong, right, keys) => {
    const config = changed(keys, undefined) as { [key: string]: unknown };
    config[wrong] = (full as { [key: string]: unknown })[right];
    const about = check(config, OPTIONS).filter(({ path }) => path === wrong || path === right);
    expect(about).toEqual([
      { path: wrong, severity: "error", message: `Unknown key "${wrong}".`, remedy: `Write "${right}" instead.` },
    ]);
  });
});

describe("vendors", () => {
  const vendors = ["baidu-tongji", "azure-application-insights-cn", "google-analytics-4", "google-tag-manager"];

  test("are looked up when the catalogue is known", () => {
    expect(check(full, { ...OPTIONS, vendors: new Set(vendors) })).toEqual([]);
    expect(check(changed(["services", 1, "vendor"], "baidu-tonji"), { ...OPTIONS, vendors })).toMatchObject([
      { path: "services[1].vendor", remedy: 'Write "baidu-tongji".', severity: "error" },
    ]);
  });

  test("are taken on trust when it is not", () => {
    expect(check(changed(["services", 1, "vendor"], "somebody-new"), OPTIONS)).toEqual([]);
  });
});

describe("a regime to be satisfied", () => {
  const small = { categories: [{ id: "analytics" }] };

  test("asks who answers for the data", () => {
    expect(check(small, { regime: "eu" })).toMatchObject([{ path: "controller", severity: "warning" }]);
    expect(check(small, { regime: "us" })).toEqual([]);
  });

  test("asks how to reach them", () => {
    const config = { controller: { name: "Harbour Cloud" }, ...small };
    expect(check(config, { regime: "cn" })).toMatchObject([
      { path: "controller", remedy: expect.stringContaining('"email"') },
    ]);
    expect(check(config)).toEqual([]);
  });
});

test("A config that is no object at all is told so in one sentence.", () => {
  for (const config of [null, undefined, "x", 1, true, [], () => 0]) {
    const problems = check(config);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      path: "",
      severity: "error",
      message: expect.stringContaining("Must be an object, not "),
    });
  }
});

test("Problems come in the order of the file, what is missing where its object begins.", () => {
  const config = {
    ui: { theme: "x" },
    services: [
      { hosts: ["https://a.example"], id: "a b" },
      { id: "b", category: "c", hosts: ["b.example"] },
    ],
    categories: [{ id: "analytics" }],
    revision: 0,
  };
  expect(check(config).map(({ path }) => path)).toEqual([
    "ui.theme",
    "services[0].category",
    "services[0].hosts[0]",
    "services[0].id",
    "services[1].category",
    "revision",
  ]);
});

test("A cookie that would grow beyond its 120 bytes is told of.", () => {
  const categories = Array.from({ length: 8 }, (_, i) => ({ id: `quite-a-long-name-${i}`, name: "x", purpose: "x" }));
  expect(check({ categories })).toMatchObject([
    { path: "categories", severity: "warning", remedy: expect.stringContaining("Shorten") },
  ]);
});

test("A config in code may hold what JSON cannot, even itself, and is still read.", () => {
  const knot: { [key: string]: unknown } = { categories: [{ id: "analytics" }] };
  knot.self = knot;
  const loop: unknown[] = ["x"];
  loop.push(loop);
  knot.services = [
    { id: "s", category: "analytics", hosts: ["a.example"], consent: { grant: [{ set: "a", value: loop }] } },
    { id: "t", category: "analytics", hosts: ["b.example"], consent: { grant: [{ set: "a", value: () => 0 }] } },
  ];
  expect(check(knot).map(({ path }) => path)).toEqual(["self", "services[1].consent.grant[0].value"]);
});

test("The check never throws and always names a remedy, whatever JSON it is given.", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (config) => {
      for (const problem of check(config)) expect(problem.remedy).toMatch(/\.$/);
    }),
    { numRuns: 500 },
  );
});

const anywhere = fc.constantFrom(...leaves(full));

test("The check never throws, whatever stands in one place of a config.", () => {
  fc.assert(
    fc.property(anywhere, fc.oneof(fc.jsonValue(), fc.string({ unit: "binary" })), (keys, value) => {
      for (const { message, remedy } of check(changed(keys, value), OPTIONS)) {
        expect(message).toMatch(/\.$/s);
        expect(remedy).toMatch(/\.$/s);
      }
    }),
    { numRuns: 2000 },
  );
});

test("What the gate cannot use at run time is always an error here.", () => {
  fc.assert(
    fc.property(anywhere, fc.jsonValue(), (keys, value) => {
      const config = changed(keys, value);
      let usable = true;
      try {
        parse(config);
      } catch {
        usable = false;
      }
      if (!usable) expect(errors(check(config, OPTIONS))).not.toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test("The nearest word allows for slips, and for no more.", () => {
  expect(nearest("catgeories", ["categories", "services"])).toBe("categories");
  expect(nearest("Hosts", ["hosts"])).toBe("hosts");
  expect(nearest("zzz", ["hosts", "name"])).toBeUndefined();
  expect(nearest("", ["hosts"])).toBeUndefined();
  expect(nearest("x".repeat(5000), ["hosts"])).toBeUndefined();
});

/** The keys that lead to every value of the config. */
function leaves(value: unknown, keys: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [keys];
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...(keys.length ? [keys] : []), ...inside.flatMap(([key, inner]) => leaves(inner, [...keys, key]))];
}
