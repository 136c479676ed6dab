// Turns `vendor` into what the catalogue says of it. Pure: the entries are handed in.
import type { Config, ConfigFile, Service, Tool } from "../types";

/** A service whose catalogue entry is in it already: `bake` and the kept config mark it so. */
type Filled = Service & { filled?: boolean };

/** Vendors that have not been filled in yet. */
export function vendorsOf({ services }: Config): string[] {
  return services.filter(({ vendor, filled }: Filled) => vendor && !filled).map(({ vendor }) => vendor as string);
}

/** What a service states itself wins over its vendor's entry. */
export function expand(config: ConfigFile, vendors: readonly string[], entries: readonly Tool[]): ConfigFile {
  const services = (config.services || []).map((service): Filled => {
    const at = vendors.indexOf(service.vendor as string);
    return at < 0 ? service : { ...entries[at], ...service, filled: true };
  });
  return { ...config, services };
}
