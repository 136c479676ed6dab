// A gate that only remembers what it was asked, for tests of the interface. It decides nothing.
import { vi } from "vitest";
import en from "../../../locales/en.json";
import zh from "../../../locales/zh-CN.json";
import type { AssentApi, Ui, UiContext } from "../../../src/contract";
import { split } from "../../../src/locale/split.mjs";
import type { Config, Service, State } from "../../../src/types";
import { createCentre } from "../../../src/ui/centre/centre";
import { mount } from "../../../src/ui/mount";

export const isSeparate = (service: Service): boolean =>
  !!(service.crossBorder || service.sensitive || service.provides);

export const config: Config = {
  revision: 3,
  lastUpdated: "2026-11-01",
  changes: { en: "Baidu was added.", "zh-CN": "新增百度统计。" },
  controller: {
    name: { en: "Harbour Cloud", "zh-CN": "海港云" },
    phone: "400-089 0365",
    email: "privacy@example.cn",
    policyUrl: { en: "/privacy-en/", "zh-CN": "/privacy/" },
  },
  languages: ["zh-CN", "en"],
  regimes: {},
  categories: [
    { id: "necessary", required: true },
    { id: "preferences", required: false },
    { id: "analytics", required: false },
    { id: "video", required: false, name: { en: "Films" }, purpose: { en: "Plays films." } },
  ],
  services: [
    { id: "session", category: "necessary", recipient: "Own" },
    {
      id: "tongji",
      category: "analytics",
      name: "Tongji",
      recipient: { en: "Baidu", "zh-CN": "百度" },
      cookies: [{ name: "HMACCOUNT", retention: "session" }],
    },
    {
      id: "ga",
      category: "analytics",
      name: "GA",
      recipient: "Google LLC",
      crossBorder: {
        recipient: "Google LLC",
        country: "US",
        contact: "c@example.com",
        purpose: "p",
        method: "m",
        data: "d",
        rights: "r",
      },
    },
  ],
  blocking: { scope: "known", enforce: "script", allow: [] },
  cookie: { name: "assent", days: 180, refusalDays: 180, path: "/" },
  signals: { gpc: true, dataLayer: false },
  records: { keep: 20 },
  ui: { layout: "bar", position: "bottom", theme: "auto", revisit: true, reloadOnWithdraw: true },
};

/** jsdom has no layout and no top layer; what the interface needs of them is that they can be called. */
const stubBrowser = () => {
  vi.stubGlobal(
    "CSSStyleSheet",
    class {
      replaceSync() {}
    },
  );
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  document.adoptedStyleSheets = [];
  Element.prototype.scrollIntoView = () => {};
  HTMLElement.prototype.showPopover = () => {};
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    if (!this.open) return;
    this.open = false;
    queueMicrotask(() => this.dispatchEvent(new Event("close")));
  };
};

export interface Scene {
  ui: Ui;
  context: UiContext;
  state: { -readonly [K in keyof State]: State[K] };
  root: ShadowRoot;
  find(selector: string): HTMLElement;
  all(selector: string): HTMLElement[];
  press(selector: string): Promise<void>;
}

interface Options {
  config?: Partial<Config>;
  state?: Partial<State>;
  load?: (name: string) => Promise<unknown>;
}

export const load = async (name: string): Promise<unknown> => {
  if (name === "assent-centre.js") return { createCentre };
  const [, tag, isCentre] = /^locale\/(.+?)(-centre)?\.js$/.exec(name) ?? [];
  const texts = tag === "en" ? en : tag === "zh-CN" ? zh : undefined;
  if (texts) return { texts: split(texts)[isCentre ? 1 : 0] };
  throw new Error(`${name} did not load`);
};

/** Everything that is on its way arrives. */
export const settle = (): Promise<unknown> => new Promise((done) => setTimeout(done));

/** The gate knows every id. */
const nothing = ({ categories, services }: Partial<Config> = {}) =>
  Object.fromEntries(
    [...(categories ?? config.categories), ...(services ?? config.services)].map(({ id }) => [id, false]),
  );

export const scene = (options: Options = {}): Scene => {
  stubBrowser();
  document.body.replaceChildren();
  const host = document.body.appendChild(document.createElement("div"));
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [];
  const required = { necessary: true, session: true };
  const state: Scene["state"] = {
    decided: false,
    basis: "regime",
    regime: "cn",
    language: "en",
    gpc: false,
    record: null,
    ...options.state,
    consents: { ...nothing(options.config), ...required, ...options.state?.consents },
  };
  const api = {
    state,
    open: (layer = "preferences") => ui.open(layer as "preferences").catch(() => {}),
    setLanguage(tag: string) {
      state.language = tag;
      ui.update();
    },
  } as Partial<AssentApi> as AssentApi;
  const context: UiContext = {
    api,
    config: { ...config, ...options.config },
    root,
    isSeparate,
    choose: vi.fn(() => ui.close()),
    closed: vi.fn(),
    url: (name) => `/${name}`,
  };
  // As the gate does: it opens the preference centre for whatever is marked so.
  host.addEventListener("click", (event) => {
    const origin = event.composedPath()[0] as Element;
    if (origin.closest("[data-assent=preferences]")) api.open("preferences");
  });
  const ui = mount(context, options.load ?? load);
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const find = (selector: string): HTMLElement => {
    const [found, another] = all(selector);
    if (!found || another) throw new Error(`${selector}: ${found ? "more than one" : "none"}`);
    return found;
  };
  return {
    ui,
    context,
    state,
    root,
    all,
    find,
    async press(selector) {
      find(selector).focus();
      find(selector).click();
      await settle();
    },
  };
};
