// What assent-ui.js hands to the preference centre when it arrives: Preact and the shared pieces, so that none is loaded
// twice. Only `ui/centre/` imports from here; nothing here may import a value, or it would be bundled a second time.
import type { JSX as PreactJSX, h as preactH } from "preact";
import type { Consents } from "../types";
import type * as pieces from "./pieces";
import type { adopt as adoptSheet } from "./sheet";
import type * as views from "./view";

/** What the preference centre adds to the view. */
export interface CentreView extends views.View {
  /** Its switches, saved or not. */
  draft: Consents;
  /** Ids whose details are unfolded. */
  unfolded: Set<string>;
}

/** A list, since names would weigh in both files. */
export type Kit = [
  view: views.View,
  h: typeof preactH,
  adopt: typeof adoptSheet,
  about: typeof views.about,
  say: typeof views.say,
  button: typeof pieces.button,
  choices: typeof pieces.choices,
  languageSwitch: typeof pieces.languageSwitch,
  link: typeof pieces.link,
  news: typeof pieces.news,
  words: typeof pieces.words,
];

export interface CentreModule {
  /** Gives back how to put the centre on screen, with a fresh draft unless it is there; at a category or service. */
  createCentre(...kit: Kit): (id?: string) => void;
}

export let view: CentreView;
export let h: typeof preactH;
export let about: typeof views.about;
export let say: typeof views.say;
export let button: typeof pieces.button;
export let choices: typeof pieces.choices;
export let languageSwitch: typeof pieces.languageSwitch;
export let link: typeof pieces.link;
export let news: typeof pieces.news;
export let words: typeof pieces.words;
export let adopt: typeof adoptSheet;

/** TypeScript looks for the JSX types under the factory's name, which here is a variable. */
export declare namespace h {
  namespace JSX {
    type Element = PreactJSX.Element;
    type ElementType = PreactJSX.ElementType;
    type ElementChildrenAttribute = PreactJSX.ElementChildrenAttribute;
    type IntrinsicAttributes = PreactJSX.IntrinsicAttributes;
    type IntrinsicElements = PreactJSX.IntrinsicElements;
  }
}

export const provide = (...[made, ...others]: Kit): void => {
  view = Object.assign(made, { draft: {}, unfolded: new Set<string>() });
  [h, adopt, about, say, button, choices, languageSwitch, link, news, words] = others;
};
