// The one object that the whole interface is drawn from, and the ways to read words out of it.
// It holds what is shown and what was moved but not saved; what holds is the gate's.
import type { Layer, Ui, UiContext } from "../contract";
import { fill, type Values } from "../locale/fill";
import { textIn } from "../locale/pick";
import type { Consents, Text, Texts } from "../types";
import type { Centre } from "./kit";

/** Both doors to the gate, and what is shown between them. */
export interface View extends Ui, UiContext {
  /** The preference centre, once it was loaded. */
  centre?: Centre;
  /** What is on screen. */
  layer?: Layer | undefined;
  /** The language shown, and its texts. */
  language: string;
  texts: Texts;
  /** What the status region reads out. */
  status?: string;
  /** The preference centre's switches, saved or not. */
  draft: Consents;
  /** Ids whose details are unfolded. */
  readonly unfolded: Set<string>;
  /** Shows the view again after a change. */
  draw(): void;
  /** The visitor closed the preference centre without a choice. */
  dismiss(): void;
}

/** A text of the interface; the config may replace it in the languages it names. */
export const say = ({ config, language, texts }: View, key: string, values: Values = {}): string => {
  const own = config.ui.texts?.[key];
  return fill((typeof own === "object" ? own[language] : own) ?? texts[key] ?? "", values);
};

/** A text of the config, as words alone. */
export const plain = ({ config, language }: View, text: Text | undefined): string =>
  textIn(text, language, config.languages[0]);
