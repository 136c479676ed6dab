// Chooses a language: of the interface, and of a text of the config.
// Pure: it reads no document and no navigator. The gate takes `pickLanguage`, so that is kept tiny and ES2019.
import type { Text } from "../types";

export interface LanguageWishes {
  /** `data-lang` of the script tag, or what the visitor chose. */
  forced?: string | null | undefined;
  /** The `lang` of the page. */
  page?: string | null | undefined;
  /** The browser's languages, the favourite first. */
  browser?: readonly string[];
  /** What can be shown, the site's own language first. */
  offered: readonly string[];
}

/** The same tag at three depths: whole, language and script, language. Only Chinese is told apart by script (BCP 47). */
const depths = (tag: string): string[] => {
  const whole = tag.toLowerCase().replace(/_/g, "-");
  const language = whole.replace(/-.*/, "");
  return [whole, language + /^zh-(?!hans).*\b(hant|tw|hk|mo)\b/.test(whole), language];
};

/** The language to show: always one of those offered. The first wish that can be met wins, as exactly as possible. */
export const pickLanguage = ({ forced, page, browser = [], offered }: LanguageWishes): string => {
  for (const wish of [forced, page, ...browser]) {
    if (!wish) continue;
    for (const depth of [0, 1, 2]) {
      const found = offered.find((tag) => depths(tag)[depth] === depths(wish)[depth]);
      if (found) return found;
    }
  }
  return offered[0] || "en";
};

/**
 * The tag that a text of the config is shown in: the language asked for, a near one, the fallback, whatever comes first.
 * None for a text that is the same in every language.
 */
export const tagOf = (text: Text | undefined, language: string, fallback = language): string | undefined => {
  if (typeof text !== "object") return;
  const tags = Object.keys(text);
  const wishes = [language, language.replace(/-.*/, ""), fallback, ""];
  return wishes.map((wish) => tags.find((tag) => tag.startsWith(wish))).find(Boolean);
};

/** A text of the config in a language, else in the fallback, else in whatever there is. */
export const textIn = (text: Text | undefined, language: string, fallback?: string): string =>
  (typeof text === "object" ? text[tagOf(text, language, fallback) ?? ""] : text) ?? "";
