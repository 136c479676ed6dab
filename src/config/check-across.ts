// What spans several places of a config: ids, hosts and dates that must fit one another.
// Parts of the wrong type have been told of already and are passed over here.
import type { RegimeId } from "../types";
import { hostCovers } from "./check-hosts";
import { quoted } from "./check-nearest";
import { BUILT_IN } from "./check-parts";
import { type Bag, isBag, isText } from "./check-shape";
import type { Spot } from "./check-spot";
import type { CheckOptions, Facts } from "./check-types";
import { rightTag } from "./check-values";

/** What the rules go by, as far as it can be read. */
export function factsOf(config: Bag, { vendors, texts, regime }: CheckOptions): Facts {
  const languages = Array.isArray(config.languages)
    ? config.languages.filter(isText).flatMap((language) => rightTag(language) ?? [])
    : [];
  const ids = (key: string): string[] =>
    items(config, key)
      .map(({ bag }) => bag.id)
      .filter(isText);
  return {
    languages: languages.length ? Array.from(new Set(languages)) : ["zh-CN", "en"],
    categories: ids("categories"),
    services: ids("services"),
    vendors: vendors && Array.from(vendors),
    texts: texts && Array.from(texts),
    regime,
  };
}

/** The objects in a list of the config, with their places in it. */
function items(config: Bag, key: string): { bag: Bag; index: number }[] {
  const list = config[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((bag: unknown, index) => (isBag(bag) ? [{ bag, index }] : []));
}

export function checkAcross(config: Bag, spot: Spot): void {
  ids(config, spot);
  hosts(config, spot);
  unusedCategories(config, spot);
  cookieSize(config, spot);
  dates(config, spot);
  notice(config, spot);
}

function ids(config: Bag, spot: Spot): void {
  const seen = new Map<string, string>();
  for (const key of ["categories", "services"]) {
    for (const { bag, index } of items(config, key)) {
      if (!isText(bag.id)) continue;
      const place = spot.at(key).at(index).at("id");
      const first = seen.get(bag.id);
      if (!first) seen.set(bag.id, place.path);
      else {
        const both = key === "services" && first.startsWith("categories");
        const taken = new Set([...spot.facts.categories, ...spot.facts.services]);
        place.error(
          both
            ? `${quoted([bag.id])} is the id of a category too (${first}).`
            : `The id ${quoted([bag.id])} is taken (${first}).`,
          `Write an id of its own, such as ${quoted([fresh(bag.id, taken)])}.`,
        );
      }
    }
  }
}

function fresh(id: string, taken: ReadonlySet<string>): string {
  for (let n = 2; ; n++) if (!taken.has(`${id}-${n}`)) return `${id}-${n}`;
}

/** A host of two services is held until both are granted, or let through by one: nobody can tell from the config. */
function hosts(config: Bag, spot: Spot): void {
  const seen: { host: string; index: number }[] = [];
  for (const { bag, index } of items(config, "services")) {
    const list: unknown[] = Array.isArray(bag.hosts) ? bag.hosts : [];
    list.forEach((host, i) => {
      if (!isText(host)) return;
      const other = seen.find(
        (one) => one.index !== index && (hostCovers(one.host, host) || hostCovers(host, one.host)),
      );
      if (other) {
        const same = other.host === host ? "" : ` as ${quoted([other.host])}`;
        spot
          .at("services")
          .at(index)
          .at("hosts")
          .at(i)
          .warn(
            `${quoted([host])} is listed by services[${other.index}] too${same}.`,
            "Leave it with the service that really uses it, or make one service of the two.",
          );
      }
      seen.push({ host, index });
    });
  }
}

/** A switch that moves nothing. The built-in ones may stand for marked tags alone; so may these, hence a warning. */
function unusedCategories(config: Bag, spot: Spot): void {
  const services = items(config, "services");
  if (!services.length) return;
  for (const { bag, index } of items(config, "categories")) {
    if (!isText(bag.id) || bag.required === true || BUILT_IN.includes(bag.id)) continue;
    if (services.some((service) => service.bag.category === bag.id)) continue;
    spot
      .at("categories")
      .at(index)
      .warn(
        `No service belongs to ${quoted([bag.id])}, so the visitor is not told who is behind it.`,
        "Add its services, or take the category out.",
      );
  }
}

/** The record names the granted categories, and travels with every request: 120 bytes at most (see record/codec). */
function cookieSize(config: Bag, spot: Spot): void {
  const optional = items(config, "categories").filter(({ bag }) => bag.required !== true && bag.id !== "necessary");
  const names = optional
    .map(({ bag }) => bag.id)
    .filter(isText)
    .join("+").length;
  const own = isBag(config.cookie) && isText(config.cookie.name) ? config.cookie.name.length : 6;
  // Version, revision, time, count, hash and the dots between them, at their longest for a long while.
  const size = own + 1 + names + Math.ceil(items(config, "services").length / 6) + 30;
  if (size > 120)
    spot
      .at("categories")
      .warn(
        `The consent cookie can grow to ${size} bytes; 120 are meant to be the most.`,
        "Shorten the ids of the categories.",
      );
}

function dates({ lastUpdated, effectiveFrom }: Bag, spot: Spot): void {
  if (isText(lastUpdated) && isText(effectiveFrom) && effectiveFrom < lastUpdated) {
    spot
      .at("effectiveFrom")
      .warn(
        "The notice takes effect before it was last changed.",
        `Write a date from ${quoted([lastUpdated])} on, or leave it out.`,
      );
  }
}

const NOTICE_ONLY: readonly RegimeId[] = ["us"];

function notice({ controller }: Bag, spot: Spot): void {
  const { regime } = spot.facts;
  if (controller === undefined && regime && !NOTICE_ONLY.includes(regime)) {
    spot
      .at("controller")
      .warn(
        "Visitors are not told who answers for their data (PIPL 17, GDPR 13).",
        'Write "controller": { "name": "…", "email": "…" }.',
      );
  }
}
