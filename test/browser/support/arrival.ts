// How a visitor's browser is set up: a context of its own, in English on a 1280 × 720 screen unless told otherwise.
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";

export interface VisitorOptions extends BrowserContextOptions {
  /** The browser sends Global Privacy Control. */
  gpc?: boolean;
  /** Runs before every document. */
  before?: () => void;
}

export async function arrives(browser: Browser, options: VisitorOptions): Promise<BrowserContext> {
  const { gpc, before, ...rest } = options;
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 720 }, ...rest });
  context.setDefaultTimeout(5000);
  if (gpc) await sendsGpc(context);
  if (before) await context.addInitScript(before);
  return context;
}

/** From the next document on the browser sends Global Privacy Control. */
export async function sendsGpc(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true, configurable: true });
  });
}
