// Where in a config something was found, and what. It knows no rules.
import type { Facts, Problem } from "./check-types";

export interface Found {
  readonly spot: Spot;
  readonly problem: Problem;
}

/** A place in the config, and where the problems found there go. */
export class Spot {
  readonly path: string;

  constructor(
    readonly facts: Facts,
    private readonly found: Found[],
    readonly parent?: { readonly spot: Spot; readonly key: string | number },
  ) {
    this.path = parent ? join(parent.spot.path, parent.key) : "";
  }

  at(key: string | number): Spot {
    return new Spot(this.facts, this.found, { spot: this, key });
  }

  error(message: string, remedy: string): void {
    this.tell("error", message, remedy);
  }

  warn(message: string, remedy: string): void {
    this.tell("warning", message, remedy);
  }

  private tell(severity: Problem["severity"], message: string, remedy: string): void {
    const { path } = this;
    const again = this.found.some(({ problem }) => problem.path === path && problem.message === message);
    if (!again) this.found.push({ spot: this, problem: { path, message, remedy, severity } });
  }
}

/** `services[2].category`, `regimes["US-CA"]`: as one would write it in code, hyphens of language tags excepted. */
export function join(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  if (!/^[\w$-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path ? `${path}.${key}` : key;
}
