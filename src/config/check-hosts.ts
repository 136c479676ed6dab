// Names that browsers compare: hosts, cookie domains, cookie names, declared names of cookies and storage keys.
import { quoted } from "./check-nearest";
import type { Test } from "./check-shape";
import type { Spot } from "./check-spot";

const LABEL = "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?";
const HOST = new RegExp(`^(\\*\\.)?${LABEL}(\\.${LABEL})*$`);

/** What people add to a host name, what to call it, and how to take it off. The order matters. */
const EXTRAS: readonly (readonly [RegExp, string, string])[] = [
  [/^\s+|\s+$/g, "space around it", ""],
  [/^([a-z][a-z0-9+.-]*:)?\/\//i, "a scheme", ""],
  [/[/?#].*$/, "a path", ""],
  [/^.*@/, "a user", ""],
  [/:\d*$/, "a port", ""],
  [/\.$/, "a dot at the end", ""],
  [/^\./, "a dot at the start", "*."],
];

/** The host name in what was written, and what else was in it. */
function bare(value: string): { name: string; extras: string[] } {
  let name = value;
  const extras: string[] = [];
  for (const [pattern, what, instead] of EXTRAS) {
    const next = name.replace(pattern, instead);
    if (next !== name) extras.push(what);
    name = next;
  }
  try {
    // As the browser writes it: lower case, and other scripts in Punycode.
    const star = name.startsWith("*.") ? "*." : "";
    const written = star + new URL(`https://${name.slice(star.length)}/`).hostname;
    if (written !== name)
      extras.push(/^[\x20-\x7e]*$/.test(name) ? "capital letters" : "letters that browsers write in Punycode");
    name = written;
  } catch {
    // No host name at all; the caller finds out.
  }
  return { name, extras };
}

export const host: Test = (value, spot) => {
  const { name, extras } = bare(value);
  if (value.trim() === "*" || /^\*\.[^.]+$/.test(name)) {
    spot.error(
      `${quoted([value])} covers far too much.`,
      'Write the hosts one by one, or with "*." before a site, such as "*.example.com".',
    );
  } else if (!HOST.test(name)) {
    const star = value.includes("*") ? 'A "*" may only stand at the start, before a dot. ' : "";
    spot.error(
      `${quoted([value])} is no host name.`,
      `${star}Write a name such as "cdn.example.com" or "*.example.com".`,
    );
  } else if (extras.length) {
    spot.error(
      `Only the host name can match; ${quoted([value])} has ${extras.join(" and ")}.`,
      `Write ${quoted([name])}.`,
    );
  } else if (!name.includes(".") && name !== "localhost") {
    spot.warn(
      `${quoted([value])} is not a full host name.`,
      `Write it whole, such as ${quoted([`${name}.example.com`])}.`,
    );
  }
};

/** A host that the choice counts for: one name, no pattern. */
export const plainHost: Test = (value, spot) => {
  if (value.startsWith("*.")) {
    spot.error(
      `${quoted([value])} is a pattern; one choice counts for hosts named one by one.`,
      `Write ${quoted([value.slice(2)])} and every sub-domain in use.`,
    );
  } else host(value, spot);
};

/** Does a pattern with `*.` cover the other host, pattern or not? */
export function hostCovers(pattern: string, other: string): boolean {
  return pattern === other || (pattern.startsWith("*.") && other.replace(/^\*/, "").endsWith(pattern.slice(1)));
}

export const domain: Test = (value, spot) => {
  const { name, extras } = bare(value.replace(/^\./, ""));
  const labels = name.split(".");
  if (
    !HOST.test(name) ||
    name.startsWith("*") ||
    (labels.length < 2 && name !== "localhost") ||
    /^[\d.]+$/.test(name)
  ) {
    spot.error(
      `${quoted([value])} is no domain that a cookie can have.`,
      'Write your own domain, such as ".example.cn", or leave it out.',
    );
  } else if (/^(com|net|org|gov|edu|co|ac)\.[a-z]{2}$/.test(name)) {
    spot.error(
      `${quoted([value])} belongs to everybody; browsers refuse the cookie.`,
      `Write your own domain, such as ${quoted([`.example.${name}`])}.`,
    );
  } else if (extras.length) {
    spot.error(
      `Only the domain can match; ${quoted([value])} has ${extras.join(" and ")}.`,
      `Write ${quoted([`.${name}`])}.`,
    );
  }
};

export const cookiePath: Test = (value, spot) => {
  if (!value.startsWith("/") || /[;\s]/.test(value))
    spot.error(`${quoted([value])} is no cookie path.`, 'Write "/", or a path that starts with it.');
};

/** The name of our own cookie (RFC 6265: a token). */
export const cookieName: Test = (value, spot) => {
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(value)) {
    const better = value.replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "") || "assent";
    spot.error(`${quoted([value])} has characters that a cookie name cannot have.`, `Write ${quoted([better])}.`);
  } else if (value.length > 40) {
    spot.warn(`The name takes ${value.length} bytes of every request.`, 'Write a short one, such as "assent".');
  }
};

/** A declared name: exact, with `*`, or `/…/`. */
const declared =
  (what: string): Test =>
  (value, spot) => {
    if (value.length > 2 && value.startsWith("/") && value.endsWith("/")) pattern(value, spot);
    else if (/^\/.*\/[a-z]+$/.test(value)) {
      spot.error("A regular expression takes no flags here.", `Write ${quoted([value.replace(/[a-z]+$/, "")])}.`);
    } else if (value.startsWith("/")) {
      spot.warn(
        `${quoted([value])} starts like a regular expression and does not end like one.`,
        `Write ${quoted([`${value}/`])}, unless a ${what} is really called so.`,
      );
    } else if (/^\*+$/.test(value)) everything(value, spot);
  };

export const declaredKey: Test = declared("key");

export const declaredCookie: Test = (value, spot) => {
  const regular = value.startsWith("/");
  if (!regular && /[=;,\s\p{Cc}]/u.test(value)) {
    spot.error(
      `${quoted([value])} cannot be a cookie's name.`,
      `Write the name alone, such as ${quoted([value.split(/[=;,\s\p{Cc}]/u).find(Boolean) ?? "_ga"])}.`,
    );
  } else declared("cookie")(value, spot);
};

function pattern(value: string, spot: Spot): void {
  try {
    const compiled = new RegExp(value.slice(1, -1));
    if (compiled.test("") && compiled.test("assent-probe 0")) everything(value, spot);
  } catch (error) {
    const why =
      error instanceof Error ? error.message.replace(/^Invalid regular expression: /, "").replace(/\.$/, "") : "";
    spot.error(
      `The regular expression does not compile: ${why}.`,
      'Correct it, or use "*" for any characters, such as "_ga*".',
    );
  }
}

function everything(value: string, spot: Spot): void {
  spot.warn(
    `${quoted([value])} covers every name, the site's own too.`,
    'Write what the names have in common, such as "_ga*".',
  );
}
