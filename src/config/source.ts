// Where the config comes from: an inline block, baked in, or (in a file of its own, `fetch.ts`) from the network.
import { isWhole } from "../lib/watch";
import type { Config } from "../types";
import { vendorsOf } from "./expand";
import { parse } from "./parse";

/** Hears of a config: perhaps twice, first of the last good one, then of the fresh one. */
export interface Sink {
  found(config: Config, isFresh: boolean): void;
  /** There will be no fresh one, and why. */
  failed(error: Error): void;
}

export interface Source extends Sink {
  /** `data-config`: a URL, or `#id` of an inline block; without it `#assent-config`, else the baked one. */
  address: string | undefined;
  /** A config built into the script; a string is none. */
  baked: unknown;
  /** Gets what is not in the page: the config itself, or the catalogue entries that `raw` names. */
  fetchConfig(address: string, raw: unknown): void;
}

/**
 * Looks for the config, and calls back in the same task if it is there. To be called again as the page grows: the gate
 * stands first in it, so the block usually comes after. True once there is nothing more to look for.
 */
export function obtain({ address: given, baked, fetchConfig, found, failed }: Source): boolean {
  const address = given || "#assent-config";
  if (address[0] !== "#") {
    fetchConfig(address, undefined);
    return true;
  }
  const block = document.getElementById(address.slice(1));
  const isBaked = !given && typeof baked !== "string";
  if (!isBaked && !isWhole(block)) return false;
  try {
    if (!block && !isBaked) throw new Error("missing. Add it or data-config.");
    const raw = block ? JSON.parse(block.textContent as string) : baked;
    const config = parse(raw);
    if (vendorsOf(config)[0]) fetchConfig(address, raw);
    else found(config, true);
  } catch (error) {
    failed(new Error(`${address}: ${(error as Error).message}`));
  }
  return true;
}
