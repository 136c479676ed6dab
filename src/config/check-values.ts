// What single values must look like: references, tags, dates, regions, addresses. Each test gets a text that is not
// empty. Hosts and cookies are in check-hosts.ts, ids and texts in check-words.ts.
import { nearest, quoted } from "./check-nearest";
import type { Test } from "./check-shape";
import type { Facts } from "./check-types";

/** Refers to something by its id. */
export const reference =
  (what: string, known: (facts: Facts) => readonly string[] | undefined): Test =>
  (value, spot) => {
    const ids = known(spot.facts);
    // Without a single one there is something else to put right first.
    if (!ids?.length || ids.includes(value)) return;
    const meant = nearest(value, ids);
    const others = ids.length <= 12 ? `Write one of ${quoted(ids)}.` : `Add it, or name one that is there.`;
    spot.error(`There is no ${what} ${quoted([value])}.`, meant ? `Write ${quoted([meant])}.` : others);
  };

const MISTAKEN_TAGS: { readonly [tag: string]: string } = {
  cn: "zh-CN",
  tw: "zh-TW",
  chinese: "zh-CN",
  english: "en",
  gb: "en-GB",
  us: "en-US",
  jp: "ja",
  kr: "ko",
  cz: "cs",
  dk: "da",
  gr: "el",
  ua: "uk",
};

/** The tag as BCP 47 writes it, as far as one can tell what was meant. */
export function rightTag(value: string): string | undefined {
  const known = value.toLowerCase();
  if (Object.hasOwn(MISTAKEN_TAGS, known)) return MISTAKEN_TAGS[known];
  try {
    const [right] = Intl.getCanonicalLocales(value.replace(/_/g, "-"));
    // Longer ones are tags by the grammar, and no language's.
    return right && /^[a-z]{2,3}(-|$)/.test(right) ? right : undefined;
  } catch {
    return undefined;
  }
}

export const tag: Test = (value, spot) => {
  const right = rightTag(value);
  if (right === value) return;
  const better = right ? `Write ${quoted([right])}.` : 'Write a tag such as "en" or "zh-CN".';
  spot.error(`${quoted([value])} is no language tag as BCP 47 writes it.`, better);
};

export const date: Test = (value, spot) => {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) {
    spot.error(
      `${quoted([value])} is no date written YYYY-MM-DD.`,
      'Write year, month and day with two digits each, such as "2026-11-01".',
    );
    return;
  }
  const time = Date.parse(`${value}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    spot.error(`There is no day ${value}.`, "Write a date that the calendar has.");
  }
};

export const region: Test = (value, spot) => {
  const better = value.toUpperCase().replace(/_/g, "-").replace(/^UK\b/, "GB");
  if (value === better && /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(value)) return;
  const fits = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(better);
  spot.error(
    `${quoted([value])} is no ISO 3166 code.`,
    `Write ${fits ? quoted([better]) : 'a code such as "CN", "FR" or "US-CA"'}.`,
  );
};

export const regionOrAny: Test = (value, spot) => {
  if (value !== "*") region(value, spot);
};

export const country: Test = (value, spot) => {
  if (/^[A-Z]{2}-/.test(value))
    spot.error(`${quoted([value])} is a part of a country.`, `Write ${quoted([value.slice(0, 2)])}.`);
  else region(value, spot);
};

/** An address that leads somewhere from every page of the site. */
export const address =
  (...schemes: readonly string[]): Test =>
  (value, spot) => {
    let url: URL;
    try {
      url = new URL(value, "https://site.invalid/");
    } catch {
      spot.error(`${quoted([value])} is no address.`, 'Write "/privacy/" or "https://www.example.com/privacy/".');
      return;
    }
    const scheme = url.protocol.slice(0, -1);
    if (["javascript", "data", "vbscript", "blob"].includes(scheme)) {
      spot.error(
        `Addresses with "${scheme}:" are refused, because they run code.`,
        'Write a path such as "/privacy/", or an address with https.',
      );
    } else if (!schemes.includes(scheme)) {
      spot.error(
        `An address with "${scheme}:" cannot be used here.`,
        `Write a path such as "/privacy/", or an address with ${schemes.join(" or ")}.`,
      );
    } else if (url.host === "site.invalid" && !/^[/.?#]/.test(value)) {
      const better =
        /^[\w-]+(\.[\w-]+)+(\/|$)/.test(value) && !/\.html?$/.test(value) ? `https://${value}` : `/${value}`;
      spot.error(`${quoted([value])} leads somewhere else on each page.`, `Write ${quoted([better])}.`);
    }
  };

export const mailbox: Test = (value, spot) => {
  if (!/^[^\s@]+@[^\s@]+$/.test(value))
    spot.error(`${quoted([value])} is no e-mail address.`, 'Write it plainly, such as "privacy@example.cn".');
};

/** A dotted path below `window`, as the steps of `consent` name functions and values. */
export const dotted: Test = (value, spot) => {
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*(\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u.test(value)) {
    const better = value.replace(/^window\s*\./, "").replace(/[\s([].*$/s, "");
    spot.error(
      `${quoted([value])} is no dotted name below "window".`,
      `Write a name such as ${quoted([/^[\w$.]+$/.test(better) ? better : "_paq"])}, without brackets or arguments.`,
    );
  } else if (/^window\./.test(value)) {
    spot.warn(`${quoted([value])} starts at "window", where every path starts.`, `Write ${quoted([value.slice(7)])}.`);
  }
};
