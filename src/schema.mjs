// Makes the JSON Schema of the config from the types in types.ts, for editors and the command line.
// Build time only; the comments there are the descriptions, so nothing about the config is said here.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** The schema as an object, draft-07. */
export function generateSchema() {
  const generator = createGenerator({
    path: here("types.ts"),
    tsconfig: here("../tsconfig.json"),
    type: "ConfigFile",
    topRef: false,
    additionalProperties: false,
    // tsc does that, in the version that the project uses.
    skipTypeCheck: true,
  });
  const { $schema, ...rest } = generator.createSchema("ConfigFile");
  const schema = { $schema, $id: "urn:assent:config:1", title: "Assent config", ...rest };
  tellDefaults(schema, spokenDefaults());
  return schema;
}

/** Writes `dist/assent.schema.json`. */
export function schema() {
  return {
    name: "schema",
    writeBundle() {
      mkdirSync("dist", { recursive: true });
      writeFileSync("dist/assent.schema.json", `${JSON.stringify(generateSchema(), null, 2)}\n`);
    },
  };
}

/** Defaults that are explained rather than given: `@default the host of the page`. The generator takes them for values. */
function spokenDefaults() {
  const all = Array.from(
    readFileSync(here("types.ts"), "utf8").matchAll(/@default (.*?)\s*(?:\*\/|\n)/g),
    ([, text]) => text,
  );
  return new Set(all.filter((text) => !isJson(text)));
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Editors fill in what `default` says, so words go to the description. */
function tellDefaults(node, spoken) {
  if (typeof node !== "object" || node === null) return;
  if (spoken.has(node.default)) {
    node.description = [node.description, `Default: ${node.default}.`].filter(Boolean).join(" ");
    delete node.default;
  }
  for (const value of Object.values(node)) tellDefaults(value, spoken);
}
