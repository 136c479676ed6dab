// Mistakes put into the full config one at a time, each with the place and the remedy that the check must name.
// Data only. `set` and `drop` change a copy of the config at a path.
import full from "../fixtures/full.json";

/** A path into the config, as keys. */
type Keys = readonly (string | number)[];

export interface Mistake {
  /** A sentence that says what the check notices. */
  notices: string;
  config: unknown;
  path: string;
  remedy: string | RegExp;
  severity?: "warning";
}

/** The fixture with one value replaced, added or, with `undefined`, dropped. */
export function changed(keys: Keys, value: unknown): unknown {
  const config: unknown = structuredClone(full);
  let owner = config as { [key: string | number]: unknown };
  for (const key of keys.slice(0, -1)) owner = owner[key] as typeof owner;
  const last = keys.at(-1) ?? "";
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return config;
}

/** Notices, keys, new value, remedy; a path of its own where the problem is told elsewhere, and "warning". */
type Row = readonly [string, Keys, unknown, string | RegExp, (string | null)?, "warning"?];

const step = ["services", 4, "consent", "grant", 0] as const;
const abroad = ["services", 3, "crossBorder"] as const;
const both = '{ "zh-CN": "…", "en": "…" }';

const ROWS: readonly Row[] = [
  // Shape
  ["a misspelled key at the top", ["servces"], [], /Remove it\. Keys known here: .*"services"/],
  ["a misspelled key and names the right one", ["controller", "adress"], "", /Remove it/],
  ["a misspelled key of a service", ["services", 1, "vendr"], "x", /Remove it/],
  ["that the categories are missing", ["categories"], undefined, 'Write "categories": [{ … }].'],
  ["that there is no category", ["categories"], [], 'Write [{ "id": "analytics" }].'],
  ["that the categories are no list", ["categories"], { id: "analytics" }, "Write [{ … }]."],
  ["that a category is no object", ["categories", 1], "preferences", "Write { … }."],
  ["that a service is null", ["services", 1], null, "Write { … }."],
  ["a text where true or false is meant", ["signals", "gpc"], "true", "Write true."],
  ["a number in quotes", ["cookie", "days"], "180", "Write 180."],
  ["null where a text is meant", ["cookie", "name"], null, 'Write "assent".'],
  ["an empty text", ["controller", "name", "en"], " ", /Write "…", or leave the key out/],
  ["a number where a text is meant", ["controller", "address"], 1, `Write ${both}.`],
  // Ids
  ["that a service has no id", ["services", 1, "id"], undefined, 'Write "id": "site-statistics".'],
  ["a space in an id", ["services", 1, "id"], "bai du", 'Write "bai-du".'],
  ["a negation sign in an id", ["services", 1, "id"], "!tongji", 'Write "tongji".'],
  [
    "an id that JavaScript uses itself",
    ["services", 1, "id"],
    "constructor",
    'Write another, such as "constructor-1".',
  ],
  ["an id given twice", ["services", 2, "id"], "tongji", 'Write an id of its own, such as "tongji-2".'],
  ["a category given twice", ["categories", 4, "id"], "analytics", /such as "analytics-2"/],
  ["one id for a category and a service", ["services", 1, "id"], "analytics", /such as "analytics-2"/],
  ["an unknown category and names the nearest", ["services", 1, "category"], "analitycs", 'Write "analytics".'],
  [
    "an unknown category and lists the known",
    ["services", 1, "category"],
    "zzz",
    /^Write one of "necessary", "preferences"/,
  ],
  ["that a service has no category", ["services", 1, "category"], undefined, 'Write "category": "analytics".'],
  ["characters that no vendor id has", ["services", 1, "vendor"], "../secret", /small letters, digits and hyphens/],
  ["a custom category without name", ["categories", 4, "name"], undefined, `Write "name": ${both}.`],
  ["a custom category without purpose", ["categories", 4, "purpose"], undefined, `Write "purpose": ${both}.`],
  [
    "a built-in id misspelled",
    ["categories", 1],
    { id: "preferences-", name: "x" },
    /, or the id "preferences"\.$/,
    "categories[1].purpose",
  ],
  ["that necessary things cannot be optional", ["categories", 0, "required"], false, /Write "required": true/],
  // Texts and languages
  ["a text missing in one language", ["categories", 4, "name", "en"], undefined, 'Write "en": "…".'],
  [
    "texts missing in every language",
    ["services", 3, "retention"],
    {},
    'Write "zh-CN": "…".',
    "services[3].retention.zh-CN",
  ],
  ["an address missing in one language", ["controller", "policyUrl", "zh-CN"], undefined, 'Write "zh-CN": "…".'],
  ["a language written as an English word", ["languages", 1], "english", 'Write "en".'],
  ["an underscore in a language tag", ["languages", 0], "zh_CN", 'Write "zh-CN".'],
  ["a country where a language is meant", ["languages", 0], "cn", 'Write "zh-CN".'],
  ["that no language is offered", ["languages"], [], 'Write ["zh-CN", "en"], or leave the key out.'],
  ["a bad language tag in a text", ["changes", "zh_CN"], "…", 'Write "zh-CN".'],
  [
    "a text that nobody is offered",
    ["changes", "fr"],
    "…",
    'Add it to "languages", or take the text out.',
    null,
    "warning",
  ],
  ["HTML in a text", ["changes", "en"], "<b>New</b>", "Write plain text.", null, "warning"],
  // Plain values
  ["a revision of zero", ["revision"], 0, "Write a whole number from 1 to 999999999, such as 1."],
  ["a revision with a fraction", ["revision"], 1.5, /whole number from 1/],
  ["a date written the German way", ["lastUpdated"], "1.11.2026", /"2026-11-01"/],
  ["a date the calendar does not have", ["effectiveFrom"], "2026-02-30", "Write a date that the calendar has."],
  ["a month the calendar does not have", ["lastUpdated"], "2026-13-01", "Write a date that the calendar has."],
  ["an effect before the change", ["effectiveFrom"], "2026-10-01", /"2026-11-01"/, null, "warning"],
  ["more days than browsers keep", ["cookie", "days"], 730, "Write a whole number from 1 to 400, such as 180."],
  ["zero days", ["cookie", "refusalDays"], 0, /from 1 to 400/],
  ["a no that is asked sooner than a yes", ["cookie", "refusalDays"], 30, 'Write "refusalDays": 180.', null, "warning"],
  ["an unknown regime", ["regimes", "CN"], "china", /^Write one of "cn", "eu"/],
  ["a regime misspelled", ["regimes", "*"], "strictets", /^Write "strictest"; valid are "cn"/],
  ["a region in small letters", ["regimes", "us-ny"], "us", 'Write "US-NY".', "regimes.us-ny"],
  ["the region UK", ["regimes", "UK"], "uk", 'Write "GB".', "regimes.UK"],
  [
    "an American spelling of a layout",
    ["ui", "layout"],
    "centered",
    /^Write "centred"; valid are "bar", "box", "centred"/,
  ],
  ["an unknown theme", ["ui", "theme"], "midnight", 'Write one of "auto", "light", "dark".'],
  ["an unknown position", ["ui", "position"], "bottom-right", /valid are|one of "top"/],
  ["an unknown scope", ["blocking", "scope"], "everything", 'Write one of "known", "all".'],
  ["hosts let through without effect", ["blocking", "scope"], "known", /"scope": "all"/, "blocking.allow", "warning"],
  ["receipts counted below zero", ["records", "keep"], -1, /whole number from 0 up/],
  ["a mailbox without a host", ["controller", "email"], "privacy", /"privacy@example.cn"/],
  ["a telephone number without digits", ["controller", "phone"], "call us", /with its digits/],
  ["a way back that is a number", ["ui", "revisit"], 1, "Write true."],
  ["an unknown text of the interface", ["ui", "texts", "titel"], "…", 'Write "title".'],
  // Addresses
  [
    "code in an address",
    ["controller", "policyUrl", "en"],
    "javascript:alert(1)",
    /^Write a path such as "\/privacy\/"/,
  ],
  ["code hidden in an address by a tab", ["controller", "rightsUrl"], "java\tscript:alert(1)", /^Write a path/],
  ["data as an address", ["services", 4, "policyUrl"], "data:text/html,x", /^Write a path/],
  [
    "an address without a scheme",
    ["controller", "policyUrl", "en"],
    "www.example.cn/privacy",
    'Write "https://www.example.cn/privacy".',
  ],
  ["an address relative to the page", ["controller", "rightsUrl"], "rights.html", 'Write "/rights.html".'],
  ["receipts sent to no web address", ["records", "url"], "ftp://example.cn/", /with https or http/],
  ["an address that cannot be read", ["records", "url"], "https://exa mple/", /Write "\/privacy\/" or/],
  // Hosts and cookies
  ["a scheme before a host", ["services", 3, "hosts", 0], "https://cdn.example.com", 'Write "cdn.example.com".'],
  [
    "a port and a path after a host",
    ["services", 3, "hosts", 0],
    "cdn.example.com:8443/js",
    'Write "cdn.example.com".',
  ],
  ["capital letters in a host", ["services", 3, "hosts", 0], "CDN.example.com", 'Write "cdn.example.com".'],
  ["Chinese letters in a host", ["services", 3, "hosts", 0], "例子.cn", 'Write "xn--fsqu00a.cn".'],
  ["a dot before a host", ["services", 3, "hosts", 0], ".example.com", 'Write "*.example.com".'],
  ["an asterisk inside a host", ["services", 3, "hosts", 0], "cdn.*.com", /may only stand at the start/],
  ["a host that covers everything", ["services", 3, "hosts", 0], "*", /one by one/],
  ["a host that covers a whole country", ["services", 3, "hosts", 0], "*.cn", /one by one/],
  ["a pattern among the controller's hosts", ["controller", "hosts", 0], "*.example.cn", /^Write "example.cn"/],
  [
    "a host of two services",
    ["services", 4, "hosts", 0],
    "www.googletagmanager.com",
    /one service of the two/,
    null,
    "warning",
  ],
  [
    "a host under the pattern of another service",
    ["services", 4, "hosts", 0],
    "x.google-analytics.com",
    /one service of the two/,
    null,
    "warning",
  ],
  [
    "a host listed twice",
    ["blocking", "allow"],
    ["a.example", "a.example"],
    "Remove one of them.",
    "blocking.allow[1]",
    "warning",
  ],
  ["an equals sign in the cookie's name", ["cookie", "name"], "as=sent", 'Write "as-sent".'],
  ["a prefix that forbids a domain", ["cookie", "name"], "__Host-assent", /^Write "assent", or take "domain"/],
  ["a domain that is a host with scheme", ["cookie", "domain"], "https://example.cn", 'Write ".example.cn".'],
  ["a domain that is everybody's", ["cookie", "domain"], ".com.cn", /such as "\.example\.com\.cn"/],
  ["a domain of one label", ["cookie", "domain"], ".cn", /^Write your own domain/],
  ["a cookie path without slash", ["cookie", "path"], "shop", /^Write "\/"/],
  [
    "a value in a declared cookie",
    ["services", 0, "cookies", 0, "name"],
    "SID=1",
    'Write the name alone, such as "SID".',
  ],
  [
    "a regular expression that does not compile",
    ["services", 4, "cookies", 0, "name"],
    "/vp_(/",
    /^Correct it, or use "\*"/,
  ],
  ["a regular expression with flags", ["services", 4, "cookies", 0, "name"], "/^vp_/i", 'Write "/^vp_/".'],
  [
    "a regular expression left open",
    ["services", 4, "cookies", 0, "name"],
    "/^vp_",
    /^Write "\/\^vp_\/"/,
    null,
    "warning",
  ],
  ["a name that covers every cookie", ["services", 3, "cookies", 0, "name"], "*", /"_ga\*"/, null, "warning"],
  ["an expression that covers every key", ["services", 4, "storage", 0, "name"], "/.*/", /"_ga\*"/, null, "warning"],
  [
    "a cookie declared as storage",
    ["services", 4, "storage", 0, "kind"],
    "cookie",
    'Write one of "local", "session", "indexeddb".',
  ],
  [
    "a cookie kept for two years",
    ["services", 3, "cookies", 0, "retention"],
    "2 years",
    /13 months or less/,
    null,
    "warning",
  ],
  [
    "a cookie kept for two years, said in Chinese",
    ["services", 3, "cookies", 0, "retention", "zh-CN"],
    "2年",
    /13 months/,
    "services[3].cookies[0].retention",
    "warning",
  ],
  // Services
  [
    "that nothing of a service is declared",
    ["services", 1, "vendor"],
    undefined,
    /Write "vendor", or "hosts"/,
    "services[1]",
    "warning",
  ],
  [
    "a custom category without services",
    ["services", 4, "category"],
    "analytics",
    /Add its services/,
    "categories[4]",
    "warning",
  ],
  ["analytics for everybody", ["categories", 3, "required"], true, /Take it out/, null, "warning"],
  ["that the recipient abroad is missing", [...abroad, "recipient"], undefined, `Write "recipient": ${both}.`],
  ["that the country abroad is missing", [...abroad, "country"], undefined, 'Write "country": "US".'],
  ["that the contact abroad is missing", [...abroad, "contact"], undefined, `Write "contact": ${both}.`],
  ["that the purpose abroad is missing", [...abroad, "purpose"], undefined, `Write "purpose": ${both}.`],
  ["that the method of transfer is missing", [...abroad, "method"], undefined, `Write "method": ${both}.`],
  ["that the data sent abroad are missing", [...abroad, "data"], undefined, `Write "data": ${both}.`],
  ["that the rights abroad are missing", [...abroad, "rights"], undefined, `Write "rights": ${both}.`],
  ["that rights abroad are missing in one language", [...abroad, "rights", "en"], undefined, 'Write "en": "…".'],
  ["a country by its name", [...abroad, "country"], "China", /a code such as "CN"/],
  ["a state where a country is meant", [...abroad, "country"], "US-CA", 'Write "US".'],
  ["a transfer that crosses no border", [...abroad, "country"], "CN", /take "crossBorder" out/, null, "warning"],
  ["a step that does nothing", step, {}, /Write one of "stub", "push", "call", "set"/],
  ["a step misspelled", step, { pusch: "_paq", args: [1] }, 'Write "push" instead of "pusch".'],
  ["a step that does two things", step, { push: "_paq", call: "f", args: [] }, /^Make a step of each/],
  [
    "a call without arguments",
    step,
    { call: "vp.consent" },
    'Write "args": [[]].',
    "services[4].consent.grant[0].args",
  ],
  ["code in a step", [...step, "call"], "vp.consent(true)", /such as "vp\.consent", without brackets/],
  ["a step that starts at window", [...step, "call"], "window.vp", 'Write "vp".', null, "warning"],
  [
    "a tool said to stop that nothing stops",
    ["services", 4, "consent", "revoke"],
    [],
    /take "stops" out/,
    "services[4].consent.stops",
  ],
  [
    "a Google type that does not exist",
    ["signals", "google", "types", "ads"],
    "ga",
    /Remove it\. Keys known here: "ad_storage"/,
  ],
  [
    "a Google type granted by an unknown id",
    ["signals", "google", "types", "analytics_storage"],
    "analytic",
    'Write "analytics".',
  ],
  ["a Google region that is no code", ["signals", "google", "region", 0], "china", /"CN", "FR" or "US-CA"/],
];

export const MISTAKES: readonly Mistake[] = ROWS.map(([notices, keys, value, remedy, path, severity]) => ({
  notices,
  config: changed(keys, value),
  remedy,
  path: path ?? pathOf(keys),
  ...(severity && { severity }),
}));

function pathOf(keys: Keys): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === "number") return `${path}[${key}]`;
    if (!/^[\w$-]+$/.test(key)) return `${path}["${key}"]`;
    return path ? `${path}.${key}` : key;
  }, "");
}
