// The page object: what a visitor does and sees, so that each test reads as a sentence.
// Controls are found by their contract (design §2.6): data-action, data-category, data-service below #assent-root.
import type { BrowserContext, Cookie, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { AssentApi, Layer } from "../../../src/contract";
import type { State } from "../../../src/types";
import type { Site } from "./server";

export interface Said {
  type: string;
  text: string;
}

const HOME = "http://site.example";
const PATIENCE = { timeout: 5000, interval: 25 };

export class Visitor {
  /** What the console said; a missing file's own message of the browser is left out. */
  readonly console: Said[] = [];
  /** Errors that nobody caught. */
  uncaught: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly site: Site,
  ) {
    page.on("pageerror", (error) => this.uncaught.push(error.message));
    page.on("console", (message) => {
      const said = { type: message.type(), text: message.text() };
      if (!said.text.startsWith("Failed to load resource")) this.console.push(said);
    });
  }

  static async comes(context: BrowserContext, site: Site): Promise<Visitor> {
    return new Visitor(context, await context.newPage(), site);
  }

  /** The same visitor's second tab. */
  async opensTab(): Promise<Visitor> {
    return new Visitor(this.context, await this.context.newPage(), this.site);
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }

  async opens(path = "/", waitUntil: "load" | "commit" | "domcontentloaded" = "load"): Promise<void> {
    await this.page.goto(new URL(path, HOME).href, { waitUntil });
  }

  async reloads(): Promise<void> {
    await this.page.reload();
  }

  get root(): Locator {
    return this.page.locator("#assent-root");
  }
  get banner(): Locator {
    return this.root.locator("[part~='banner']");
  }
  get centre(): Locator {
    return this.root.locator("dialog");
  }
  action(name: string): Locator {
    return this.root.locator(`[data-action='${name}']`).filter({ visible: true }).first();
  }
  switchOf(id: string): Locator {
    return this.root.locator(`[data-category='${id}'], [data-service='${id}']`).first();
  }

  /** The text as it is seen: without what is hidden. */
  async reads(where: Locator): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: textContent would also give hidden text
    return where.innerText();
  }

  async seesBanner(): Promise<void> {
    await this.banner.waitFor({ state: "visible" });
  }
  async seesNoBanner(): Promise<void> {
    await this.settles();
    expect(await this.banner.count(), "banner").toBe(0);
  }
  async bannerIsGone(): Promise<void> {
    await this.banner.waitFor({ state: "detached" });
  }
  async seesPreferences(): Promise<void> {
    await this.centre.waitFor({ state: "visible" });
  }
  async preferencesAreGone(): Promise<void> {
    await this.centre.waitFor({ state: "detached" });
  }

  async does(action: string): Promise<void> {
    await this.action(action).click();
  }
  async acceptsAll(): Promise<void> {
    await this.seesBanner();
    await this.does("accept-all");
    await this.choiceHolds();
  }
  async rejectsAll(): Promise<void> {
    await this.seesBanner();
    await this.does("reject-all");
    await this.choiceHolds();
  }
  async opensPreferences(): Promise<void> {
    await this.does("preferences");
    await this.seesPreferences();
  }
  async switches(id: string, on: boolean): Promise<void> {
    if ((await this.isOn(id)) !== on) await this.switchOf(id).click();
    await expect.poll(() => this.isOn(id), PATIENCE).toBe(on);
  }
  async saves(): Promise<void> {
    await this.does("save");
    await this.choiceHolds();
  }
  /** Whether a switch is drawn as on: a checkbox or `aria-checked`. */
  async isOn(id: string): Promise<boolean> {
    return this.switchOf(id).evaluate((element) =>
      element instanceof HTMLInputElement ? element.checked : element.getAttribute("aria-checked") === "true",
    );
  }

  /** Waits until a choice is recorded and the layer is gone. */
  async choiceHolds(): Promise<void> {
    await expect.poll(() => this.state().then((state) => state.decided), PATIENCE).toBe(true);
    await this.bannerIsGone();
    await this.preferencesAreGone();
  }

  /** Calls something on `window.assent`. */
  async assent<T, A>(call: (assent: AssentApi, argument: A) => T, argument?: A): Promise<Awaited<T>> {
    const handle = await this.page.evaluateHandle(() => (window as unknown as { assent: AssentApi }).assent);
    return (await handle.evaluate(call as never, argument as never)) as Awaited<T>;
  }
  async opensLayer(layer: Layer): Promise<void> {
    await this.assent((assent, wanted) => void assent.open(wanted), layer);
  }
  async has(id: string): Promise<boolean> {
    return this.assent((assent, wanted) => assent.has(wanted), id);
  }
  async state(): Promise<State> {
    return this.assent((assent) => JSON.parse(JSON.stringify(assent.state)) as State);
  }
  /** The ids that are on, sorted. */
  async granted(): Promise<string[]> {
    const { consents } = await this.state();
    return Object.keys(consents)
      .filter((id) => consents[id])
      .sort();
  }

  /** A global of the page. */
  async global<T>(name: string): Promise<T> {
    return this.page.evaluate((key) => (window as unknown as Record<string, T>)[key] as T, name) as Promise<T>;
  }
  /** Names of the scripts that ran on this page, in order. */
  async ran(): Promise<string[]> {
    return (await this.global<string[] | undefined>("log")) ?? [];
  }
  /** Waits until exactly these scripts have run, in this order. */
  async hasRun(...names: string[]): Promise<void> {
    await expect.poll(() => this.ran(), PATIENCE).toEqual(names);
  }
  requestsTo(host: string, part = ""): string[] {
    return this.site.requestsTo(host, part);
  }

  async cookie(name = "assent"): Promise<Cookie | undefined> {
    return (await this.context.cookies()).find((cookie) => cookie.name === name);
  }
  errors(about: RegExp = /./): string[] {
    return this.console.filter(({ type, text }) => type === "error" && about.test(text)).map(({ text }) => text);
  }
  /** Waits for anything matching in the console. */
  async isTold(about: RegExp, within = 5000): Promise<void> {
    await expect.poll(() => this.console.some(({ text }) => about.test(text)), { timeout: within }).toBe(true);
  }

  /** Gives what should not happen its time: the page has painted, been idle, and 150 ms have passed. */
  async settles(): Promise<void> {
    await this.page.evaluate(async () => {
      const turn = (run: (done: () => void) => void) => new Promise<void>((done) => run(() => done()));
      await turn((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
      await turn((done) => requestIdleCallback(() => done(), { timeout: 500 }));
      await turn((done) => setTimeout(done, 150));
    });
  }
}
