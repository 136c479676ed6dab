// The texts themselves: the same ones in every language, and none that pushes (R-9, R-16).
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { fill } from "../../../src/locale/fill";
import { filesBelow, read } from "../support/sources";

type Texts = Readonly<Record<string, string>>;

/** `locales/en.json` and its like, by tag. A tag with `-centre` holds what only the preference centre says. */
const LOCALES: readonly (readonly [string, Texts])[] = filesBelow("locales").map((file) => [
  basename(file, ".json"),
  JSON.parse(read(`locales/${file}`)) as Texts,
]);
const textsOf = (tag: string): Texts => LOCALES.find(([name]) => name === tag)?.[1] ?? {};
/** The English ones that a file has to match. */
const model = (tag: string): Texts => textsOf(tag.endsWith("-centre") ? "en-centre" : "en");
const ALL = LOCALES.flatMap(([tag, texts]) => Object.entries(texts).map(([key, text]) => [tag, key, text] as const));
const CHINESE = ALL.filter(([tag]) => tag.startsWith("zh"));
const ENGLISH = ALL.filter(([tag]) => tag.startsWith("en"));
const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

/** `zh-CN accept-all: …` for each text that a rule finds fault with. */
const faults = (texts: typeof ALL, isFaulty: (text: string, key: string, tag: string) => unknown): string[] =>
  texts.filter(([tag, key, text]) => isFaulty(text, key, tag)).map(([tag, key, text]) => `${tag} ${key}: ${text}`);

describe("the texts", () => {
  it("are there in English and Chinese", () => {
    expect(LOCALES.map(([tag]) => tag)).toEqual(expect.arrayContaining(["en", "zh-CN"]));
    expect(CHINESE.length).toBe(ENGLISH.length);
    expect(ENGLISH.length).toBeGreaterThan(40);
  });

  it.each(LOCALES)("are the same ones in every language, in the same order: %s", (tag, texts) => {
    expect(Object.keys(texts)).toEqual(Object.keys(model(tag)));
  });

  it("are each in one file of a language only", () => {
    for (const language of ["en", "zh-CN"]) {
      const both = Object.keys(textsOf(language)).filter((key) => key in textsOf(`${language}-centre`));
      expect(both).toEqual([]);
    }
  });

  it("take the same values in every language", () => {
    expect(faults(ALL, (text, key, tag) => `${places(text)}` !== `${places(model(tag)[key] ?? "")}`)).toEqual([]);
  });

  it("are never empty, and hold no markup", () => {
    expect(faults(ALL, (text) => typeof text !== "string" || !text.trim() || /<|&\w+;/.test(text))).toEqual([]);
  });

  it("use full-width punctuation in Chinese", () => {
    expect(faults(CHINESE, (text) => /[\u3400-\u9fff]\s*[,.;:!?()]/.test(text))).toEqual([]);
  });

  it("are Chinese where they should be, and not where they should not", () => {
    expect(faults(ENGLISH, (text) => /[\u3000-\u9fff\uff00-\uffef]/.test(text))).toEqual([]);
    expect(faults(CHINESE, (text, key) => key !== "comma" && !/[\u3400-\u9fff]/.test(text))).toEqual([]);
  });

  it("neither praise nor blame nor promise, nor make light of it, nor ask to be liked", () => {
    const push =
      /\b(best|better|love|enjoy|improve|enhance|optimi[sz]e|seamless|personali[sz]ed|relevant|tailored|sorry|unfortunately|miss(ing)? out|lose|experience|recommend(ed)?|value your privacy|trusted|please|simply|just|only takes|of course|don't worry|help us|support us|continue|got it|OK)\b|!/i;
    const urging =
      /更好|更佳|最佳|优质|精彩|尊享|贴心|体验|推荐|建议您|优化|个性化|遗憾|抱歉|放心|感谢|支持我们|帮助我们|仅需|只需|轻松|当然|继续使用|知道了|好的|我们重视|无法享受|！/;
    expect(faults(ENGLISH, (text) => push.test(text))).toEqual([]);
    expect(faults(CHINESE, (text) => urging.test(text))).toEqual([]);
  });

  it("offer yes and no in words of the same kind and weight", () => {
    const { "accept-all": yes = "", "reject-all": no = "" } = textsOf("en");
    expect([yes, no]).toEqual([expect.stringMatching(/^\w+ all$/), expect.stringMatching(/^\w+ all$/)]);
    const zh = textsOf("zh-CN");
    expect(zh["accept-all"]?.length).toBe(zh["reject-all"]?.length);
  });
});

describe("a place in a text", () => {
  it("takes its value", () => {
    expect(fill("{n} of {all}", { n: 1, all: "two" })).toBe("1 of two");
  });

  it("stays visible without one", () => {
    expect(fill("{n} of {all}", { n: 1 })).toBe("1 of {all}");
  });
});
