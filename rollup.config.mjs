// Builds every file of `dist/`, one entry in `src/entry/` each, minified.
// Sizes are budgets (see package.json), so nothing is added to the browser files here but a version number.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import json from "@rollup/plugin-json";
import resolve from "@rollup/plugin-node-resolve";
import typescript from "@rollup/plugin-typescript";
import swc from "@swc/core";
import { transform } from "lightningcss";
import { dts } from "rollup-plugin-dts";
import { minify } from "terser";
import { split } from "./src/locale/split.mjs";
import { schema } from "./src/schema.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** A style sheet imported as a minified string: it goes into a constructable style sheet, never into a `<style>`. */
const css = {
  name: "css",
  transform(code, id) {
    if (!id.endsWith(".css")) return null;
    const { code: small } = transform({ filename: id, code: Buffer.from(code), minify: true });
    return { code: `export const css = ${JSON.stringify(small.toString())}`, map: null };
  },
};

/** Drops from a data file what only people and tools read: sources, dates, notes. */
const slim = {
  name: "slim",
  transform(code, id) {
    if (!id.endsWith("regimes.json")) return null;
    const keep = (key, value) => (["source", "asOf", "note", "shows", "$comment"].includes(key) ? undefined : value);
    return { code: JSON.stringify(JSON.parse(code, keep)), map: null };
  },
};

const versionNumber = {
  name: "version",
  transform: (code, id) =>
    id.endsWith("/src/version.ts") ? { code: code.replace("0.0.0", version), map: null } : null,
};

/** Two minifiers in turn, twice: each finds what the other leaves, 2 % in all. */
const small = (ecma) => ({
  name: "small",
  async renderChunk(code, _chunk, { format }) {
    const compress = { passes: 3, pure_getters: true, unsafe: true, keep_fargs: false };
    const module = format === "es";
    for (let round = 0; round < 2; round++) {
      const options = { ecma, module, compress: { ...compress, toplevel: true }, mangle: { toplevel: true } };
      ({ code } = await swc.minify(code, options));
      // The other one's `unsafe_arrows` made js-cookie's `get` an arrow although it asks for `arguments`.
      ({ code } = await minify(code, { ecma, module, toplevel: true, compress: { ...compress, unsafe_arrows: true } }));
    }
    return code;
  },
  /** The line end that rollup adds has cost up to 37 bytes, compressed. */
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) if (chunk.type === "chunk") chunk.code = chunk.code.trimEnd();
  },
});

const plugins = (target) => [
  css,
  slim,
  versionNumber,
  json({ preferConst: true }),
  resolve(),
  // Types are checked once, by `npm run lint`, not once for each artefact.
  typescript({ target, noEmit: false, include: ["src/**"], compilerOptions: { removeComments: true, noCheck: true } }),
  small(Number(target.slice(2))),
];

/** @type {(entry: string, file: string, target?: string, format?: "iife" | "es") => import("rollup").RollupOptions} */
const artefact = (entry, file, target = "ES2022", format = "es") => ({
  input: `src/entry/${entry}.ts`,
  output: { file: `dist/${file}`, format, generatedCode: "es2015", inlineDynamicImports: true },
  plugins: plugins(target),
  onwarn(warning) {
    throw new Error(warning.message);
  },
});

/**
 * `locales/<tag>.json` becomes two modules that export `texts`: `dist/locale/<tag>.js` for the first layer, and
 * `dist/locale/<tag>-centre.js` with what only the preference centre says. Which is which: src/locale/split.mjs.
 */
const locales = () => ({
  name: "locales",
  async writeBundle() {
    mkdirSync("dist/locale", { recursive: true });
    for (const file of readdirSync("locales")) {
      const tag = basename(file, ".json");
      const [first, centre] = split(JSON.parse(readFileSync(`locales/${file}`, "utf8")));
      for (const [name, texts] of Object.entries({ [tag]: first, [`${tag}-centre`]: centre })) {
        const { code } = await minify(`export const texts = ${JSON.stringify(texts)}`, { module: true });
        writeFileSync(`dist/locale/${name}.js`, code);
      }
    }
  },
});

/** The licences of what is bundled, as they ask for. */
const notices = () => ({
  name: "notices",
  writeBundle() {
    const texts = ["preact", "js-cookie"].map(
      (name) => `${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, "utf8")}`,
    );
    writeFileSync("dist/NOTICES.txt", texts.join("\n\n"));
  },
});

const gate = artefact("gate", "assent.js", "ES2019", "iife");
gate.plugins.push(locales(), schema(), notices());

export default [
  gate,
  artefact("ui", "assent-ui.js"),
  artefact("centre", "assent-centre.js"),
  artefact("choice", "assent-choice.js"),
  artefact("config", "assent-config.js"),
  artefact("vendors", "assent-vendors.js"),
  artefact("all", "assent-all.js", "ES2019", "iife"),
  artefact("debug", "assent-debug.js"),
  {
    ...artefact("index", "index.mjs"),
    external: [/^\.\/(assent-|locale\/)/],
  },
  { input: "src/entry/index.ts", output: { file: "dist/index.d.mts", format: "es" }, plugins: [dts()] },
];
