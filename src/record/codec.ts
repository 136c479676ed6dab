// The consent cookie's value: a record to text and back. Pure. Anything it does not fully understand is no record.
//
//   1.3g.tq8s3k.7.q4.1x9k3f
//   │ ││ │      │ │  └ checksum of all before it and of the ids (base 36): a damaged value is no record
//   │ ││ │      │ └ one bit for each id in its order, 5 a character (base 32), padded with zeros
//   │ ││ │      └ how many ids the record knows: the config's optional categories, then its services
//   │ ││ └ seconds since 1970 (base 36)
//   │ │└ Global Privacy Control was on
//   │ └ revision
//   └ version of this format
//
// Ids are counted rather than named to stay under 120 bytes with 400 of them. New services go to the end of the config:
// an older record still reads, and does not cover them.
import type { Config, ConsentRecord } from "../types";

/** What the browser keeps beside the cookie, by id. */
export interface Copy extends ConsentRecord {
  /** The cookie's value that it goes with. */
  value: string;
}

export function encode({ revision, gpc, time, consents }: ConsentRecord, config: Config): string {
  const ids = idsOf(config);
  const bits = `${ids.map((id) => (consents[id] ? 1 : 0)).join("")}0000`.match(/.{5}/g) || [];
  const text = bits.map((five) => Number.parseInt(five, 2).toString(32)).join("");
  const head = `1.${revision}${gpc ? "g" : ""}.${time.toString(36)}.${ids.length}.${text}.`;
  return head + checksum(head + ids);
}

/**
 * @param copy used when services were taken out or moved, so that counting no longer tells which is which: it holds if
 * the cookie is still the one that it goes with.
 */
export function decode(value: string, config: Config, copy?: Copy | null): ConsentRecord | null {
  const [version, revision = "", time = "", count, text = ""] = value.split(".");
  const ids = idsOf(config).slice(0, Number(count));
  const head = value.replace(/\w*$/, "");
  if (version !== "1" || value !== head + checksum(head + ids))
    return copy && copy.value === value && copy.consents ? copy : null;
  const bits = text.replace(/./g, (digit) => (32 + Number.parseInt(digit, 32)).toString(2).slice(1));
  const consents: { [id: string]: boolean } = {};
  ids.forEach((id, i) => {
    consents[id] = bits[i] === "1";
  });
  return {
    revision: Number.parseInt(revision, 10),
    gpc: /g/.test(revision),
    time: Number.parseInt(time, 36),
    consents,
  };
}

function idsOf({ categories, services }: Config): string[] {
  return [...categories.filter(({ required }) => !required), ...services].map(({ id }) => id);
}

/** Tells damaged or foreign values and other lists of ids apart; it protects nothing. */
function checksum(text: string): string {
  let sum = 0;
  for (const letter of text) sum = (sum * 65599 + letter.charCodeAt(0)) >>> 0;
  return sum.toString(36);
}
