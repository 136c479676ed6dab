// A page's cookies, for tests in jsdom.

export function setCookie(text: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: what pages and tools do
  document.cookie = text;
}

/** Names and values, in alphabetical order. */
export const cookies = (): string[] => document.cookie.split("; ").filter(Boolean).sort();

export function clearCookies(): void {
  for (const pair of cookies()) {
    for (const path of ["/", "/shop", "/shop/", "/shop/cart"])
      setCookie(`${pair.split("=")[0]}=; max-age=0; path=${path}`);
  }
}

/** Cookies are blocked, as a browser does it in sandboxed pages. Returns the way back. */
export function blockCookies(): () => void {
  const fail = (): never => {
    throw new DOMException("blocked", "SecurityError");
  };
  Object.defineProperty(document, "cookie", { configurable: true, get: fail, set: fail });
  return () => {
    delete (document as { cookie?: string }).cookie;
  };
}
