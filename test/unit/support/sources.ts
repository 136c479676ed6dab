// The project's own source files: their imports, identifiers and text, as the compiler reads them.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export interface Import {
  /** Where it leads: `gate/page` below `src/`, `locales/en.json`, or a package's name. */
  to: string;
  /** Nothing of it is left at run time. */
  isType: boolean;
}

export interface Source {
  /** Below `src/`, such as `gate/page.ts`. */
  path: string;
  /** The first folder, or the file's name: `gate`, `types`. */
  part: string;
  text: string;
  imports: readonly Import[];
  /** Every name in the code, comments and texts left out. */
  names: ReadonlySet<string>;
  /** `Date.now`, `document.cookie` and so on. */
  members: ReadonlySet<string>;
  /** Kinds of nodes that are there. */
  kinds: ReadonlySet<ts.SyntaxKind>;
}

export const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Paths below a folder, such as `gate/page.ts` below `src`. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(ROOT, folder), join(entry.parentPath, entry.name)))
    .sort();

/** `gate/page.ts` and `gate/page` are the same module; other files keep their ending. */
export const moduleOf = (path: string): string => path.replace(/\.(d\.)?(m?ts|tsx)$/, "");

export const partOf = (path: string): string => moduleOf(path).split("/")[0] ?? "";

export const SOURCES: readonly Source[] = filesBelow("src")
  .filter((path) => /\.(m?ts|tsx|mjs)$/.test(path))
  .map(sourceOf);

function sourceOf(path: string): Source {
  const text = read(`src/${path}`);
  const imports: Import[] = [];
  const names = new Set<string>();
  const members = new Set<string>();
  const kinds = new Set<ts.SyntaxKind>();
  const add = (specifier: ts.Node | undefined, isType: boolean): void => {
    if (specifier && ts.isStringLiteral(specifier)) imports.push({ to: resolve(path, specifier.text), isType });
  };
  const visit = (node: ts.Node): void => {
    kinds.add(node.kind);
    if (ts.isIdentifier(node)) names.add(node.text);
    if (ts.isPropertyAccessExpression(node)) members.add(node.getText(file));
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  visit(file);
  return { path, part: partOf(path), text, imports, names, members, kinds };
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  const { namedBindings, name } = importClause;
  const isEachType =
    !!namedBindings && ts.isNamedImports(namedBindings) && namedBindings.elements.every((one) => one.isTypeOnly);
  return importClause.phaseModifier === ts.SyntaxKind.TypeKeyword || (!name && isEachType);
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const path = join("src", dirname(from), specifier);
  return path.startsWith("src/") ? moduleOf(path.slice(4)) : path;
}
