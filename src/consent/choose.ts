// What a choice sets: the consents of every optional id after one act. Pure.
import type { Act, Consents } from "../types";
import { isExempt, type Rules } from "./decide";
import { isSeparate } from "./separate";

export interface Choice {
  act: Act;
  /** What `save` sets, by id; what `withdraw` turns off, or nothing for all. */
  draft?: Consents | undefined;
  /** What held until now. */
  present: Consents;
}

/**
 * Categories before services: a switch moves what it stands for, and a service can still say otherwise. Turned on it
 * moves all its services but the separate ones; turned off, all of them.
 */
export function choose({ act, draft, present }: Choice, rules: Rules): Consents {
  const { categories, services } = rules.config;
  const consents: { [id: string]: boolean } = {};
  const isNamed = (id: string): boolean => !draft || id in draft;
  const wish = (id: string): boolean => (draft ? draft[id] === true : act === "accept-all");
  for (const { id, required } of categories) {
    if (!required) consents[id] = isNamed(id) ? wish(id) : !!present[id];
  }
  for (const service of services) {
    const { id, category } = service;
    if (isExempt(service, rules)) continue;
    const isMoved = isNamed(category) && !(wish(category) && isSeparate(service, rules.regime));
    consents[id] = draft && isNamed(id) ? wish(id) : isMoved ? wish(category) : !!present[id];
  }
  return consents;
}
