// Brings the page in line with what holds: signals, cleanup, release. The order is the promise of this file.
import { sendUpdate } from "../signals/signals";
import type { Config, Consents } from "../types";
import { hasRun, release } from "./marked";
import { fail } from "./page";
import { loadPart } from "./parts";
import { has, state } from "./visitor";

/** What happens when a visitor chooses: a file of its own, since most page views see no choice. */
export const loadChoice = () => loadPart("assent-choice.js") as Promise<typeof import("../entry/choice")>;

/** How tools are told in their own words: a file of its own, for sites that use such tools. */
const loadVendors = () => loadPart("assent-vendors.js") as Promise<typeof import("../entry/vendors")>;

/** What signals and tags have been told; it lags behind the state by one paint. */
let applied: Consents | undefined;

export async function apply(config: Config): Promise<void> {
  const { services, categories } = config;
  const { consents, decided } = state;
  const before = applied;
  applied = consents;
  // Signals come first, so that a tool stops writing before what it wrote is removed. On a page without a choice the
  // defaults say it all, unless the regime grants without one.
  if (before || decided || categories.some(({ id, required }) => !required && has(id))) sendUpdate(config, consents);
  if (services.some(({ consent }) => consent)) {
    await loadVendors().then(({ tellVendors }) => tellVendors(services, consents, before || {}), fail);
  }
  if (before) await loadChoice().then(({ cleanUp }) => cleanUp({ config, before, has, hasRun, fail }), fail);
  await release();
}
