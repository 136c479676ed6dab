// The wiring, from the script tag to the page. Start reading here: `flow.ts` says what follows what, and every step has
// a file of its own.
import { obtain, type Sink } from "../config/source";
import type { AssentApi } from "../contract";
import { attempt } from "../lib/quiet";
import { watch } from "../lib/watch";
import { googleDefault } from "../signals/google";
import type { Act, Config } from "../types";
import { api } from "./api";
import { apply } from "./apply";
import { ask, choose, lookAgain, open, setLanguage, settle } from "./flow";
import { stage } from "./layers";
import { isNews, release } from "./marked";
import { attachRoot, createRoot, fail, tell } from "./page";
import { loadPart, partUrl, setBase } from "./parts";
import { rules, state, use } from "./visitor";

/** The attributes of the script tag, see README; `data-` left out. */
export interface Options {
  config?: string | undefined;
  /** A config built into the script; a string is none. */
  baked: unknown;
  region?: string | undefined;
  lang?: string | undefined;
  ui?: string | undefined;
  /** Address of the script: our other files are beside it, unless `ui` says where. */
  src: string;
  nonce: string;
}

type Remote = Pick<typeof import("../entry/config"), "fetchConfig">;

/** Returns the API after it has been made known as `window.assent`, so that the first event finds it there. */
export function startGate({ config: address, baked, region = "", lang = "", ui, src, nonce }: Options): AssentApi {
  const begin = (config: Config, isFresh: boolean): void => {
    const isFirst = !rules;
    if (isFirst) createRoot();
    use(config, region);
    setLanguage(isFirst ? lang : state.language);
    apply();
    if (isFirst) {
      settle();
      tell("ready", state);
      // Where localStorage is blocked no event comes, but by the time the tab is seen again the cookie has changed.
      for (const event of ["storage", "pageshow", "visibilitychange"]) addEventListener(event, lookAgain);
    }
    if (isFresh) ask();
  };

  const sink: Sink = {
    found(config, isFresh) {
      // Google's tags must find their default however early they run, in a prerendered page too.
      const { google } = config.signals;
      if (!rules && google) attempt(() => googleDefault(google));
      const go = (): void => begin(config, isFresh);
      // Nothing is released before a prerendered page is really visited (HTML, "prerenderingchange").
      if ((document as { prerendering?: boolean }).prerendering) document.addEventListener("prerenderingchange", go);
      else go();
    },
    failed(error) {
      fail(error);
      settle();
    },
  };

  const source = {
    ...sink,
    address,
    baked,
    fetchConfig(from: string, raw: unknown): void {
      const vendorUrl = (vendor: string): string => partUrl(`catalog/${vendor}.json`);
      loadPart("assent-config.js").then(
        (part) => (part as Remote).fetchConfig({ ...sink, address: from, raw, vendorUrl }),
        sink.failed,
      );
    },
  };

  (window as { assent?: AssentApi }).assent = api;
  setBase(ui || src, nonce);
  Object.assign(stage, { api, choose });
  document.addEventListener("click", hearVisitor);
  let isObtained = obtain(source);
  watch((added) => {
    isObtained = isObtained || obtain(source);
    attachRoot();
    if (isNews(added)) release();
  });
  return api;
}

/** The site's own links, and our way back. */
function hearVisitor(event: Event): void {
  // Seen from outside, an event in a shadow root comes from its host; the path still names the link.
  const origin = event.composedPath()[0] as Element;
  const link = origin.closest && origin.closest<HTMLElement>("[data-assent]");
  const act = (link && link.dataset.assent) || "";
  if (act === "preferences") open(act);
  else if (/^withdraw$|-all$/.test(act)) choose(act as Act, "link");
  else return;
  event.preventDefault();
}
