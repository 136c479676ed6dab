// What each file of dist/ is: its kind, what it exports, what it must not hold, and its size against the budget and the
// README.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { type ecmaVersion, parse } from "acorn";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

function read(file: string): string {
  if (!existsSync(`${ROOT}dist/${file}`)) throw new Error(`dist/${file} is missing. Build it first: npm run build`);
  return readFileSync(`${ROOT}dist/${file}`, "utf8");
}

/** Texts of the preference centre come with it, when it is opened. */
const isFirstLayer = (file: string): boolean => !file.endsWith("-centre.js");

const brotli = (file: string): number =>
  brotliCompressSync(read(file), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
  }).length;
const pkg = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as {
  version: string;
  budgets?: Record<string, number>;
};

const LOCALES = readdirSync(`${ROOT}locales`).map((file) => `locale/${file.replace(/json$/, "js")}`);
const CLASSIC = ["assent.js", "assent-all.js"];
/** What each of our own modules gives to who asks for it. */
const GIVES: Record<string, string[]> = {
  "assent-ui.js": ["mount"],
  "assent-centre.js": ["createCentre"],
  "assent-choice.js": ["cleanUp", "keep"],
  "assent-config.js": ["fetchConfig"],
  "assent-vendors.js": ["tellVendors"],
  "assent-debug.js": ["check"],
  "index.mjs": ["start", "version"],
};
const MODULES = [...Object.keys(GIVES), ...LOCALES];
/** Property names and markers that no Preact is without, minified or not. */
const PREACT = [/__source/, /\b_unmount\b/, /dangerouslySetInnerHTML/, /componentDidCatch/, /getDerivedStateFromError/];

function parsed(file: string, sourceType: "script" | "module", version: ecmaVersion = 2022) {
  return parse(read(file), { ecmaVersion: version, sourceType });
}

/** Names that a module exports. */
function exportsOf(file: string): string[] {
  return parsed(file, "module").body.flatMap((node) => {
    if (node.type === "ExportDefaultDeclaration") return ["default"];
    if (node.type !== "ExportNamedDeclaration") return [];
    const { declaration, specifiers } = node;
    const declared =
      declaration?.type === "VariableDeclaration"
        ? declaration.declarations.map(({ id }) => (id.type === "Identifier" ? id.name : "?"))
        : declaration
          ? [declaration.id.name]
          : [];
    const named = specifiers.map(({ exported }) => (exported.type === "Identifier" ? exported.name : "?"));
    return [...declared, ...named];
  });
}

const importsOf = (file: string): string[] =>
  parsed(file, "module").body.flatMap((node) => (node.type === "ImportDeclaration" ? [String(node.source.value)] : []));

