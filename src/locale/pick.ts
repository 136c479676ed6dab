// Chooses a language: of the interface, and of a text of the config.
// Pure: it reads no document and no navigator. The gate takes `pickLanguage`, so that is kept tiny and ES2019.
import type { Text } from "../types";

/**
 * The language to show: always one of those offered. The first wish that can be met wins, to the letter if possible,
 * else by its language alone.
 */
export function pickLanguage(wishes: readonly string[], offered: readonly string[]): string {
  for (const wish of wishes.map(String)) {
    const near =
      offered.find((tag) => tag === wish) || offered.find((tag) => wish && tag.slice(0, 2) === wish.slice(0, 2));
    if (near) return near;
  }
  return offered[0] as string;
}

/**
 * A text of the config in the first language wished for that it has, else in whatever there is; and the tag of that,
 * unless the text is the same in every language.
 */
export const textIn = (text: Text | undefined, wishes: readonly string[]): [words: string, tag?: string] => {
  if (typeof text !== "object") return [text || ""];
  const tag = pickLanguage(wishes, Object.keys(text));
  return [text[tag] || "", tag];
};
