// Where the config comes from: an inline block, a URL, or baked in. Fetches catalogue entries, keeps the last good one.
import { readJson, writeJson } from "../lib/storage";
import { isParsing, isWhole, when } from "../lib/watch";
import type { Config, ConfigFile, Tool } from "../types";
import { expand, vendorsOf } from "./expand";
import { parse } from "./parse";

export interface Source {
  /** `data-config`: a URL, or `#id` of an inline block; "" for `#assent-config`, else the baked one. */
  address: string;
  /** A config built into the script; a string is none. */
  baked: unknown;
  /** The address of a catalogue entry. */
  vendorUrl(vendor: string): string;
  /** Hears of a config: perhaps twice, first of the last good one, then of the fresh one. */
  found(config: Config, isFresh: boolean, raw: unknown): void;
  /** Hears that there will be no fresh one, and why. */
  failed(error: Error): void;
}

/** Milliseconds until a config that does not come is given up. */
const PATIENCE = 5000;

/** Calls back in the same task whenever nothing has to be fetched or parsed first. */
export function obtain({ address, baked, vendorUrl, found, failed }: Source): void {
  const name = address || "#assent-config";
  const key = `assent.config:${name}`;

  /** Runs a step; what it throws is why there is no config. */
  const step = async (run: () => unknown): Promise<void> => {
    try {
      await run();
    } catch (error) {
      failed(new Error(`${name}: ${(error as Error).message}`));
    }
  };
  const useKept = (): void => {
    const kept = readJson(key);
    if (kept) found(parse(kept), false, kept);
  };
  const take = async (raw: unknown): Promise<void> => {
    const vendors = vendorsOf(parse(raw).services);
    if (vendors[0]) {
      if (name[0] === "#") useKept();
      const entries = await Promise.all(vendors.map((vendor) => fetchJson(vendorUrl(vendor)) as Promise<Tool>));
      raw = expand(raw as ConfigFile, vendors, entries);
    }
    if (vendors[0] || name[0] !== "#") writeJson(key, raw);
    found(parse(raw), true, raw);
  };

  if (name[0] !== "#") {
    step(useKept);
    step(async () => take(await fetchJson(name)));
  } else {
    const find = (): Element | null => document.getElementById(name.slice(1));
    const isBaked = !address && typeof baked !== "string";
    // The gate stands first in the page, so the block usually comes after it.
    when(
      () => isBaked || isWhole(find()),
      () =>
        step(() => {
          const block = find();
          if (!block && !isBaked) throw new Error("not there. Add this block, or data-config to the script tag.");
          return take(block ? JSON.parse(block.textContent as string) : baked);
        }),
    );
  }
}

/** @throws {Error} that says what the server must do. */
async function fetchJson(url: string): Promise<unknown> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.json();
  } catch (error) {
    throw new Error(`${(error as Error).message}. ${url} must answer with JSON within ${PATIENCE / 1000} seconds.`);
  } finally {
    clearTimeout(timer);
  }
}
