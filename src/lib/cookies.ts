// The only place that knows js-cookie. Nothing throws: a sandboxed page has no cookies, that is all.
import Cookies from "js-cookie";
import { quiet } from "./quiet";

/** A cookie is known by name, domain and path together (RFC 6265 5.3); an empty domain is the page's own host. */
export interface Place {
  domain: string;
  path: string;
}

export function cookieNames(): string[] {
  return Object.keys(quiet(() => Cookies.get()) || {});
}

/** SameSite is said, not left to the browser's default (MDN, Set-Cookie). */
export function writeCookie(name: string, value: string, { domain, path, days }: Place & { days: number }): void {
  const secure = location.protocol === "https:";
  quiet(() => Cookies.set(name, value, { path, expires: days, sameSite: "lax", secure, ...(domain && { domain }) }));
}

/** `__Secure-` and `__Host-` names are only taken with `secure`, which `writeCookie` says (RFC 6265bis 4.1.3). */
export function removeCookie(name: string, place: Place): void {
  writeCookie(name, "", { ...place, days: -1 });
}
