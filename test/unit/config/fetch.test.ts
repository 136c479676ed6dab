// @vitest-environment jsdom
// A config from the network: the kept one first, the fresh one after it, and what is said when it does not come.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fetchConfig } from "../../../src/config/fetch";
import type { Config } from "../../../src/types";
import { OTHERS } from "../support/slips";

const CONFIG = { categories: [{ id: "analytics" }], services: [{ id: "own", category: "analytics" }] };
const WITH_VENDOR = {
  ...CONFIG,
  services: [{ id: "tongji", category: "analytics", vendor: "baidu-tongji", retention: "6 months" }],
};
const ENTRY = { hosts: ["hm.baidu.com"], retention: "13 months" };
const KEY = "assent.config:/consent.json";

interface Heard {
  found: [Config, boolean][];
  failed: string[];
}

/** What the server answers, by address: JSON, or a function that answers otherwise. */
let answers: { [address: string]: unknown };
let asked: string[];

async function ask(address = "/consent.json", raw?: unknown): Promise<Heard> {
  const heard: Heard = { found: [], failed: [] };
  const asking = fetchConfig({
    address,
    raw,
    vendorUrl: (vendor) => `/assent/catalog/${vendor}.json`,
    found: (...call) => heard.found.push(call),
    failed: ({ message }) => heard.failed.push(message),
  });
  await vi.advanceTimersByTimeAsync(10_000);
  await asking;
  return heard;
}

beforeEach(() => {
  vi.useFakeTimers();
  answers = {};
  asked = [];
  vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
    asked.push(address);
    const answer = answers[address];
    if (typeof answer === "function") return answer(init);
    return answer === undefined ? new Response("", { status: 404 }) : new Response(JSON.stringify(answer));
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
});

describe("On the first page", () => {
  test("the config is found, fresh, and kept for the next page.", async () => {
    answers["/consent.json"] = CONFIG;
    const { found, failed } = await ask();
    expect(found).toMatchObject([[{ services: CONFIG.services }, true]]);
    expect(failed).toEqual([]);
    expect(JSON.parse(localStorage.getItem(KEY) ?? "")).toMatchObject(CONFIG);
  });

  test("each vendor's entry is fetched, and what the service says itself wins.", async () => {
    answers["/consent.json"] = WITH_VENDOR;
    answers["/assent/catalog/baidu-tongji.json"] = ENTRY;
    const { found } = await ask();
    expect(asked).toEqual(["/consent.json", "/assent/catalog/baidu-tongji.json"]);
    expect(found).toHaveLength(1);
    expect(found[0]?.[0].services).toMatchObject([{ hosts: ["hm.baidu.com"], retention: "6 months" }]);
  });

  test("a block in the page that names a vendor is not fetched again, only the entry.", async () => {
    answers["/assent/catalog/baidu-tongji.json"] = ENTRY;
    const { found } = await ask("#assent-config", WITH_VENDOR);
    expect(asked).toEqual(["/assent/catalog/baidu-tongji.json"]);
    expect(found).toMatchObject([[{ services: [{ hosts: ["hm.baidu.com"] }] }, true]]);
  });
});

describe("On the next page", () => {
  test("the kept config counts at once, complete, before the fresh one has come.", async () => {
    answers["/consent.json"] = WITH_VENDOR;
    answers["/assent/catalog/baidu-tongji.json"] = ENTRY;
    await ask();
    answers["/consent.json"] = { ...WITH_VENDOR, revision: 2 };
    const { found } = await ask();
    expect(found.map(([{ revision }, isFresh]) => [revision, isFresh])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(found[0]?.[0].services).toMatchObject([{ hosts: ["hm.baidu.com"] }]);
  });

  test("it still counts when the server is away, and the owner hears of that.", async () => {
    answers["/consent.json"] = CONFIG;
    await ask();
    answers = {};
    const { found, failed } = await ask();
    expect(found.map(([, isFresh]) => isFresh)).toEqual([false]);
    expect(failed).toHaveLength(1);
  });

  test("a kept config of another address is not taken.", async () => {
    answers["/consent.json"] = CONFIG;
    await ask();
    expect((await ask("/other.json")).found).toEqual([]);
  });

  test("a damaged one is passed over.", async () => {
    answers["/consent.json"] = CONFIG;
    for (const other of ["{", ...OTHERS.map((value) => JSON.stringify(value))]) {
      localStorage.setItem(KEY, other);
      const { found, failed } = await ask();
      expect(found.map(([, isFresh]) => isFresh)).toEqual([true]);
      expect(failed).toEqual([]);
    }
  });
});

describe("No config is found, and the owner is told why and what the server must do,", () => {
  const told = async (): Promise<string> => {
    const { found, failed } = await ask();
    expect(found).toEqual([]);
    expect(failed).toHaveLength(1);
    return failed[0] ?? "";
  };

  test("when the server says no.", async () => {
    expect(await told()).toMatch(
      /^\/consent\.json: Status 404\. \/consent\.json must answer with JSON within 5 seconds\.$/,
    );
  });

  test("when the network fails.", async () => {
    answers["/consent.json"] = () => Promise.reject(new TypeError("Failed to fetch"));
    expect(await told()).toMatch(
      /^\/consent\.json: TypeError: Failed to fetch\. \/consent\.json must answer with JSON/,
    );
  });

  test("when the answer is a page instead of JSON.", async () => {
    answers["/consent.json"] = () => new Response("<!doctype html>");
    expect(await told()).toMatch(/^\/consent\.json: .+ must answer with JSON within 5 seconds\.$/);
  });

  test("when no answer comes within five seconds.", async () => {
    answers["/consent.json"] = () => new Promise(() => undefined);
    expect(await told()).toMatch(
      /^\/consent\.json: No answer\. \/consent\.json must answer with JSON within 5 seconds\.$/,
    );
  });

  test("when the config is wrong, at which place.", async () => {
    answers["/consent.json"] = { categories: "analytics" };
    expect(await told()).toBe("/consent.json: categories: write a list.");
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  test("when a vendor's entry is missing: what is not known is not guessed.", async () => {
    answers["/consent.json"] = WITH_VENDOR;
    expect(await told()).toMatch(/^\/consent\.json: Status 404\. \/assent\/catalog\/baidu-tongji\.json must answer/);
  });
});

test("Where storage is blocked the fresh config counts all the same.", async () => {
  answers["/consent.json"] = CONFIG;
  for (const name of ["getItem", "setItem"] as const) {
    vi.spyOn(Storage.prototype, name).mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
  }
  const { found, failed } = await ask();
  expect(found).toHaveLength(1);
  expect(failed).toEqual([]);
});
