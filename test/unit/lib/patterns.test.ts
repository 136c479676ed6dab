// What a declared name of a cookie or a key stands for.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPattern } from "../../../src/lib/patterns";

const matches = (name: string, found: string): boolean | undefined => toPattern({ name })?.test(found);

describe("A declared name", () => {
  test.each([
    ["SID", "SID", true],
    ["SID", "SIDx", false],
    ["SID", "xSID", false],
    ["SID", "sid", false],
    ["_ga*", "_ga", true],
    ["_ga*", "_ga_ABC123", true],
    ["_ga*", "x_ga", false],
    ["*_id", "user_id", true],
    ["*_id", "user_idx", false],
    ["Hm_*_x", "Hm_123_x", true],
    ["*", "anything", true],
    ["a.b", "a.b", true],
    ["a.b", "axb", false],
    ["a+b(c)[d]$^|\\{}?", "a+b(c)[d]$^|\\{}?", true],
    ["ajs%3Auser", "ajs%3Auser", true],
    ["统计*", "统计_1", true],
    ["/^vp_[0-9]+$/", "vp_12", true],
    ["/^vp_[0-9]+$/", "vp_x", false],
    ["/ga/", "x_ga_y", true],
    ["/", "/", true],
    ["//", "//", true],
    ["/path", "/path", true],
  ])("%j covers %j: %j.", (name, found, isCovered) => {
    expect(matches(name, found)).toBe(isCovered);
  });

  test("covers itself and nothing else, whatever characters it has.", () => {
    const plain = fc.string({ unit: "binary", minLength: 1 }).filter((name) => !/[*/\n\r\u2028\u2029]/.test(name));
    fc.assert(
      fc.property(plain, plain, (name, other) => {
        expect(matches(name, name)).toBe(true);
        expect(matches(name, other)).toBe(name === other);
      }),
    );
  });

  test("with an asterisk at its end covers all that begins with it.", () => {
    const word = fc.stringMatching(/^[\w.-]{0,8}$/);
    fc.assert(
      fc.property(word, word, (start, end) => {
        expect(matches(`${start}*`, start + end)).toBe(true);
      }),
    );
  });

  test("that does not compile covers nothing and throws nothing.", () => {
    for (const name of ["/(/", "/[/", "/a{2,1}/", "/(?<x/"]) expect(toPattern({ name })).toBeUndefined();
  });
});
