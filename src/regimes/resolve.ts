// Which regime holds for a visitor's region. The region comes from the host; nothing is looked up here.
// In regimes.json a regime says where it differs from the defaults below, and in which `regions` it holds besides the one
// of its own name. Days: no longer than `yes` after a yes, no sooner than `no` after a no.
import type { Regime, RegimeId } from "../types";
import regimes from "./regimes.json";

type Entry = Partial<Regime> & { regions?: string };

/**
 * The config's table before the built-in one; in each the narrowest entry wins: `US-CA` before `US`. A region that
 * neither knows, and an unknown one, have the strictest.
 */
export function resolveRegime(region: string, table: { [region: string]: RegimeId }): Regime {
  const all = Object.entries(regimes as { [id: string]: Entry });
  const country = region.slice(0, 2);
  const find = (code: string | undefined) =>
    code && all.find(([id, { regions = "" }]) => id === `${code}`.toLowerCase() || regions.split(" ").includes(code));
  const wishes = [table[region], table[country], table["*"], region, country, "strictest"];
  const [id, entry] = wishes.map(find).find(Boolean) as [RegimeId, Entry];
  return { model: "opt-in", separate: [], yes: 180, no: 180, ...entry, id };
}
