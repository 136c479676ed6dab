// Puts the interface on the page and answers the gate's calls: which layer, in which language, with which files.
// It decides nothing about consent; every answer goes to `context.choose`.
import { h, render } from "preact";
import type { Layer, LocaleModule, Ui, UiContext } from "../contract";
import { App } from "./app";
import { css } from "./banner/banner.css";
import type { CentreModule } from "./kit";
import { Button, Choice, Choices, LanguageSwitch } from "./pieces";
import { plain, say, type View } from "./view";

/** Milliseconds until the status region speaks: it must have been there, empty, for a while to be heard. */
const SETTLED = 200;

/** Gets a file by its name in `dist/`. After a failure under another fragment: browsers remember failed modules. */
const loader = ({ url }: UiContext) => {
  let failures = 0;
  return (name: string): Promise<unknown> =>
    import(url(name) + (failures ? `#${failures}` : "")).catch((cause) => {
      failures++;
      throw new Error(`${name} did not load`, { cause });
    });
};

export const mount = (context: UiContext, load = loader(context)): Ui => {
  const { api, config, root } = context;
  const place = document.createElement("div");
  /** Counts what was asked for, so that an older request never shows itself over a newer one. */
  let turn = 0;

  const adopt = (styles: string) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets.push(sheet);
  };

  const show = (layer?: Layer) => {
    turn++;
    // Closed, not just taken out: only then does the browser give the focus back to where it was.
    place.querySelector("dialog")?.close();
    Object.assign(view, { layer, status: "" });
    view.draw();
  };

  const getCentre = async () => {
    const { createCentre } = (await load("assent-centre.js")) as CentreModule;
    if (view.centre) return;
    view.centre = createCentre({ h, Button, Choice, Choices, LanguageSwitch, plain, say });
    adopt(view.centre.css);
  };

  /** The language wanted, else another that is offered, else English: a notice that can be read somehow. */
  const getTexts = async () => {
    const wanted = api.state.language;
    let failure: unknown;
    for (const language of [wanted, ...config.languages, "en"])
      try {
        const { texts } = (await load(`locale/${language}.js`)) as LocaleModule;
        if (wanted === api.state.language) Object.assign(view, { language, texts });
        return;
      } catch (error) {
        failure = error;
      }
    throw failure;
  };

  const view: View = {
    ...context,
    language: "",
    texts: {},
    draft: {},
    unfolded: new Set(),
    draw() {
      place.lang = view.language;
      place.dir = view.texts.dir ?? "ltr";
      render(<App view={view} />, place);
    },
    async open(layer, id) {
      const mine = ++turn;
      await Promise.all([getTexts(), layer === "preferences" && getCentre()]);
      if (mine !== turn) return;
      if (layer === "preferences") return view.centre?.open(view, id);
      show(layer);
      setTimeout(() => {
        view.status = view.layer === layer ? say(view, "title") : "";
        view.draw();
      }, SETTLED);
    },
    close: () => show(),
    dismiss() {
      show(api.state.decided ? undefined : "banner");
      if (document.activeElement === document.body)
        place.querySelector<HTMLElement>("[data-action=preferences]")?.focus();
      context.closed();
    },
    update() {
      if (view.layer) getTexts().then(view.draw, () => {});
    },
    warm: () => void getCentre().catch(() => {}),
  };

  place.className = "assent";
  root.append(place);
  adopt(`${css}.assent{color-scheme:${config.ui.theme.replace("auto", "light dark")}}`);
  view.draw();
  return view;
};
