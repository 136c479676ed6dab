// assent-debug.js: the exhaustive config check and the leak reporter, loaded with `data-debug` only.
// It starts by itself, for the tag that asks for it. It reports, and changes nothing.
import texts from "../../locales/en.json";
import { check, type Problem } from "../config/check";
import { parse } from "../config/parse";
import type { AssentApi } from "../contract";
import { watchLeaks } from "../gate/leaks";
import type { Config } from "../types";

export interface DebugContext {
  /** The config as it was written. */
  readonly raw: unknown;
  readonly api: AssentApi;
  /** The config that the gate goes by, catalogue entries included. Without it nothing can be called undeclared. */
  readonly config?: Config;
}

let stop: (() => void) | undefined;

/** Prints what is wrong with the config, then tells of leaks as they happen, until stopped or called again. */
export function debug({ raw, api, config }: DebugContext): () => void {
  const { regime, basis } = api.state;
  print(check(raw, { texts: Object.keys(texts), ...(basis !== "closed" && { regime }) }));

  stop?.();
  stop = undefined;
  const used = config ?? usable(raw);
  if (!used) return () => undefined;
  const { hostname } = new URL(import.meta.url);
  const partial = !config && used.services.some(({ vendor }) => vendor);
  let unwatch: (() => void) | undefined;
  // Before the first decision has been applied nothing is granted, and everything would look like a leak.
  const off = api.on("ready", () => {
    unwatch ??= watchLeaks({ api, config: used, own: [hostname], partial });
  });
  stop = () => {
    off();
    unwatch?.();
  };
  return stop;
}

function usable(raw: unknown): Config | undefined {
  try {
    return parse(raw);
  } catch {
    // The check has told why.
    return undefined;
  }
}

function print(problems: readonly Problem[]): void {
  if (!problems.length) {
    console.info("[assent] config: no problems");
    return;
  }
  const errors = problems.filter(({ severity }) => severity === "error").length;
  console.group(`[assent] config: ${count(errors, "error")}, ${count(problems.length - errors, "warning")}`);
  for (const { severity, path, message, remedy } of problems) {
    console[severity === "error" ? "error" : "warn"](`${severity} at ${path || "the top"}: ${message} ${remedy}`);
  }
  console.groupEnd();
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;

/** The config as the script tag names it. A baked one cannot be read here. */
async function readRaw({ config = "#assent-config" }: DOMStringMap): Promise<unknown> {
  if (config[0] !== "#") return (await fetch(config)).json();
  if (document.readyState === "loading") await new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
  const block = document.querySelector(config);
  return block ? JSON.parse(block.textContent ?? "") : undefined;
}

const { assent: waiting } = window as unknown as { assent?: AssentApi };
const tag = document.querySelector<HTMLScriptElement>("script[data-debug]");

if (waiting && tag) {
  readRaw(tag.dataset).then(
    (raw) => raw !== undefined && debug({ raw, api: waiting }),
    // Why it cannot be read the gate has said.
    () => undefined,
  );
}

export { check };
