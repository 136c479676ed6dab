// Cookies and storage keys of services that were refused, and those that no service declares. Part of the leak reporter.
import { cookieNames } from "../lib/cookies";
import { toPattern } from "../lib/patterns";
import { quiet } from "../lib/quiet";
import type { Service } from "../types";
import type { Lookout } from "./leaks-hosts";

/** Often enough to name the culprit, seldom enough not to be felt. */
const EVERY = 1000;

/** A name as it is found, and what lists names of its kind in a service. */
interface Found {
  readonly what: string;
  readonly name: string;
  readonly list: "cookies" | "storage";
}

export function watchStorage(lookout: Lookout): () => void {
  const declared = lookout.config.services.flatMap((service) =>
    (["cookies", "storage"] as const).flatMap((list) =>
      (service[list] ?? []).map(({ name }) => ({ service, list, pattern: toPattern({ name }) })),
    ),
  );
  const servicesOf = ({ name, list }: Found): Service[] =>
    declared.filter((item) => item.list === list && item.pattern?.test(name)).map(({ service }) => service);

  let databases: Found[] = [];
  /** Refused ones seen last time: after a withdrawal they may be about to be cleaned up. */
  let suspects = new Set<string>();

  const look = (): void => {
    if (document.hidden) return;
    const next = new Set<string>();
    for (const found of [...present(), ...databases]) {
      if (isOurs(found.name, lookout)) continue;
      const { what, name } = found;
      const services = servicesOf(found);
      const [service] = services;
      if (!service) {
        if (lookout.partial) continue;
        const where = found.list === "cookies" ? "cookies" : "storage";
        lookout.tell(
          `undeclared: the ${what} "${name}" belongs to no service. Add it to "${where}" of the one that sets it.`,
        );
      } else if (!services.some(({ id }) => lookout.granted(id))) {
        const key = `${what} ${name}`;
        next.add(key);
        if (!suspects.has(key)) continue;
        lookout.tell(
          `${lookout.nameOf(service)}: the ${what} "${name}" is there without consent. Mark the tag that sets it with data-consent="${service.id}"; if the server sets it, have it ask for consent first.`,
        );
      }
    }
    suspects = next;
    listDatabases().then((names) => {
      databases = names;
    });
  };

  look();
  const timer = setInterval(look, EVERY);
  return () => clearInterval(timer);
}

function present(): Found[] {
  const found = (what: string, list: Found["list"], names: string[]): Found[] =>
    names.filter(Boolean).map((name) => ({ what, name, list }));
  return [
    ...found("cookie", "cookies", cookieNames()),
    ...found("localStorage key", "storage", keysOf("localStorage")),
    ...found("sessionStorage key", "storage", keysOf("sessionStorage")),
  ];
}

/** Blocked storage holds nothing. */
const keysOf = (area: "localStorage" | "sessionStorage"): string[] => quiet(() => Object.keys(window[area])) ?? [];

async function listDatabases(): Promise<Found[]> {
  try {
    const list = await indexedDB.databases();
    return list.flatMap(({ name }) => (name ? [{ what: "IndexedDB database", name, list: "storage" as const }] : []));
  } catch {
    // No IndexedDB here, or no way to list it.
    return [];
  }
}

/** The record, its copy, receipts and the kept config. */
const isOurs = (name: string, { config }: Lookout): boolean =>
  [config.cookie.name, "assent"].includes(name.split(".")[0] ?? "");