describe("the kinds of files", () => {
  test.for(CLASSIC)("%s is a classic script of ES2019", (file) => {
    expect(() => parsed(file, "script", 2019)).not.toThrow();
  });

  test.for(CLASSIC)("%s leaves no name in the page but window.assent", (file) => {
    for (const node of parsed(file, "script").body) {
      expect(["ExpressionStatement", "EmptyStatement"], `${node.type} at the top of ${file}`).toContain(node.type);
    }
  });

  test.for(MODULES)("%s is a module", (file) => {
    expect(() => parsed(file, "module")).not.toThrow();
  });

  test.for([...CLASSIC, ...MODULES])("%s is minified", (file) => {
    const text = read(file).trim();
    expect(text).not.toMatch(/\/\/# sourceMappingURL/);
    expect(text.length / text.split("\n").length, "characters per line").toBeGreaterThan(
      file === "index.mjs" ? 20 : 300,
    );
  });
});

describe("the exports", () => {
  test.for(Object.entries(GIVES))("%s exports %j", ([file, names]) => {
    expect(exportsOf(file)).toEqual(expect.arrayContaining(names));
  });
  test.for(LOCALES)("%s exports texts alone", (file) => expect(exportsOf(file)).toEqual(["texts"]));
  test("the types of index.mjs are there", () => {
    expect(existsSync(`${ROOT}dist/index.d.mts`)).toBe(true);
  });
  test("the schema of the config is JSON Schema", () => {
    const schema = JSON.parse(read("assent.schema.json")) as { $schema?: string };
    expect(schema.$schema).toMatch(/json-schema\.org/);
  });
  test("the two languages have the same keys", async () => {
    const keys = async (tag: string) =>
      Object.keys(((await import(`${ROOT}dist/locale/${tag}.js`)) as { texts: object }).texts).sort();
    expect(await keys("zh-CN")).toEqual(await keys("en"));
  });
});

describe("what a file holds", () => {
  test("the gate holds no Preact, the interface does", () => {
    expect(PREACT.filter((marker) => marker.test(read("assent.js")))).toEqual([]);
    expect(PREACT.some((marker) => marker.test(read("assent-ui.js")))).toBe(true);
  });

  test("the centre takes Preact from the interface and holds none", () => {
    expect(importsOf("assent-centre.js").filter((source) => !source.startsWith("./"))).toEqual([]);
    expect(PREACT.filter((marker) => marker.test(read("assent-centre.js")))).toEqual([]);
  });

  test("the gate imports nothing at its start", () => {
    expect(read("assent.js").match(/\bimport\s*[{*"']/)).toBeNull();
    expect(read("assent-all.js").match(/\bimport\s*\(/)).toBeNull();
  });

  test.for([...CLASSIC, ...MODULES])("%s holds no absolute address but namespaces", (file) => {
    const addresses = read(file).match(/(https?:)?\/\/[a-z0-9-]+(\.[a-z0-9-]+)+[^"'`\s]*/gi) ?? [];
    // Names reserved for examples (RFC 2606) stand in messages.
    const harmless = /^https?:\/\/(www\.w3\.org|[\w.]*\bexample\.com|[\w.]+\.invalid)\//;
    expect(addresses.filter((address) => !harmless.test(address))).toEqual([]);
  });

  test.for(CLASSIC)("%s evaluates no text and writes no markup", (file) => {
    const found = read(file).match(/\beval\(|new Function\(|\.insertAdjacentHTML\(|\.outerHTML\s*=[^=]/);
    expect(found).toBeNull();
  });

  test("the version is the package's", () => {
    expect(read("assent.js").includes(`"${pkg.version}"`)).toBe(true);
  });
});

describe("the budgets, brotli -q 11", () => {
  const sizes: Record<string, () => number> = {
    "assent.js": () => brotli("assent.js"),
    "first-visit": () =>
      brotli("assent.js") + brotli("assent-ui.js") + Math.max(...LOCALES.filter(isFirstLayer).map(brotli)),
    "assent-centre.js": () => brotli("assent-centre.js"),
    "assent-all.js": () => brotli("assent-all.js"),
  };

  test("are in package.json", () =>
    expect(Object.keys(pkg.budgets ?? {})).toEqual(expect.arrayContaining(Object.keys(sizes))));

  test.for(Object.keys(sizes))("%s keeps to its budget", (name) => {
    expect(sizes[name]?.()).toBeLessThanOrEqual(pkg.budgets?.[name] ?? 0);
  });
});

const READMES = ["README.md", "README.zh-CN.md"].filter((file) => existsSync(ROOT + file));
const SIZES = /<!-- sizes -->([\s\S]*?)(\n## |$)/;
/** A row of the table: "| `assent.js` | 5,432 B | …". */
const ROW = /^\|\s*`([^`]+)`\s*\|\s*([\d,]+) B\s*\|/gm;

describe.each(READMES)("the sizes in %s", (readme) => {
  const [, section = ""] = SIZES.exec(readFileSync(ROOT + readme, "utf8")) ?? [];
  const rows = Array.from(section.matchAll(ROW), ([, file = "", bytes = ""]) => [file, bytes] as const);
  const figure = (bytes: number): string => bytes.toLocaleString("en-US");

  test("are those of every file that a page or a bundler loads", () => {
    const files = readdirSync(`${ROOT}dist`, { recursive: true })
      .map((file) => String(file).replaceAll("\\", "/"))
      .filter((file) => /^(assent|index|locale\/).*\.m?js$/.test(file));
    expect(rows.map(([file]) => file).sort()).toEqual(files.sort());
  });

  test("are as measured", () => {
    expect(rows.filter(([file]) => existsSync(`${ROOT}dist/${file}`))).toEqual(
      rows.filter(([file]) => existsSync(`${ROOT}dist/${file}`)).map(([file]) => [file, figure(brotli(file))]),
    );
  });

  test("name every budget", () => {
    const missing = Object.values(pkg.budgets ?? {}).filter((bytes) => !section.includes(`${figure(bytes)} B`));
    expect(missing).toEqual([]);
  });
});

test("both READMEs give the same figures", () => {
  const figures = READMES.map((file) => readFileSync(ROOT + file, "utf8").match(/\d[\d,]* B\b/g));
  for (const other of figures.slice(1)) expect(other).toEqual(figures[0]);
});
