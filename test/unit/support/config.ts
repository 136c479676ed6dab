// Small configs and regimes for tests of the rules. What a config means is said by `parse`, as on a page.
import { parse } from "../../../src/config/parse";
import type { Rules } from "../../../src/consent/decide";
import { resolveRegime } from "../../../src/regimes/resolve";
import type { Config, ConfigFile, CrossBorder, Regime, RegimeId } from "../../../src/types";

export const ABROAD: CrossBorder = {
  recipient: "Example Inc.",
  country: "US",
  contact: "privacy@example.com",
  purpose: "Statistics",
  method: "Sent by the browser",
  data: "Pages seen",
  rights: "Write to the contact",
};

/** One required category and two optional ones; `ga` crosses the border, `session` needs no consent. */
export function config(changes: Partial<ConfigFile> = {}): Config {
  return parse({
    categories: [{ id: "necessary" }, { id: "preferences" }, { id: "analytics" }],
    services: [
      { id: "session", category: "necessary" },
      { id: "stats", category: "analytics" },
      { id: "heat", category: "analytics" },
      { id: "ga", category: "analytics", crossBorder: ABROAD },
    ],
    ...changes,
  });
}

/** The built-in regime of this name, wherever the visitor is. */
export const regime = (id: RegimeId): Regime => resolveRegime("", { "*": id });

export const rules = (id: RegimeId = "cn", changes: Partial<ConfigFile> = {}): Rules => ({
  config: config(changes),
  regime: regime(id),
});

export const REGIMES: readonly RegimeId[] = ["cn", "eu", "uk", "us-ca", "us", "br", "in", "qc", "strictest"];

/** Seconds since 1970: the noon at which these visitors come. */
export const NOON = Date.parse("2026-12-01T12:00:00Z") / 1000;
export const DAY = 86_400;

/** What is granted, in alphabetical order. */
export const granted = (consents: { readonly [id: string]: boolean } | undefined): string[] =>
  Object.keys(consents ?? {})
    .filter((id) => consents?.[id])
    .sort();
