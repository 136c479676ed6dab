// @vitest-environment jsdom
// The consent calls of other tools: each kind of step, and that one which fails stops no other.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runSteps } from "../../../src/signals/vendor";
import type { ConsentStep } from "../../../src/types";

type Bag = { [key: string]: unknown };

const page = window as unknown as Bag;
let before: string[];

beforeEach(() => {
  before = Object.keys(page);
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  for (const key of Object.keys(page)) if (!before.includes(key)) delete page[key];
});

const run = (...steps: ConsentStep[]): void => runSteps(steps);

describe("A step that pushes", () => {
  test("puts each argument on the tool's array.", () => {
    page._paq = [["trackPageView"]];
    run({ push: "_paq", args: [["requireConsent"]] }, { push: "_paq", args: [["a", 1], { b: null }] });
    expect(page._paq).toEqual([["trackPageView"], ["requireConsent"], ["a", 1], { b: null }]);
  });

  test("makes the array if the tool has not run yet.", () => {
    run({ push: "_hmt", args: [["_setAutoPageview", false]] });
    expect(page._hmt).toEqual([["_setAutoPageview", false]]);
  });

  test("uses the tool's own push once it has one.", () => {
    const push = vi.fn();
    page._hmt = { push };
    run({ push: "_hmt", args: [["a"], ["b"]] });
    expect(push.mock.calls.flat()).toEqual([["a"], ["b"]]);
  });
});

describe("A step that calls", () => {
  test("gives the arguments as they are written.", () => {
    page.fbq = vi.fn();
    run({ call: "fbq", args: ["consent", "revoke", null, { a: [1] }] });
    expect(page.fbq).toHaveBeenCalledExactlyOnceWith("consent", "revoke", null, { a: [1] });
  });

  test("finds the function below other names, and calls it as theirs.", () => {
    const tool = {
      options: {
        isOn: true,
        stop(this: { isOn: boolean }) {
          this.isOn = false;
        },
      },
    };
    page.tool = tool;
    run({ call: "tool.options.stop", args: [] });
    expect(tool.options.isOn).toBe(false);
  });

  test("does nothing where the tool is not there, and leaves no trace.", () => {
    run({ call: "absent", args: [] }, { call: "missing.tool.stop", args: [] });
    vi.runAllTimers();
    expect(Object.keys(page).filter((key) => !before.includes(key))).toEqual([]);
  });
});

describe("A step that sets", () => {
  test.each([true, false, null, 0, "x", { a: [1] }])("assigns %j.", (value) => {
    run({ set: "ga-disable-G-1", value });
    expect(page["ga-disable-G-1"]).toEqual(value);
  });

  test("reaches below names, which it makes if need be.", () => {
    page.tool = { kept: 1 };
    run({ set: "tool.config.off", value: true }, { set: "other.off", value: true });
    expect(page.tool).toEqual({ kept: 1, config: { off: true } });
    expect(page.other).toEqual({ off: true });
  });
});

describe("A step that stubs", () => {
  test("makes the queueing function of the tool's own snippet.", () => {
    run({ stub: "clarity", queue: "q" });
    const clarity = page.clarity as ((...args: unknown[]) => void) & { q: ArrayLike<unknown>[] };
    clarity("consentv2", { ad_Storage: "denied" });
    clarity("x");
    expect(clarity.q.map((call) => Array.from(call))).toEqual([["consentv2", { ad_Storage: "denied" }], ["x"]]);
  });

  test("leaves the tool's own function alone.", () => {
    const own = vi.fn();
    page.clarity = own;
    run({ stub: "clarity", queue: "q" }, { call: "clarity", args: ["consent"] });
    expect(own).toHaveBeenCalledExactlyOnceWith("consent");
  });
});

describe("Steps", () => {
  test("run in their order.", () => {
    run(
      { stub: "uet", queue: "q" },
      { call: "uet", args: ["a"] },
      { push: "uet.q", args: ["b"] },
      { set: "done", value: 1 },
    );
    const { q } = page.uet as { q: unknown[] };
    expect([Array.from(q[0] as string[]), q[1], page.done]).toEqual([["a"], "b", 1]);
  });

  test("that fail stop no other, and are told of afterwards.", () => {
    page.bad = () => {
      throw new Error("theirs");
    };
    page.text = "no array";
    run(
      { call: "bad", args: [] },
      { push: "text", args: [1] },
      { call: "text.x.y", args: [] },
      { set: "after", value: true },
    );
    expect(page.after).toBe(true);
    expect(() => vi.runOnlyPendingTimers()).toThrow();
  });

  test("mean the same in whatever order their keys are written.", () => {
    page.tool = vi.fn();
    run(
      { args: ["a"], call: "tool" },
      { args: [1], push: "list" },
      { value: true, set: "flag" },
      { queue: "q", stub: "stubbed" },
    );
    expect(page.tool).toHaveBeenCalledExactlyOnceWith("a");
    expect({ list: page.list, flag: page.flag, stubbed: typeof page.stubbed, q: page.q }).toEqual({
      list: [1],
      flag: true,
      stubbed: "function",
      q: undefined,
    });
  });

  test("are none where a tool has none.", () => {
    expect(() => runSteps(undefined)).not.toThrow();
  });
});
