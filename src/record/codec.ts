// The consent cookie's value: a record to text and back. Pure. Anything it does not fully understand is no record.
//
//   1.3g.tq8s3k.7-1x9k3f.q4
//   │ ││ │      │ │      └ one bit for each of these ids in their order, 5 a character (base 32), padded with zeros
//   │ ││ │      │ └ hash of the ids (times 31 plus the next letter, 32 bits, base 36)
//   │ ││ │      └ how many ids the record knows: the config's optional categories, then its services
//   │ ││ └ seconds since 1970 (base 36)
//   │ │└ Global Privacy Control was on
//   │ └ revision
//   └ version of this format
//
// Ids are counted rather than named to stay under 120 bytes with 400 of them. New services go to the end of the config:
// an older record still reads, and does not cover them.
import type { Config, ConsentRecord } from "../types";

export function encode({ revision, gpc, time, consents }: ConsentRecord, config: Config): string {
  const ids = idsOf(config);
  const bits = `${ids.map((id) => (consents[id] ? 1 : 0)).join("")}0000`.match(/.{5}/g) || [];
  const text = bits.map((five) => Number.parseInt(five, 2).toString(32)).join("");
  return `1.${revision}${gpc ? "g" : ""}.${time.toString(36)}.${print(ids)}.${text}`;
}

/**
 * @param kept what the browser kept of the same choice by id: used when services were taken out or moved, so that
 * counting no longer tells which is which.
 */
export function decode(value: string, config: Config, kept?: ConsentRecord | null): ConsentRecord | null {
  const parts = /^1\.(\d+)(g?)\.(\w+)\.((\d+)-\w+)\.([\da-v]*)$/.exec(value);
  if (!parts) return null;
  const [, revision, gpc, seconds, known, count, text] = parts as unknown as string[];
  const time = Number.parseInt(seconds as string, 36);
  const ids = idsOf(config).slice(0, Number(count));
  const bits = (text as string).replace(/./g, (digit) => (32 + Number.parseInt(digit, 32)).toString(2).slice(1));
  if (print(ids) !== known || bits.length < ids.length) return kept && kept.time === time ? kept : null;
  const consents: { [id: string]: boolean } = {};
  ids.forEach((id, i) => {
    consents[id] = bits[i] === "1";
  });
  return { revision: Number(revision), gpc: !!gpc, time, consents };
}

function idsOf({ categories, services }: Config): string[] {
  return [...categories.filter(({ required }) => !required), ...services].map(({ id }) => id);
}

/** How many, and a hash that tells lists apart; it protects nothing. */
function print(ids: readonly string[]): string {
  let hash = 0;
  for (const letter of ids.join()) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return `${ids.length}-${hash.toString(36)}`;
}
