// The one object that the whole interface is drawn from, and the ways to read words out of it.
// It holds what is shown and what was moved but not saved; what holds is the gate's.
import type { VNode } from "preact";
import type { Layer, Ui, UiContext } from "../contract";
import { fill, type Values } from "../locale/fill";
import { textIn } from "../locale/pick";
import type { Category, Text, Texts } from "../types";

export interface View extends Ui, UiContext {
  /** What is on screen. */
  layer?: Layer | undefined;
  /** The language shown, and its texts. */
  language: string;
  texts: Texts;
  /** Whether the preference centre is to open with every service in sight. */
  isUnfolded?: boolean;
  /** Puts a layer on screen, or nothing. */
  show(layer?: Layer, content?: () => VNode): void;
  /** Gets the preference centre's files without showing it. */
  warm(): void;
  /** Shows the view again after a change. */
  draw(): void;
}

/** A page has one interface. Set when it is mounted, before anything is drawn. */
export let view: View;

export const setView = (made: View): void => {
  view = made;
};

/** A text of the interface; the config may replace it in the languages it names. */
export const say = (key: string, values: Values = {}): string => {
  const own = view.config.ui.texts && view.config.ui.texts[key];
  return fill((typeof own === "object" ? own[view.language] : own) || view.texts[key] || "", values);
};

/** A text of the config, and the tag of its language. */
export const read = (text: Text | undefined) => textIn(text, [view.language, ...view.config.languages]);

/** The same, as words alone. */
export const plain = (text: Text | undefined): string => read(text)[0];

/** What a category is called, is for, and what goes without it: its own words, else the built-in ones. */
export const about = ({ id, ...own }: Category, what: "name" | "purpose" | "without"): Text =>
  own[what] || say(`${id}.${what}`) || (what === "name" ? id : "");
