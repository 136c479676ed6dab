// Which regime holds for a visitor's region. The region comes from the host; nothing is looked up here.
import type { Regime, RegimeId } from "../types";
import regimes from "./regimes.json";

/** EEA and Switzerland, whose practice follows it. */
const EUROPE = "AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";
const OTHERS: { [region: string]: string } = { GB: "uk", "CA-QC": "qc" };

/**
 * The config's table before the built-in one; in each the narrowest entry wins: `US-CA` before `US`. A region that
 * neither knows, and an unknown one, have the strictest.
 */
export function resolveRegime(region: string, table: { [region: string]: RegimeId }): Regime {
  const all = regimes as unknown as { [id: string]: Partial<Regime> };
  const country = region.slice(0, 2);
  const builtIn = [OTHERS[region], region && EUROPE.includes(country) ? "eu" : "", region, country];
  const wishes = [table[region], table[country], table["*"], ...builtIn].map((id) => (id || "").toLowerCase());
  const id = (wishes.find((wish) => all[wish]) || "strictest") as RegimeId;
  return { model: "opt-in", separate: [], yes: 180, no: 180, ...all[id], id };
}
