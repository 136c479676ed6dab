// Whether a record still counts, and for how long. Pure: the time is handed in.
import type { ConsentRecord } from "../types";
import type { Rules } from "./decide";

const DAY = 86_400;

/** For the revision that it answered, and for a limited time. `now` is in seconds since 1970. */
export function isValid(record: ConsentRecord, rules: Rules, now: number): boolean {
  const age = now - record.time;
  // A clock set right after the choice must not make an answer last for years.
  return record.revision === rules.config.revision && age > -DAY && age < lifetime(record, rules) * DAY;
}

/** Days: no longer than the regime lets a yes stand, no shorter than it protects a no from being asked again. */
export function lifetime({ consents }: ConsentRecord, { config, regime }: Rules): number {
  return Object.values(consents).some(Boolean)
    ? Math.min(config.cookie.days, regime.yes)
    : Math.max(config.cookie.refusalDays, regime.no);
}
