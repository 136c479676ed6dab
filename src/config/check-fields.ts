// The description of a config: which keys there are, and what may stand in each. It follows ConfigFile in types.ts,
// and a test holds both against each other. What an object must be as a whole is in check-parts.ts.
import type { GoogleType, RegimeId } from "../types";
import { cookieName, cookiePath, declaredCookie, declaredKey, domain, host, plainHost } from "./check-hosts";
import { storedItem } from "./check-lifetime";
import * as whole from "./check-parts";
import { flag, json, list, map, must, number, object, oneOf, type Rule, string } from "./check-shape";
import { address, country, date, dotted, mailbox, reference, region, regionOrAny, tag } from "./check-values";
import { id, text, words } from "./check-words";

const ANY = Number.MAX_SAFE_INTEGER;
const REGIMES = ["cn", "eu", "uk", "us-ca", "us", "br", "in", "qc", "strictest"] satisfies RegimeId[];
const GOOGLE_TYPES = [
  "ad_storage",
  "ad_user_data",
  "ad_personalization",
  "analytics_storage",
  "functionality_storage",
  "personalization_storage",
  "security_storage",
] satisfies GoogleType[];

const link = text(address("https", "http"));
const days = number(180, [1, 400], "Browsers keep no cookie longer than 400 days.");
const day = string('"2026-11-01"', date);
const hosts = list(string('"cdn.example.com"', host), whole.distinct);
const category = reference("category", (facts) => facts.categories);
const vendor = reference("vendor in the catalogue", (facts) => facts.vendors);
const idOf = reference("category or service", ({ categories, services }) =>
  categories.length ? [...categories, ...services] : [],
);

const controller = object(
  {
    id: string('"harbour-cloud-cn"', id),
    name: must(words),
    address: words,
    phone: string('"400-000-0000"', whole.phone),
    email: string('"privacy@example.cn"', mailbox),
    officer: words,
    responseDays: number(30, [1, 365]),
    policyUrl: link,
    rightsUrl: text(address("https", "http", "mailto")),
    hosts: list(string('"www.example.cn"', plainHost), whole.distinct),
  },
  whole.controller,
);

const stored = (name: Rule, kinds: readonly string[]): Rule =>
  list(object({ name: must(name), kind: oneOf(kinds), retention: words, purpose: words }, storedItem));

const name = string('"_paq"', dotted);
const steps = list(
  whole.oneOfSteps({
    stub: object({ stub: must(name), queue: must(string('"q"')) }),
    push: object({ push: must(name), args: must(list(json)) }),
    call: object({ call: must(name), args: must(list(json)) }),
    set: object({ set: must(name), value: must(json) }),
  }),
);

const service = object(
  {
    id: must(string('"site-statistics"', id)),
    category: must(string('"analytics"', category)),
    vendor: string('"baidu-tongji"', whole.vendor(vendor)),
    crossBorder: object(
      {
        recipient: must(words),
        country: must(string('"US"', country)),
        contact: must(words),
        purpose: must(words),
        method: must(words),
        data: must(words),
        rights: must(words),
      },
      whole.crossBorder,
    ),
    sensitive: words,
    provides: words,
    name: words,
    purpose: words,
    hosts,
    cookies: stored(string('"_ga"', declaredCookie), ["cookie"]),
    storage: stored(string('"visitor"', declaredKey), ["local", "session", "indexeddb"]),
    recipient: words,
    dataLocation: words,
    retention: words,
    policyUrl: link,
    consent: object({ default: steps, grant: steps, revoke: steps, stops: flag }, whole.consentCalls),
  },
  whole.service,
);

const google = object({
  mode: oneOf(["basic", "advanced"]),
  types: object(Object.fromEntries(GOOGLE_TYPES.map((type) => [type, string('"analytics"', idOf)]))),
  region: list(string('"CN"', region), whole.distinct),
  waitForUpdate: number(500, [0, 60_000]),
  set: map(flag),
});

export const configFile: Rule = object({
  $schema: string('"./assent.schema.json"'),
  revision: number(1, [1, 999_999_999]),
  lastUpdated: day,
  effectiveFrom: day,
  changes: words,
  controller,
  languages: list(string('"zh-CN"', tag), whole.languages),
  regimes: map(oneOf(REGIMES), regionOrAny),
  categories: must(
    list(
      object(
        { id: must(string('"analytics"', id)), required: flag, name: words, purpose: words, without: words },
        whole.category,
      ),
      whole.categories,
    ),
  ),
  services: list(service),
  blocking: object(
    {
      scope: oneOf(["known", "all"]),
      enforce: oneOf(["script", "csp"]),
      allow: hosts,
    },
    whole.blocking,
  ),
  cookie: object(
    {
      name: string('"assent"', cookieName),
      days,
      refusalDays: days,
      domain: string('".example.cn"', domain),
      path: string('"/"', cookiePath),
    },
    whole.cookie,
  ),
  signals: object({ gpc: flag, google, dataLayer: flag }),
  records: object({ keep: number(20, [0, ANY]), url: string('"/consent-records"', address("https", "http")) }),
  ui: object({
    layout: oneOf(["bar", "box", "centred"]),
    position: oneOf(["top", "bottom", "bottom-start", "bottom-end"]),
    theme: oneOf(["auto", "light", "dark"]),
    revisit: whole.flagOr(words),
    reloadOnWithdraw: flag,
    texts: map(
      words,
      reference("text of the interface", (facts) => facts.texts),
    ),
  }),
});
