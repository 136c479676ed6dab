// @vitest-environment jsdom
// A choice as it is kept: the cookie, the copy by id, the receipt, and what happens where nothing can be kept.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keep } from "../../../src/choice/keep";
import { loadRecord } from "../../../src/record/load";
import { readReceipts } from "../../../src/record/receipts";
import type { Act, ConfigFile, Consents, State } from "../../../src/types";
import { granted, NOON, rules as rulesOf } from "../support/config";
import { blockCookies, clearCookies, cookies, setCookie } from "../support/page";
import { OTHERS } from "../support/slips";

const state: State = {
  consents: { necessary: true, session: true },
  decided: false,
  basis: "regime",
  regime: "cn",
  language: "zh-CN",
  gpc: false,
  record: null,
};

let written: string[];

const choose = (act: Act, changes: Partial<ConfigFile> = {}, draft?: Consents) =>
  keep({ act, method: "banner", draft }, state, rulesOf("cn", changes));

beforeEach(() => {
  written = [];
  vi.useFakeTimers({ now: NOON * 1000, toFake: ["Date"] });
  const { set, get, ...rest } = Object.getOwnPropertyDescriptor(Document.prototype, "cookie") ?? {};
  Object.defineProperty(document, "cookie", {
    ...rest,
    get: () => get?.call(document),
    set(text: string) {
      written.push(text);
      set?.call(document, text);
    },
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  delete (document as { cookie?: string }).cookie;
  clearCookies();
  localStorage.clear();
});

describe("A choice", () => {
  test("is there on the next page.", () => {
    const { record, isKept } = choose("accept-all");
    expect(isKept).toBe(true);
    expect(granted(record?.consents)).toEqual(["analytics", "heat", "preferences", "stats"]);
    expect(loadRecord(rulesOf("cn").config)).toMatchObject({ revision: 1, time: NOON, gpc: false });
    expect(granted(loadRecord(rulesOf("cn").config)?.consents)).toEqual(granted(record?.consents));
  });

  test("is one small cookie for the whole site, that no other site's page sends along.", () => {
    choose("accept-all");
    expect(cookies()).toHaveLength(1);
    expect(written.at(-1)).toMatch(
      /^assent=1\.1\.[0-9a-z]+\.\d+\.[0-9a-v]+\.[0-9a-z]+; path=\/; expires=[^;]+; sameSite=lax$/i,
    );
  });

  test.each(["accept-all", "reject-all"] as const)("%s is kept for 180 days, no longer and no shorter.", (act) => {
    choose(act);
    const expires = /expires=([^;]+)/.exec(written.at(-1) ?? "")?.[1] ?? "";
    expect(Date.parse(expires) / 1000).toBe(NOON + 180 * 86_400);
  });

  test("a no is kept as long as the owner promised, a yes no longer than the regime lets it stand.", () => {
    const changes = { cookie: { days: 400, refusalDays: 400 } };
    const daysOf = (act: Act): number => {
      choose(act, changes);
      const expires = /expires=([^;]+)/.exec(written.at(-1) ?? "")?.[1] ?? "";
      return (Date.parse(expires) / 1000 - NOON) / 86_400;
    };
    expect(daysOf("reject-all")).toBe(400);
    expect(daysOf("accept-all")).toBe(180);
  });

  test("replaces one kept before `domain` was configured, which would be read first for ever.", () => {
    setCookie("assent=old; path=/");
    written = [];
    choose("reject-all", { cookie: { domain: "localhost" } });
    expect(written[0]).toMatch(/^assent=; path=\/; expires=[^;]+; sameSite=lax$/i);
    expect(written[1]).toContain("domain=localhost");
    expect(document.cookie).not.toContain("assent=old");
  });

  test("is also kept by id, in a place that other tabs hear of.", () => {
    const { record } = choose("save", {}, { stats: true });
    expect(JSON.parse(localStorage.getItem("assent") ?? "")).toMatchObject({ ...record });
  });

  test("that forgets leaves neither cookie nor copy.", () => {
    choose("accept-all");
    const { record, isKept } = choose("reset");
    expect(record).toBeNull();
    expect(isKept).toBe(true);
    expect(cookies()).toEqual([]);
    expect(JSON.parse(localStorage.getItem("assent") ?? "null")).toBeNull();
  });
});

describe("The receipt", () => {
  test("says when, what, how, in which language and under which rules.", () => {
    choose("reject-all");
    expect(readReceipts(rulesOf("cn").config)).toEqual([
      {
        time: "2026-12-01T12:00:00.000Z",
        act: "reject-all",
        method: "banner",
        language: "zh-CN",
        regime: "cn",
        revision: 1,
        gpc: false,
        consents: { preferences: false, analytics: false, stats: false, heat: false, ga: false },
      },
    ]);
  });

  test("of each choice is added, the oldest first, twenty at most.", () => {
    for (let i = 0; i < 21; i++) choose(i % 2 ? "accept-all" : "reject-all");
    const receipts = readReceipts(rulesOf("cn").config);
    expect(receipts).toHaveLength(20);
    expect(receipts.map(({ act }) => act).slice(0, 2)).toEqual(["accept-all", "reject-all"]);
  });

  test("is kept as often as the owner says, and not at all for 0.", () => {
    for (const act of ["accept-all", "reject-all", "accept-all"] as const) choose(act, { records: { keep: 2 } });
    expect(readReceipts(rulesOf("cn").config)).toHaveLength(2);
    localStorage.clear();
    choose("accept-all", { records: { keep: 0 } });
    expect(readReceipts(rulesOf("cn").config)).toEqual([]);
  });
});

describe("A choice never fails", () => {
  test("where cookies are blocked: it lasts as long as the page, and says so.", () => {
    blockCookies();
    const { record, isKept } = choose("accept-all");
    expect(isKept).toBe(false);
    expect(granted(record?.consents)).toContain("analytics");
  });

  test("where storage is full or blocked: the cookie keeps it.", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(choose("accept-all").isKept).toBe(true);
  });

  test("where the history is damaged: a new one begins.", () => {
    const failed = OTHERS.flatMap((other) => {
      localStorage.setItem("assent.receipts", JSON.stringify(other));
      try {
        return choose("accept-all").isKept && readReceipts(rulesOf("cn").config).at(-1)?.act === "accept-all"
          ? []
          : [JSON.stringify(other)];
      } catch (error) {
        return [`${JSON.stringify(other)}: ${error}`];
      }
    });
    expect(failed).toEqual([]);
  });
});
