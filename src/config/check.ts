// The exhaustive check of a config, for `data-debug` and the command line. It changes nothing and never throws.
// The gate has its own, minimal parse: parse.ts.
import { checkAcross, factsOf } from "./check-across";
import { configFile } from "./check-fields";
import { isBag } from "./check-shape";
import { type Found, join, Spot } from "./check-spot";
import type { CheckOptions, Problem } from "./check-types";

export type { CheckOptions, Problem };

/** Everything that is wrong with a config, in the order of the file. */
export function check(config: unknown, options: CheckOptions = {}): Problem[] {
  const found: Found[] = [];
  const root = new Spot(factsOf(isBag(config) ? config : {}, options), found);
  configFile.check(config, root);
  if (isBag(config)) checkAcross(config, root);

  const order = places(config);
  /** What is missing stands where the object begins that should have it. */
  const place = (spot: Spot): number => order.get(spot.path) ?? (spot.parent ? place(spot.parent.spot) : 0);
  return found
    .map(({ spot, problem }) => ({ problem, place: place(spot) }))
    .sort((a, b) => a.place - b.place)
    .map(({ problem }) => problem);
}

/** Every path of the config, numbered from top to bottom. A JavaScript object may hold itself; then once is enough. */
function places(config: unknown): Map<string, number> {
  const order = new Map<string, number>();
  const seen = new Set<unknown>();
  const open: [string, unknown][] = [["", config]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [path, value] = next;
    order.set(path, order.size);
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const inside: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    for (const [key, inner] of inside.reverse()) open.push([join(path, key), inner]);
  }
  return order;
}
