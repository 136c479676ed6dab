// Ids, and texts in several languages: the two things that nearly every part of a config has.
import { quoted } from "./check-nearest";
import { isBag, isText, type Rule, string, type Test, wrongType } from "./check-shape";
import { tag } from "./check-values";

/** Goes into `data-consent`, the cookie, and objects by id: nothing that means something else there. */
export const id: Test = (value, spot) => {
  if (!/^[\w-]+$/.test(value)) {
    const better = value
      .trim()
      .replace(/[^\w-]+/g, "-")
      .replace(/^-+|-+$/g, "");
    spot.error(
      `The id ${quoted([value])} has characters other than letters, digits, "-" and "_".`,
      `Write ${quoted([better || "analytics"])}.`,
    );
  } else if (value in {}) {
    spot.error(
      `The id ${quoted([value])} has a meaning of its own in JavaScript.`,
      `Write another, such as ${quoted([`${value.replace(/_/g, "") || "my"}-1`])}.`,
    );
  }
};

/** Does a text in `key` serve a reader of `tag`? Regions do not matter, the two Chinese scripts do (see locale/pick). */
export function covers(key: string, language: string): boolean {
  const [a = "", b = ""] = [key, language].map((tag) => tag.toLowerCase().replace(/_/g, "-"));
  const script = (tag: string): boolean => /^zh-(?!hans).*\b(hant|tw|hk|mo)\b/.test(tag);
  return a.split("-")[0] === b.split("-")[0] && script(a) === script(b);
}

/** An example of a text in each language. */
export const inEach = (languages: readonly string[]): string =>
  `{ ${languages.map((language) => `${quoted([language])}: "…"`).join(", ")} }`;

/** A text for every language, or one by language with none of the offered ones left out. */
export const text = (test?: Test): Rule => {
  const plain = string('"…"', (value, spot) => {
    if (/<\/?[a-z][^>]*>/i.test(value)) spot.warn("HTML is shown as it is written.", "Write plain text.");
    test?.(value, spot);
  });
  return {
    sample: ({ languages }) => inEach(languages),
    check(value, spot) {
      if (isText(value)) return plain.check(value, spot);
      const { languages } = spot.facts;
      if (!isBag(value)) {
        spot.error(wrongType("a text, or an object from language to text", value), `Write ${inEach(languages)}.`);
        return;
      }
      for (const [key, words] of Object.entries(value)) {
        plain.check(words, spot.at(key));
        tag(key, spot.at(key));
        if (!languages.some((language) => covers(key, language))) {
          spot.at(key).warn(`Nobody is offered ${quoted([key])}.`, `Add it to "languages", or take the text out.`);
        }
      }
      for (const language of languages) {
        if (Object.keys(value).some((key) => covers(key, language))) continue;
        spot.at(language).error(`The text in ${quoted([language])} is missing.`, `Write ${quoted([language])}: "…".`);
      }
    },
  };
};

export const words = text();
