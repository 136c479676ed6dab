// Composes pages: content (site/pages), layout, partials and texts, with {{names}} filled in.
// Files are read at every request, so an edit shows at the next reload. Knows no HTTP and no consent.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SITE = fileURLToPath(new URL("../site/", import.meta.url));

/** The two addresses of every page. */
export const ADDRESSES = {
  home: { "zh-CN": "/", en: "/en/" },
  trust: { "zh-CN": "/trust/", en: "/trust-en/" },
  privacy: { "zh-CN": "/privacy/", en: "/privacy-en/" },
  faq: { "zh-CN": "/faq/", en: "/faq-en/" },
  console: { "zh-CN": "/console/", en: "/console-en/" },
};

/** Which page an address leads to, if any. */
export function findPage(pathname) {
  for (const [page, addresses] of Object.entries(ADDRESSES)) {
    for (const [language, address] of Object.entries(addresses)) {
      if (address === pathname) return { page, language };
    }
  }
  return null;
}

/** The layout's and the console's texts in one language. @returns {Record<string, string>} */
export const readTexts = (language) => JSON.parse(read("texts.json"))[language];

const read = (name) => readFileSync(SITE + name, "utf8");

/**
 * Fills `{{name}}` from values and `{{> file}}` from site/partials. A name without a value is a mistake in the demo.
 * @param {string} template
 * @param {Record<string, string>} values
 * @returns {string}
 */
export function fill(template, values) {
  return template.replace(/\{\{(> )?([\w.-]+)\}\}/g, (_, partial, name) => {
    if (partial) return fill(read(`partials/${name}`), values);
    if (!(name in values)) throw new Error(`The demo's templates ask for {{${name}}}, which nobody provides.`);
    return values[name];
  });
}

/**
 * One whole page.
 * @param {{ page: string, language: string, values: Record<string, string> }} wanted
 */
export function renderPage({ page, language, values }) {
  const [, head, content] = /^<!--\n(.*?)\n-->\n(.*)$/s.exec(read(`pages/${page}.${language}.html`)) ?? [];
  if (content === undefined) throw new Error(`site/pages/${page}.${language}.html lacks its opening comment.`);
  const meta = Object.fromEntries(
    head.split("\n").map((line) =>
      line
        .trim()
        .split(/:\s+(.*)/)
        .slice(0, 2),
    ),
  );
  const other = language === "en" ? "zh-CN" : "en";
  const addresses = ADDRESSES[page] ?? ADDRESSES.home;
  const all = {
    ...readTexts(language),
    ...meta,
    ...links(language),
    page,
    language,
    otherLanguage: other,
    otherAddress: addresses[other],
    zhAddress: addresses["zh-CN"],
    enAddress: addresses.en,
    ...current(page),
    ...values,
  };
  return fill(read("layout.html"), { ...all, content: fill(content, all) });
}

/** The addresses of all pages in one language, as `toHome`, `toTrust` … */
function links(language) {
  const entries = Object.entries(ADDRESSES);
  return Object.fromEntries(entries.map(([page, to]) => [`to${page[0].toUpperCase()}${page.slice(1)}`, to[language]]));
}

/** `aria-current` for the navigation: `atTrust` is set on the trust centre, and empty elsewhere. */
function current(page) {
  const mark = (name) => (name === page ? ' aria-current="page"' : "");
  return Object.fromEntries(Object.keys(ADDRESSES).map((name) => [`at-${name}`, mark(name)]));
}

/** The consent config as it is served, its third-party addresses filled in. */
export function readConfig(origins) {
  return JSON.parse(fill(read("consent.json"), origins));
}
