// @vitest-environment jsdom
// Where the other files are looked for, how they hand themselves in, and what happens when one cannot be had.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

type Parts = typeof import("../../../src/gate/parts");

let parts: Parts;

beforeEach(async () => {
  vi.resetModules();
  parts = await import("../../../src/gate/parts");
});

afterEach(() => {
  document.head.replaceChildren();
});

const scripts = (): HTMLScriptElement[] => Array.from(document.head.querySelectorAll("script"));

/** The browser has run the file, which handed itself in. */
function arrives(name: string, part: unknown, at = -1): void {
  parts.handIn(name, part);
  scripts().at(at)?.dispatchEvent(new Event("load"));
}

describe("The other files", () => {
  test.each([
    ["/assent/assent.js", "assent-ui.js", "/assent/assent-ui.js"],
    ["/assent/assent.js?v=3", "assent-ui.js", "/assent/assent-ui.js?v=3"],
    ["/assent/assent.js?v=a/b", "locale/en.js", "/assent/locale/en.js?v=a/b"],
    ["/assent/assent.min.js", "locale/zh-CN.js", "/assent/locale/zh-CN.js"],
    ["/assent.js", "assent-ui.js", "/assent-ui.js"],
    ["assent.js", "assent-ui.js", "/assent-ui.js"],
    ["https://cdn.example.cn/a/1.2.3/assent.js", "assent-ui.js", "https://cdn.example.cn/a/1.2.3/assent-ui.js"],
    ["https://cdn.example.cn/a/assent.js?x=1&y=2", "catalog/x.json", "https://cdn.example.cn/a/catalog/x.json?x=1&y=2"],
    // `data-ui` names the interface's own file; the rest is beside it.
    ["/other/assent-ui.js?v=2", "assent-ui.js", "/other/assent-ui.js?v=2"],
    ["/other/assent-ui.js?v=2", "locale/en.js", "/other/locale/en.js?v=2"],
    ["/other/", "assent-ui.js", "/other/assent-ui.js"],
  ])("of %s: %s is at %s.", (base, name, address) => {
    parts.setBase(base, "");
    expect(parts.partUrl(name)).toBe(new URL(address, location.href).href);
  });
});

describe("A file", () => {
  beforeEach(() => parts.setBase("/assent/assent.js?v=3", "n0nce"));

  test("is asked for as a module, with the script's nonce.", () => {
    parts.loadPart("assent-ui.js");
    const [script] = scripts();
    expect(script).toMatchObject({ type: "module", nonce: "n0nce" });
    expect(script?.src).toBe(new URL("/assent/assent-ui.js?v=3", location.href).href);
  });

  test("is there once it has handed itself in.", async () => {
    const loading = parts.loadPart("assent-ui.js");
    const part = { mount: () => undefined };
    arrives("assent-ui.js", part);
    expect(await loading).toBe(part);
  });

  test("that is there already is not asked for.", async () => {
    const part = {};
    parts.handIn("assent-ui.js", part);
    expect(await parts.loadPart("assent-ui.js")).toBe(part);
    expect(scripts()).toEqual([]);
  });

  test("that cannot be had is told by its address, with a remedy.", async () => {
    const loading = parts.loadPart("assent-ui.js");
    scripts()[0]?.dispatchEvent(new Event("error"));
    await expect(loading).rejects.toThrow(/\/assent\/assent-ui\.js\?v=3 .+data-ui/);
  });

  test("is fetched again when it is asked for again, although the browser remembers the failure.", async () => {
    const failing = parts.loadPart("assent-ui.js");
    scripts()[0]?.dispatchEvent(new Event("error"));
    await failing.catch(() => undefined);
    const loading = parts.loadPart("assent-ui.js");
    const [first, second] = scripts();
    expect(second?.src).not.toBe(first?.src);
    expect(new URL(second?.src ?? "").pathname).toBe("/assent/assent-ui.js");
    arrives("assent-ui.js", "part");
    expect(await loading).toBe("part");
  });

  test("gives each of two who ask for it what it handed in.", async () => {
    const both = [parts.loadPart("assent-choice.js"), parts.loadPart("assent-choice.js")];
    parts.handIn("assent-choice.js", "part");
    for (const script of scripts()) script.dispatchEvent(new Event("load"));
    expect(await Promise.all(both)).toEqual(["part", "part"]);
  });

  test("that another of ours will import is fetched ahead.", () => {
    parts.loadPart("assent-ui.js", "locale/en.js");
    const link = document.head.querySelector("link");
    expect(link?.rel).toBe("modulepreload");
    expect(link?.href).toBe(new URL("/assent/locale/en.js?v=3", location.href).href);
    expect(link?.nonce).toBe("n0nce");
  });
});
