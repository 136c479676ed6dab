// The texts themselves: the same ones in every language, and none that pushes.
import { describe, expect, it } from "vitest";
import en from "../../../locales/en.json";
import zh from "../../../locales/zh-CN.json";
import { fill } from "../../../src/locale/fill";

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe("the texts", () => {
  it("are the same ones in both languages", () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
  });

  it.each(Object.keys(en) as (keyof typeof en)[])("take the same values in both languages: %s", (key) => {
    expect(places(zh[key])).toEqual(places(en[key]));
    expect(zh[key]).not.toBe("");
  });

  it("use full-width punctuation in Chinese", () => {
    for (const text of Object.values(zh)) expect(text).not.toMatch(/[\u4e00-\u9fff]\s*[,;:!?()]/);
  });

  it("neither praise nor blame nor promise", () => {
    const push = /\b(best|better|love|enjoy|improve|sorry|miss out|experience|recommend|value your privacy)\b|!/i;
    for (const text of Object.values(en)) expect(text).not.toMatch(push);
    for (const text of Object.values(zh)) expect(text).not.toMatch(/更好|最佳|体验|推荐|优化|遗憾|抱歉|！/);
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
