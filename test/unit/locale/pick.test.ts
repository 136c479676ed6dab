// Which language a visitor reads.
import { describe, expect, it } from "vitest";
import { pickLanguage, textIn } from "../../../src/locale/pick";

const offered = ["zh-CN", "en"];

describe("the language shown", () => {
  it("is the one the site forces, before the page's and the browser's", () => {
    expect(pickLanguage(["en", "zh-CN", "zh-CN"], offered)).toBe("en");
  });

  it("is the page's, before the browser's", () => {
    expect(pickLanguage(["", "en-GB", "zh-CN"], offered)).toBe("en");
  });

  it("is the first of the browser's that is offered", () => {
    expect(pickLanguage(["", "", "de", "fr-CA", "en-US", "zh"], offered)).toBe("en");
  });

  it("is the site's own when no wish can be met", () => {
    expect(pickLanguage(["", "", "de"], offered)).toBe("zh-CN");
  });

  it.each(["zh", "zh-Hans", "zh-CN", "zh-SG", "zh-Hans-HK"])("is simplified Chinese for %s", (page) => {
    expect(pickLanguage([page], ["en", "zh-CN", "zh-Hant"])).toBe("zh-CN");
  });

  it.each(["zh-Hant", "zh-TW"])("is traditional Chinese for %s where that is offered", (page) => {
    expect(pickLanguage([page], ["en", "zh-CN", page])).toBe(page);
  });

  it("is simplified Chinese for a reader of traditional Chinese where only that is offered", () => {
    expect(pickLanguage(["zh-TW"], ["en", "zh-CN"])).toBe("zh-CN");
  });
});

describe("a text of the config", () => {
  it("is read in the visitor's language, and says which that is", () => {
    expect(textIn({ en: "Harbour", "zh-CN": "海港" }, ["zh-CN", "en"])).toEqual(["海港", "zh-CN"]);
  });

  it("is read in a near language when the exact one is missing", () => {
    expect(textIn({ en: "Harbour", "zh-Hans": "海港" }, ["zh-CN", "en"])).toEqual(["海港", "zh-Hans"]);
  });

  it("is read in the site's own language when the visitor's is missing", () => {
    expect(textIn({ fr: "Port", en: "Harbour" }, ["zh-CN", "en"])).toEqual(["Harbour", "en"]);
  });

  it("is read in any language rather than in none", () => {
    expect(textIn({ fr: "Port" }, ["zh-CN", "en"])).toEqual(["Port", "fr"]);
  });

  it("has no language of its own when it is one string", () => {
    expect(textIn("Harbour", ["zh-CN"])).toEqual(["Harbour"]);
  });

  it("is empty when there is none", () => {
    expect(textIn(undefined, ["en"])[0]).toBe("");
    expect(textIn({}, ["en"])[0]).toBe("");
  });
});
