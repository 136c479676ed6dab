// Words of the config: in the language shown where there are any, and marked where there are none.
import { tagOf } from "../../locale/pick";
import type { Category, Text } from "../../types";
import { h, plain, say } from "../kit";
import type { View } from "../view";

/** A text of the config; one in another language than the one shown carries its own `lang` (WCAG 3.1.2). */
export const Words = ({ view, text }: { view: View; text: Text | undefined }) => {
  const tag = tagOf(text, view.language, view.config.languages[0]);
  const words = plain(view, text);
  return tag && tag !== view.language ? <span lang={tag}>{words}</span> : words;
};

/** What a category is called, is for, and what goes without it: its own words, else the built-in ones. */
export const about = (view: View, category: Category, what: "name" | "purpose" | "without"): Text =>
  category[what] ?? (say(view, `${category.id}.${what}`) || (what === "name" ? category.id : ""));
