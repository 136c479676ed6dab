// What the watchers of the leak reporter share: what they are given, and whose a host is.
import type { AssentApi } from "../contract";
import type { Config, Service } from "../types";

export interface LeakOptions {
  readonly api: AssentApi;
  /** Complete: what vendors bring is part of their services. */
  readonly config: Pick<Config, "services" | "categories" | "cookie" | "blocking" | "records" | "controller">;
  /** Hosts that serve Assent itself. */
  readonly own: readonly string[];
  /** Some services name a vendor whose entry is not in the config, so nothing can be called undeclared. */
  readonly partial: boolean;
}

/** What every watcher is given. */
export interface Lookout extends LeakOptions {
  /** One line in the console, the same one only once. */
  tell(line: string): void;
  /** The id is granted now. */
  granted(id: string): boolean;
  /** It was granted when something began, or moments later: events come after the release they tell of. */
  grantedAround(id: string, time: number): boolean;
  /** `services[2] (ga)`: where the service is in the config. */
  nameOf(service: Service): string;
}

/** Is a host of the site's own, as far as one can tell without the Public Suffix List? */
export function isOwn(host: string, { config, own }: LeakOptions): boolean {
  const { hostname } = location;
  const hosts = [hostname, ...own, ...(config.controller?.hosts ?? [])];
  return hosts.includes(host) || siteOf(host) === siteOf(hostname);
}

/** `example.cn`, `example.com.cn`: two labels, or three where the second is a registry's. */
function siteOf(host: string): string {
  if (/^[\d.]+$|:/.test(host)) return host;
  const count = /\.(com|net|org|gov|edu|co|ac)\.[a-z]{2}$/.test(host) ? 3 : 2;
  return host.split(".").slice(-count).join(".");
}

/** The services that list a host. */
export function servicesAt(host: string, { config }: LeakOptions): Service[] {
  const name = host.replace(/\.$/, "");
  return config.services.filter(({ hosts = [] }) =>
    hosts.some((entry) => entry === name || (entry.startsWith("*.") && name.endsWith(entry.slice(1)))),
  );
}
