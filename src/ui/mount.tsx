// Puts the interface on the page and answers the gate's calls: which layer, in which language, with which files.
// It decides nothing about consent; every answer goes to `context.choose`.
import { Fragment, h, render } from "preact";
import type { Layer, LocaleModule, Ui, UiContext } from "../contract";
import type { Texts } from "../types";
import { banner } from "./banner/banner";
import { css } from "./banner/banner.css";
import type { CentreModule } from "./kit";
import { button, choices, languageSwitch, link, news, words } from "./pieces";
import { adopt } from "./sheet";
import { about, say, setView, type View } from "./view";

/** Milliseconds until the status region speaks: it must have been there, empty, for a while to be heard. */
const SETTLED = 200;

/** Gets a file by its name in `dist/`, where it comes from is the entry's business. */
export type Load = (name: string) => Promise<unknown>;

export const mount = (context: UiContext, load: Load): Ui => {
  const { api, config, root } = context;
  const place = document.createElement("div");
  let openCentre: ReturnType<CentreModule["createCentre"]> | undefined;
  /** Counts what was asked for, so that an older request never shows itself over a newer one. */
  let turn = 0;
  /** What draws the layer, and what the status region reads out. */
  let content = banner;
  let status = "";

  const read = async (name: string): Promise<Texts> => ((await load(`locale/${name}.js`)) as LocaleModule).texts;

  /** The language wanted, else another that is offered, else English: a notice that can be read somehow. */
  const getTexts = async (layer?: Layer) => {
    const wanted = api.state.language;
    let failure: unknown;
    for (const language of [wanted, ...config.languages, "en"])
      try {
        let texts = await read(language);
        // A file that holds both layers' texts needs no second one.
        if (layer === "preferences" && !texts.intro) texts = { ...texts, ...(await read(`${language}-centre`)) };
        if (wanted === api.state.language) Object.assign(view, { language, texts });
        return;
      } catch (error) {
        failure = error;
      }
    throw failure;
  };

  const getFiles = async (layer: Layer) => {
    const [, centre] = await Promise.all([getTexts(layer), layer === "preferences" && load("assent-centre.js")]);
    if (centre && !openCentre)
      openCentre = (centre as CentreModule).createCentre(
        view,
        h,
        adopt,
        about,
        say,
        button,
        choices,
        languageSwitch,
        link,
        news,
        words,
      );
  };

  const view: View = {
    ...context,
    language: "",
    texts: {},
    draw() {
      place.lang = view.language;
      place.dir = view.texts.dir || "ltr";
      render(
        <>
          <p role="status">{status}</p>
          {view.layer && content()}
        </>,
        place,
      );
    },
    show(layer, next = banner) {
      turn++;
      view.layer = layer;
      content = next;
      status = "";
      view.draw();
    },
    async open(layer, id) {
      const mine = ++turn;
      await getFiles(layer);
      if (mine !== turn) return;
      if (layer === "preferences") return openCentre && openCentre(id);
      view.show(layer);
      setTimeout(() => {
        if (view.layer === layer) status = say("title");
        view.draw();
      }, SETTLED);
    },
    close: () => view.show(),
    update() {
      if (view.layer) getTexts(view.layer).then(view.draw, () => {});
    },
    warm: () => {
      getFiles("preferences").catch(() => {});
    },
  };

  setView(view);
  root.append(place);
  adopt(root, `${css}[dir]{color-scheme:${config.ui.theme.replace("auto", "light dark")}}`);
  view.draw();
  return view;
};
