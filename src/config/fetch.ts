// A config, or catalogue entries, from the network. Keeps the last good config, completed, for the next page.
import { readJson, writeJson } from "../lib/storage";
import type { ConfigFile, Tool } from "../types";
import { expand, vendorsOf } from "./expand";
import { parse } from "./parse";
import type { Sink } from "./source";

export interface Remote extends Sink {
  /** URL of the config, or `#id` of the block that it was read from. */
  address: string;
  /** The config as it was read, if it was. */
  raw: unknown;
  /** The address of a vendor's catalogue entry. */
  vendorUrl(vendor: string): string;
}

/** Milliseconds until an answer that does not come is given up. */
const PATIENCE = 5000;

export async function fetchConfig({ address, raw, vendorUrl, found, failed }: Remote): Promise<void> {
  const key = `assent.config:${address}`;
  const kept = readJson(key);
  try {
    // The last good one is used at once, for what it knows.
    if (kept) found(parse(kept), false);
  } catch {
    // Of an older format: the fresh one is on its way.
  }
  try {
    const file = (raw || (await fetchJson(address))) as ConfigFile;
    const vendors = vendorsOf(parse(file));
    const entries = await Promise.all(vendors.map((vendor) => fetchJson(vendorUrl(vendor)) as Promise<Tool>));
    const whole = expand(file, vendors, entries);
    writeJson(key, whole);
    found(parse(whole), true);
  } catch (error) {
    failed(new Error(`${address}: ${(error as Error).message}`));
  }
}

/** Rejects with what the server must do. */
export function fetchJson(url: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const refuse = (reason: unknown): void =>
      reject(new Error(`${reason}. ${url} must answer with JSON within ${PATIENCE / 1000} seconds.`));
    setTimeout(refuse, PATIENCE, "No answer");
    fetch(url)
      .then((response) => (response.ok ? response.json() : Promise.reject(`Status ${response.status}`)))
      .then(resolve, refuse);
  });
}
