// Chooses a language: of the interface, and of a text of the config.
// Pure: it reads no document and no navigator. The gate takes `pickLanguage`, so that is kept tiny and ES2019.
import type { Text } from "../types";

/**
 * The language to show: always one of those offered. The first wish that can be met wins, to the letter if possible,
 * else by its language alone.
 */
export function pickLanguage(wishes: readonly string[], offered: readonly string[]): string {
  for (const wish of wishes) {
    const near =
      offered.find((tag) => tag === wish) || offered.find((tag) => wish && tag.slice(0, 2) === wish.slice(0, 2));
    if (near) return near;
  }
  return offered[0] || "en";
}

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
