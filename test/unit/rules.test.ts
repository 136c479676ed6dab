// The rules of the house: which part may know of which, what no file may hold, how long one may be, how it opens.
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { filesBelow, type Import, moduleOf, partOf, read, SOURCES, type Source } from "./support/sources";

/** What each part may import besides itself; `entry` may import everything. Types of `types` are for all. */
const MAY_IMPORT: { readonly [part: string]: readonly string[] } = {
  types: [],
  contract: ["types"],
  version: [],
  lib: ["types"],
  locale: ["types"],
  consent: ["types"],
  regimes: ["types"],
  config: ["types", "lib"],
  record: ["types", "lib", "consent"],
  signals: ["types", "lib"],
  choice: ["types", "lib", "consent", "record"],
  ui: ["types", "contract", "locale"],
  gate: ["types", "contract", "version", "lib", "locale", "config", "consent", "regimes", "record", "signals"],
};

const isOurs = (to: string): boolean => SOURCES.some(({ path }) => moduleOf(path) === to);
const inCode = SOURCES.filter(
  ({ path }) => !path.endsWith(".d.ts") && !path.endsWith(".mjs") && !path.endsWith(".mts"),
);
const inBrowser = inCode.filter(({ part }) => !["server", "cli"].includes(part));

/** `gate/page.ts imports ui/mount` for each import of which that may not be. */
const wrong = (sources: readonly Source[], isWrong: (to: Import, source: Source) => boolean): string[] =>
  sources.flatMap((source) =>
    source.imports.filter((one) => isWrong(one, source)).map(({ to }) => `${source.path} imports ${to}`),
  );

