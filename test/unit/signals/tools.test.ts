// @vitest-environment jsdom
// Which tool is told what, and when: its default once, then what has changed, each on its own.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ConsentCalls, ConsentStep, Consents, Service } from "../../../src/types";

const page = window as unknown as { [key: string]: unknown };
const say = (word: string): ConsentStep[] => [{ push: "said", args: [word] }];
const tool = (id: string, consent?: ConsentCalls): Service => ({
  id,
  category: "analytics",
  consent: consent ?? { default: say(`${id} default`), grant: say(`${id} grant`), revoke: say(`${id} revoke`) },
});

let tellVendors: typeof import("../../../src/signals/vendor").tellVendors;

/** What the tools hear now. */
function tell(services: Service[], consents: Consents, before: Consents = {}): unknown {
  page.said = [];
  tellVendors(services, consents, before);
  return page.said;
}

beforeEach(async () => {
  vi.useFakeTimers();
  // It remembers whom it has told.
  vi.resetModules();
  ({ tellVendors } = await import("../../../src/signals/vendor"));
});

afterEach(() => {
  vi.useRealTimers();
  for (const key of ["said", "broken"]) delete page[key];
});

describe("A tool", () => {
  test("is told its default first, whatever was chosen, and then what was.", () => {
    expect(tell([tool("a"), tool("b")], { a: true, b: false })).toEqual(["a default", "a grant", "b default"]);
  });

  test("is told its default once on a page.", () => {
    tell([tool("a")], { a: false });
    expect(tell([tool("a")], { a: true }, { a: false })).toEqual(["a grant"]);
  });

  test("that only the fresh config knows is told its default as well.", () => {
    tell([tool("a")], { a: false });
    expect(tell([tool("a"), tool("b")], { a: false, b: true }, { a: false })).toEqual(["b default", "b grant"]);
  });

  test("is told of a change and not of what has not changed.", () => {
    tell([tool("a"), tool("b")], { a: true, b: true });
    expect(tell([tool("a"), tool("b")], { a: true, b: false }, { a: true, b: true })).toEqual(["b revoke"]);
    expect(tell([tool("a")], { a: true }, { a: true })).toEqual([]);
  });

  test("that was never granted is not told that consent was withdrawn.", () => {
    tell([tool("a")], { a: false });
    expect(tell([tool("a")], { a: false }, { a: false })).toEqual([]);
  });

  test("that says nothing of consent is left alone.", () => {
    expect(tell([{ id: "a", category: "analytics" }, tool("b", {})], { a: true, b: true })).toEqual([]);
  });

  test("that fails keeps no other from hearing; its error comes later.", () => {
    page.broken = () => {
      throw new Error("theirs");
    };
    const failing = [{ call: "broken", args: [] }];
    const heard = tell([tool("a", { default: failing, grant: failing }), tool("b")], { a: true, b: true });
    expect(heard).toEqual(["b default", "b grant"]);
    expect(() => vi.runOnlyPendingTimers()).toThrow("theirs");
  });
});
