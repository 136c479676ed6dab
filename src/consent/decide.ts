// The rule: what is granted, given config, regime, record, signal and time. Pure: no clock, no window, no storage.
import type { Config, ConsentRecord, Regime, State } from "../types";
import { isSeparate } from "./separate";
import { isValid } from "./validity";

/** What a decision goes by, whoever the visitor is. */
export interface Rules {
  config: Config;
  regime: Regime;
}

/** What is known of the visitor. */
export interface Facts {
  record: ConsentRecord | null;
  /** Global Privacy Control is heard. */
  gpc: boolean;
  /** Seconds since 1970. */
  now: number;
}

export type Decision = Pick<State, "consents" | "decided" | "basis">;

export function decide(rules: Rules, { record, gpc, now }: Facts): Decision {
  const { config, regime } = rules;
  const valid = record && isValid(record, rules, now) ? record : null;
  // The signal only turns off, and yields only to a choice made while it was on (11 CCR 7025, GPC "Legal effects").
  const overruled = gpc && !(valid && valid.gpc);
  const isGiven = (id: string): boolean =>
    !overruled && (valid ? valid.consents[id] === true : regime.model !== "opt-in");

  // No prototype: ids come from pages, and "constructor" is not a consent.
  const consents: { [id: string]: boolean } = Object.create(null);
  for (const { id, required } of config.categories) consents[id] = required || isGiven(id);
  for (const service of config.services) {
    // A service that the record does not know is not covered by it, whatever its category says.
    consents[service.id] =
      (isGiven(service.id) && !(isSeparate(service, regime) && !valid)) || isExempt(service, rules);
  }
  return {
    consents: Object.freeze(consents),
    decided: !!valid,
    basis: overruled ? "gpc" : valid ? "choice" : "regime",
  };
}

/** Whether a service needs no consent: its category is required, and nothing about it needs separate consent. */
export function isExempt(service: Config["services"][number], { config, regime }: Rules): boolean {
  return (
    !isSeparate(service, regime) && config.categories.some(({ id, required }) => required && id === service.category)
  );
}