describe("Imports point one way", () => {
  test("from the entries to the gate and the interface, and from there down.", () => {
    const sources = SOURCES.filter(({ part }) => part in MAY_IMPORT);
    expect(sources.length).toBeGreaterThan(40);
    const known = (source: Source, { to, isType }: Import): boolean =>
      !isOurs(to) ||
      partOf(to) === source.part ||
      (MAY_IMPORT[source.part] ?? []).includes(partOf(to)) ||
      // What is loaded later the gate knows by its types alone.
      (source.part === "gate" && isType);
    expect(wrong(sources, (one, source) => !known(source, one))).toEqual([]);
  });

  test("and every part has its place in that order.", () => {
    const parts = new Set(inCode.map(({ part }) => part));
    expect(
      [...parts].filter((part) => !(part in MAY_IMPORT) && !["entry", "catalog", "server", "cli"].includes(part)),
    ).toEqual([]);
  });

  test("never in a circle.", () => {
    const next = new Map(
      inCode.map(({ path, imports }) => [moduleOf(path), imports.filter(({ isType }) => !isType).map(({ to }) => to)]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (name: string, way: readonly string[]): void => {
      if (way.includes(name)) circles.push([...way.slice(way.indexOf(name)), name].join(" → "));
      else if (!done.has(name)) {
        for (const to of next.get(name) ?? []) walk(to, [...way, name]);
        done.add(name);
      }
    };
    for (const name of next.keys()) walk(name, []);
    expect(circles).toEqual([]);
  });

  test("and never from the gate to the interface or to what happens at a choice, types excepted.", () => {
    const gate = SOURCES.filter(({ part }) => part === "gate");
    const later = ["ui", "choice", "entry"];
    expect(wrong(gate, ({ to, isType }) => !isType && isOurs(to) && later.includes(partOf(to)))).toEqual([]);
  });

  test("and never from the interface to anything deeper than the contract.", () => {
    const ui = SOURCES.filter(({ part }) => part === "ui");
    const allowed = ["ui", "locale", "contract", "types"];
    expect(wrong(ui, ({ to }) => isOurs(to) && !allowed.includes(partOf(to)))).toEqual([]);
  });
});

describe("Packages", () => {
  const packages = (source: Source): string[] =>
    source.imports.map(({ to }) => to).filter((to) => !isOurs(to) && !/\.(json|css|js)$/.test(to));

  test("in the browser are Preact and js-cookie, and no other.", () => {
    expect([...new Set(inBrowser.flatMap(packages))].sort()).toEqual(["js-cookie", "preact"]);
  });

  test("Preact is known to the interface and its entries alone.", () => {
    const users = inCode.filter((source) => packages(source).includes("preact")).map(({ part }) => part);
    expect([...new Set(users)].filter((part) => !["ui", "entry"].includes(part))).toEqual([]);
  });

  test("js-cookie is known to one file alone.", () => {
    const users = inCode.filter((source) => packages(source).includes("js-cookie")).map(({ path }) => path);
    expect(users).toEqual(["lib/cookies.ts"]);
  });
});

describe("The rules of consent are pure", () => {
  const pure = inCode.filter(
    ({ part, path }) =>
      ["consent", "regimes", "locale"].includes(part) ||
      ["record/codec.ts", "config/parse.ts", "config/expand.ts"].includes(path),
  );
  const IMPURE =
    /^(window|document|navigator|location|history|globalThis|self|localStorage|sessionStorage|indexedDB|caches|performance|crypto|fetch|console|setTimeout|setInterval|queueMicrotask|requestAnimationFrame|process|require)$/;

  test.each(pure.map((source) => [source.path, source] as const))("%s", (_, source) => {
    expect([...source.names].filter((name) => IMPURE.test(name))).toEqual([]);
    expect([...source.members].filter((name) => /^(Date\.now|Math\.random)$/.test(name))).toEqual([]);
    // `Date.parse` of a given text asks no clock.
    expect(source.text).not.toMatch(/new Date\b/);
    expect(source.imports.filter(({ to, isType }) => !isType && /^(lib|gate|signals|choice|ui)\//.test(to))).toEqual(
      [],
    );
  });
});

describe("No file", () => {
  const offenders = (sources: readonly Source[], isOffender: (source: Source) => unknown): string[] =>
    sources.filter(isOffender).map(({ path }) => path);

  test("is longer than 200 lines; types.ts alone, which is the config's reference and holds no code.", () => {
    const long = filesBelow("src")
      .filter((path) => !/\.json$|\.css$/.test(path) && path !== "types.ts")
      .map((path) => [path, read(`src/${path}`).trimEnd().split("\n").length] as const)
      .filter(([, lines]) => lines > 200);
    expect(long).toEqual([]);
    expect(SOURCES.find(({ path }) => path === "types.ts")?.kinds.has(ts.SyntaxKind.FunctionDeclaration)).toBe(false);
  });

  test("begins without saying what it is for.", () => {
    const files = filesBelow("src").filter((path) => !path.endsWith(".json"));
    const silent = files.filter((path) => !read(`src/${path}`).startsWith(path.endsWith(".css") ? "/*" : "//"));
    expect(silent).toEqual([]);
  });

  test("exports by default, or says any.", () => {
    const { ExportAssignment, DefaultKeyword, AnyKeyword } = ts.SyntaxKind;
    expect(offenders(SOURCES, ({ kinds }) => kinds.has(ExportAssignment) || kinds.has(DefaultKeyword))).toEqual([]);
    expect(offenders(SOURCES, ({ kinds }) => kinds.has(AnyKeyword))).toEqual([]);
  });

  test("in the browser makes markup or code of a text.", () => {
    const FORBIDDEN = ["innerHTML", "insertAdjacentHTML", "dangerouslySetInnerHTML", "eval", "setHTMLUnsafe"];
    expect(offenders(inBrowser, ({ names }) => FORBIDDEN.some((name) => names.has(name)))).toEqual([]);
    expect(
      offenders(inBrowser, ({ text }) =>
        /\bnew Function\b|\bouterHTML\s*=[^=]|set(Timeout|Interval)\(\s*["'`]/.test(text),
      ),
    ).toEqual([]);
  });

  test("in the browser sets an inline style or an inline handler.", () => {
    expect(offenders(inBrowser, ({ members }) => [...members].some((name) => /\.style(\.|$)/.test(name)))).toEqual([]);
    expect(offenders(inBrowser, ({ text }) => /setAttribute\(\s*["'`](style|on\w+)["'`]/.test(text))).toEqual([]);
  });
});

test("The lock file names no registry, so that it installs from anybody's.", () => {
  const lock = JSON.parse(read("package-lock.json")) as { packages: { [path: string]: { resolved?: string } } };
  expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved)).toEqual([]);
});
