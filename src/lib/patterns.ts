// Declared names: exact, with `*`, or `/…/`. Used for cookies and storage keys.
import { quiet } from "./quiet";

/** The expression that a declared name stands for; undefined for one that does not compile. */
export function toPattern({ name }: { name: string }): RegExp | undefined {
  const source = /^\/.+\/$/.test(name) ? name.slice(1, -1) : `^${name.replace(/\W/g, "\\$&").replace(/\\\*/g, ".*")}$`;
  return quiet(() => new RegExp(source));
}
