// The wiring: which step follows which, from the script tag to the page. Start reading here; every step has its own file.
import { obtain } from "../config/source";
import type { AssentApi } from "../contract";
import { painted } from "../lib/yield";
import { pickLanguage } from "../locale/pick";
import { loadRecord } from "../record/load";
import { sendDefaults } from "../signals/signals";
import type { Act, Config, Consents, Method } from "../types";
import { createApi } from "./api";
import { apply, loadChoice } from "./apply";
import { closeLayer, getLayers, layer, openLayer, type Stage, updateLayer } from "./layers";
import { watchMarked } from "./marked";
import { fail, tell } from "./page";
import { loadPart, partUrl, setBase } from "./parts";
import { known, rules, speak, state, think, use } from "./visitor";

export interface Options {
  /** Where the config is, see `Source`. */
  address: string;
  baked: unknown;
  /** ISO 3166 code of the visitor's region; "" if unknown. */
  region: string;
  /** Forces a language; "" leaves it to the page. */
  language: string;
  /** Address of one of our files; the others are beside it. */
  base: string;
  nonce: string;
  /** Checks the config, and looks for leaks. */
  debug: boolean;
}

type Debug = { debug(context: { raw: unknown; api: AssentApi; config: Config }): void };

/** Returns the API after it has been made known as `window.assent`, so that the first event finds it there. */
export function startGate({ address, baked, region, language, base, nonce, debug }: Options): AssentApi {
  let settle: () => void;
  /** The config is known, or is known not to come. */
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });

  /** Cookies are blocked: a choice lasts as long as the page. */
  let isUnkept = false;

  /** A choice is kept at once, since the visitor may leave in the next moment. All else comes after a paint. */
  const choose = async (act: Act, method: Method, draft?: Consents): Promise<void> => {
    await settled;
    if (!rules) return;
    try {
      const { record, isKept } = (await loadChoice()).keep({ act, method, draft }, state, rules);
      isUnkept = !isKept;
      think(record);
    } catch (error) {
      fail(error as Error);
    }
    closeLayer();
    await painted();
    await follow();
  };

  /** Brings everything in line with a state that has changed. */
  const follow = async (): Promise<void> => {
    await apply(known().config);
    updateLayer();
    tell("change", state);
    ask();
  };

  const ask = (): void => {
    if (state.decided) return;
    // By the time the banner is answered it must be there.
    openLayer("banner", stage).then(loadChoice);
  };

  /** The record may have changed without us: in another tab, or while this page lay in the back-forward cache. */
  const lookAgain = (): void => {
    const before = JSON.stringify(state);
    if (!isUnkept) think(loadRecord(known().config));
    if (JSON.stringify(state) === before) return;
    if (state.decided) closeLayer();
    follow();
  };

  /** A config to go by: the kept one first, perhaps, then the fresh one. */
  const begin = (config: Config, isFresh: boolean, raw: unknown): void => {
    const isFirst = !rules;
    use(config, region);
    setLanguage(isFirst ? language : state.language);
    apply(config);
    if (isFirst) {
      settle();
      tell("ready", state);
      for (const event of ["storage", "pageshow"]) addEventListener(event, lookAgain);
      // Where localStorage is blocked no event comes, but by the time the tab is seen again the cookie has changed.
      document.addEventListener("visibilitychange", lookAgain);
    }
    if (!isFresh) return;
    ask();
    if (debug) loadPart("assent-debug.js").then((tool) => (tool as Debug).debug({ raw, api, config }));
  };

  const setLanguage = (forced: string): void => {
    if (!rules) return;
    const { languages: offered } = rules.config;
    speak(pickLanguage({ forced, page: document.documentElement.lang, browser: navigator.languages, offered }));
    updateLayer();
  };

  /** The site's own links, and our way back. */
  const hearVisitor = (event: Event): void => {
    // Seen from outside, an event in a shadow root comes from its host; the path still names the link.
    const origin = event.composedPath()[0] as Element;
    const link = origin.closest && origin.closest<HTMLElement>("[data-assent]");
    const act = link ? link.dataset.assent : "";
    if (event.type !== "click") {
      if (act === "preferences" && rules) getLayers(stage).then((ui) => ui.warm());
    } else if (/^(preferences|withdraw|(accept|reject)-all)$/.test(act as string)) {
      event.preventDefault();
      if (act === "preferences") open(act);
      else choose(act as Act, "link");
    }
  };

  const open = async (next: "banner" | "preferences", id?: string) => {
    await settled;
    if (rules) await openLayer(next, stage, id);
    return layer;
  };

  const api = createApi({ settled, choose, open, close: closeLayer, setLanguage });
  const stage: Stage = { api, choose };
  (window as { assent?: AssentApi }).assent = api;

  setBase(base, nonce);
  watchMarked();
  for (const event of ["click", "pointerover", "focusin"]) document.addEventListener(event, hearVisitor);
  obtain({
    address,
    baked,
    vendorUrl: (vendor) => partUrl(`catalog/${vendor}.json`),
    found(config, isFresh, raw) {
      // Google's tags must find their default however early they run, in a prerendered page too.
      if (!rules) sendDefaults(config);
      const go = (): void => begin(config, isFresh, raw);
      // Nothing is released before a prerendered page is really visited (HTML, "prerenderingchange").
      if ((document as { prerendering?: boolean }).prerendering) document.addEventListener("prerenderingchange", go);
      else go();
    },
    failed(error) {
      fail(error);
      settle();
    },
  });
  return api;
}
