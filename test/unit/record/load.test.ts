// @vitest-environment jsdom
// The record as a page finds it: in the cookie, with the copy by id that the browser kept, or not at all.
import { afterEach, describe, expect, test, vi } from "vitest";
import { decide } from "../../../src/consent/decide";
import { encode } from "../../../src/record/codec";
import { loadRecord } from "../../../src/record/load";
import { readReceipts } from "../../../src/record/receipts";
import type { ConsentRecord } from "../../../src/types";
import { config, NOON, regime } from "../support/config";
import { clearCookies, setCookie } from "../support/page";
import { OTHERS } from "../support/slips";

const record: ConsentRecord = {
  revision: 1,
  time: NOON,
  gpc: false,
  consents: { preferences: false, analytics: true, session: false, stats: true, heat: false, ga: false },
};

afterEach(() => {
  vi.restoreAllMocks();
  clearCookies();
  localStorage.clear();
});

describe("A returning visitor's answer", () => {
  test("is read from the cookie, among others.", () => {
    setCookie("before=1");
    setCookie(`assent=${encode(record, config())}`);
    setCookie("after=assent=1.1.0.0-0.");
    expect(loadRecord(config())).toEqual(record);
  });

  test("is read under the name that the owner gave it.", () => {
    const named = config({ cookie: { name: "choice" } });
    setCookie(`choice=${encode(record, named)}`);
    expect(loadRecord(named)).toEqual(record);
    expect(loadRecord(config())).toBeNull();
  });

  test("is not another cookie's whose name ends or begins likewise.", () => {
    setCookie(`xassent=${encode(record, config())}`);
    setCookie(`assent2=${encode(record, config())}`);
    expect(loadRecord(config())).toBeNull();
  });

  test("is none without a cookie, even if a copy is there.", () => {
    localStorage.setItem("assent", JSON.stringify(record));
    expect(loadRecord(config())).toBeNull();
  });

  test("is read by id from the copy when a service has been taken out since.", () => {
    setCookie(`assent=${encode(record, config())}`);
    localStorage.setItem("assent", JSON.stringify({ ...record, value: encode(record, config()) }));
    const later = config({
      services: [
        { id: "heat", category: "analytics" },
        { id: "stats", category: "analytics" },
      ],
    });
    expect(loadRecord(later)).toMatchObject(record);
  });
});

describe("A visitor is as good as new", () => {
  test("where cookies are blocked.", () => {
    vi.spyOn(document, "cookie", "get").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    expect(loadRecord(config())).toBeNull();
  });

  test("where storage is blocked, the cookie counts alone.", () => {
    setCookie(`assent=${encode(record, config())}`);
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    expect(loadRecord(config())).toEqual(record);
    expect(loadRecord(config({ services: [] }))).toBeNull();
    expect(readReceipts(config())).toEqual([]);
  });

  test("where the copy is damaged and the cookie can no longer be counted out.", () => {
    setCookie(`assent=${encode(record, config())}`);
    const later = config({ services: [{ id: "stats", category: "analytics" }] });
    const value = encode(record, config());
    const copies = [...OTHERS, { value }, { ...record, value, consents: null }, { ...record, value, consents: "yes" }];
    const harmed = copies.flatMap((copy) => {
      localStorage.setItem("assent", JSON.stringify(copy));
      try {
        const { consents } = decide(
          { config: later, regime: regime("cn") },
          { record: loadRecord(later), gpc: false, now: NOON },
        );
        return consents.analytics ? [`${JSON.stringify(copy)}: granted`] : [];
      } catch (error) {
        return [`${JSON.stringify(copy)}: ${error}`];
      }
    });
    expect(harmed).toEqual([]);
  });

  test("where the copy is no JSON.", () => {
    setCookie(`assent=${encode(record, config())}`);
    localStorage.setItem("assent", "{");
    expect(loadRecord(config({ services: [] }))).toBeNull();
  });
});

describe("The visitor's history", () => {
  test("is empty before the first choice, and when it is damaged.", () => {
    expect(readReceipts(config())).toEqual([]);
    for (const other of OTHERS) {
      localStorage.setItem("assent.receipts", JSON.stringify(other));
      expect(Array.isArray(readReceipts(config()))).toBe(true);
    }
  });

  test("lies beside the record under the owner's name for it.", () => {
    localStorage.setItem("choice.receipts", '[{"act":"accept-all"}]');
    expect(readReceipts(config({ cookie: { name: "choice" } }))).toEqual([{ act: "accept-all" }]);
  });
});
