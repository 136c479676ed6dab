// Which language a visitor reads.
import { describe, expect, it } from "vitest";
import { pickLanguage, tagOf, textIn } from "../../../src/locale/pick";

const offered = ["zh-CN", "en"];

describe("the language shown", () => {
  it("is the one the site forces, before the page's and the browser's", () => {
    expect(pickLanguage({ forced: "en", page: "zh-CN", browser: ["zh-CN"], offered })).toBe("en");
  });

  it("is the page's, before the browser's", () => {
    expect(pickLanguage({ page: "en-GB", browser: ["zh-CN"], offered })).toBe("en");
  });

  it("is the first of the browser's that is offered", () => {
    expect(pickLanguage({ browser: ["de", "fr-CA", "en-US", "zh"], offered })).toBe("en");
  });

  it("is the site's own when no wish can be met", () => {
    expect(pickLanguage({ forced: "", page: null, browser: ["de"], offered })).toBe("zh-CN");
  });

  it.each(["zh", "zh-Hans", "zh-CN", "ZH_cn", "zh-SG", "zh-Hans-HK"])("is simplified Chinese for %s", (page) => {
    expect(pickLanguage({ page, offered: ["en", "zh-Hant", "zh-CN"] })).toBe("zh-CN");
  });

  it.each(["zh-Hant", "zh-TW", "zh-HK", "zh-Hant-MO"])(
    "is traditional Chinese for %s where that is offered",
    (page) => {
      expect(pickLanguage({ page, offered: ["en", "zh-CN", "zh-Hant"] })).toBe("zh-Hant");
    },
  );

  it("is simplified Chinese for a reader of traditional Chinese where only that is offered", () => {
    expect(pickLanguage({ page: "zh-TW", offered: ["en", "zh-CN"] })).toBe("zh-CN");
  });
});

describe("a text of the config", () => {
  it("is read in the visitor's language", () => {
    expect(textIn({ en: "Harbour", "zh-CN": "海港" }, "zh-CN", "en")).toBe("海港");
  });

  it("is read in a near language when the exact one is missing", () => {
    expect(textIn({ en: "Harbour", "zh-Hans": "海港" }, "zh-CN", "en")).toBe("海港");
  });

  it("is read in the site's own language when the visitor's is missing", () => {
    expect(textIn({ fr: "Port", en: "Harbour" }, "zh-CN", "en")).toBe("Harbour");
    expect(tagOf({ fr: "Port", en: "Harbour" }, "zh-CN", "en")).toBe("en");
  });

  it("is read in any language rather than in none", () => {
    expect(textIn({ fr: "Port" }, "zh-CN", "en")).toBe("Port");
  });

  it("has no language of its own when it is one string", () => {
    expect(textIn("Harbour", "zh-CN")).toBe("Harbour");
    expect(tagOf("Harbour", "zh-CN")).toBeUndefined();
  });

  it("is empty when there is none", () => {
    expect(textIn(undefined, "en")).toBe("");
    expect(textIn({}, "en")).toBe("");
  });
});
