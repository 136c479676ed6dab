// Brings the page in line with what holds: signals, cleanup, release. The order is the promise of this file.
import { sendUpdate } from "../signals/signals";
import type { Consents } from "../types";
import { allow, hasRun } from "./marked";
import { fail } from "./page";
import { loadPart } from "./parts";
import { has, rules, state } from "./visitor";

/** What happens when a visitor chooses: a file of its own, since most page views see no choice. */
export const loadChoice = () => loadPart("assent-choice.js") as Promise<typeof import("../entry/choice")>;

/** How other tools than Google's are told: a file of its own, for sites that have such tools. */
const loadVendors = () => loadPart("assent-vendors.js") as Promise<typeof import("../entry/vendors")>;

/** What signals and tags have been told; it lags behind the state by one paint. */
let applied: Consents = {};

/** `isChange`: somebody has chosen, so what was refused is to be cleaned up. */
export async function apply(isChange?: boolean): Promise<void> {
  const { consents, decided } = state;
  const before = applied;
  applied = consents;
  // Signals come first, so that a tool stops writing before what it wrote is removed. On a page without a choice the
  // defaults say it all, unless the regime grants without one.
  const { config, regime } = rules;
  const { services } = config;
  if (isChange || decided || regime.model !== "opt-in") sendUpdate(config, consents);
  if (services.some(({ consent }) => consent)) {
    await loadVendors().then(({ tellVendors }) => tellVendors(services, consents, before), fail);
  }
  if (isChange) {
    await loadChoice().then(({ cleanUp }) => cleanUp({ config, before, has, hasRun, fail }), fail);
  }
  await allow(state);
}
