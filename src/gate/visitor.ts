// What is known of this visitor, and what holds for them now. The only place that asks the rule.
// It changes nothing on the page.
import { decide, type Rules } from "../consent/decide";
import { loadRecord } from "../record/load";
import { resolveRegime } from "../regimes/resolve";
import { hearsGpc } from "../signals/gpc";
import type { Config, ConsentRecord, State } from "../types";

/** Not there until a config is known: to be asked for first where that is not certain. */
export let rules = undefined as unknown as Rules;

/** Replaced as a whole; whoever reads it cannot change it. */
export let state: State = Object.freeze({
  consents: {},
  decided: false,
  basis: "closed",
  regime: "strictest",
  language: "en",
  gpc: false,
  record: null,
});

export const has = (id: string): boolean => state.consents[id] === true;

/** Goes by this record from now on. */
export function think(record: ConsentRecord | null): void {
  const { config, regime } = rules;
  const gpc = config.signals.gpc && hearsGpc();
  const decision = decide(rules, { record, gpc, now: Date.now() / 1000 });
  state = Object.freeze({ ...state, ...decision, regime: regime.id, gpc, record });
}

/** A config to go by from now on. */
export function use(config: Config, region: string): void {
  rules = { config, regime: resolveRegime(region, config.regimes) };
  think(loadRecord(config));
}

export function speak(language: string): void {
  state = Object.freeze({ ...state, language });
}
