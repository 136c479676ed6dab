// dist/index.mjs: the npm module. Importing it does nothing and needs no browser; `start` does what the script tag does.
import type { AssentApi, UiContext } from "../contract";
import { startGate } from "../gate/gate";
import { handIn } from "../gate/parts";
import type { ConfigFile } from "../types";
import { version } from "../version";

export type { AssentApi, Events, Layer } from "../contract";
export type * from "../types";
export { version };

/** What the attributes of the script tag say elsewhere. */
export interface StartOptions {
  /** ISO 3166 code of the visitor's region, from the host's edge. @default unknown: the strictest regime */
  region?: string;
  /** Forces a language. @default the page's */
  language?: string;
  /** The nonce of the page's CSP, for what is loaded. */
  nonce?: string;
  /** Further languages, by tag: `{ fr: () => import("./assent-fr.js") }`, each exporting all its `texts`. */
  locales?: { [tag: string]: () => Promise<unknown> };
}

/**
 * Starts the gate with a config known at build time; call it before anything that sets cookies.
 * Returns `window.assent`, the earlier one if it has been started already. Never throws: a wrong config is told in the
 * console, and everything optional stays blocked.
 */
export function start(config: ConfigFile, options: StartOptions = {}): AssentApi {
  const { region = "", language = "", nonce = "", locales = {} } = options;
  const page = window as { assent?: AssentApi };
  if (page.assent?.version) return page.assent;

  const files: { [name: string]: () => Promise<unknown> } = {
    "assent-centre.js": () => import("./assent-centre.js"),
    "locale/en.js": () => import("./locale/en.js"),
    "locale/en-centre.js": () => import("./locale/en-centre.js"),
    "locale/zh-CN.js": () => import("./locale/zh-CN.js"),
    "locale/zh-CN-centre.js": () => import("./locale/zh-CN-centre.js"),
  };
  for (const tag of Object.keys(locales)) files[`locale/${tag}.js`] = locales[tag] as () => Promise<unknown>;
  const load = (name: string): Promise<unknown> =>
    files[name]?.() ?? Promise.reject(new Error(`${name} is not part of the package. Give it in "locales".`));
  const getUi = async (): Promise<unknown> => {
    const { mount } = await import("./assent-ui.js");
    return { mount: (context: UiContext) => mount(context, load) };
  };

  handIn("assent-ui.js", lazy(getUi));
  handIn(
    "assent-choice.js",
    lazy(() => import("./assent-choice.js")),
  );
  handIn(
    "assent-config.js",
    lazy(() => import("./assent-config.js")),
  );
  handIn(
    "assent-vendors.js",
    lazy(() => import("./assent-vendors.js")),
  );
  return startGate({ baked: config, region, lang: language, src: location.href, nonce });
}

/** A promise that begins when it is first waited for. */
function lazy(begin: () => Promise<unknown>): PromiseLike<unknown> {
  // biome-ignore lint/suspicious/noThenProperty: that is what makes it wait
  return { then: (resolve, reject) => begin().then(resolve, reject) };
}
