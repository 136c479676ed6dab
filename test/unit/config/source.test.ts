// @vitest-environment jsdom
// Where the gate finds its config in the page: the block, the baked one, or a request; and what it says if there is none.
import { afterEach, describe, expect, test, vi } from "vitest";
import { obtain } from "../../../src/config/source";
import type { Config } from "../../../src/types";
import full from "../fixtures/full.json";

const SMALL = { categories: [{ id: "analytics" }] };
const NO_BAKED = "@assent-config@";

interface Heard {
  isOver: boolean;
  found: [Config, boolean][];
  failed: string[];
  fetched: [string, unknown][];
}

function ask(address?: string, baked: unknown = NO_BAKED): Heard {
  const heard: Heard = { isOver: false, found: [], failed: [], fetched: [] };
  heard.isOver = obtain({
    address,
    baked,
    fetchConfig: (...call) => heard.fetched.push(call),
    found: (...call) => heard.found.push(call),
    failed: ({ message }) => heard.failed.push(message),
  });
  return heard;
}

function block(id: string, text: string): void {
  const script = document.createElement("script");
  Object.assign(script, { type: "application/json", id, textContent: text });
  document.body.append(script);
}

const parsing = (isParsing: boolean): void => {
  vi.spyOn(document, "readyState", "get").mockReturnValue(isParsing ? "loading" : "interactive");
};

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe("A block in the page", () => {
  test("is found at once, and is fresh.", () => {
    block("assent-config", JSON.stringify(SMALL));
    const { isOver, found, failed } = ask();
    expect(isOver).toBe(true);
    expect(found).toMatchObject([[{ categories: [{ id: "analytics", required: false }] }, true]]);
    expect(failed).toEqual([]);
  });

  test("may have an id of the owner's.", () => {
    block("assent-config", JSON.stringify({ ...SMALL, revision: 1 }));
    block("own", JSON.stringify({ ...SMALL, revision: 2 }));
    expect(ask("#own").found).toMatchObject([[{ revision: 2 }, true]]);
  });

  test("wins over a config that is baked in.", () => {
    block("assent-config", JSON.stringify({ ...SMALL, revision: 2 }));
    expect(ask(undefined, { ...SMALL, revision: 1 }).found).toMatchObject([[{ revision: 2 }, true]]);
  });

  test("that comes later in the page is waited for.", () => {
    parsing(true);
    expect(ask()).toMatchObject({ isOver: false, found: [], failed: [] });
    block("assent-config", JSON.stringify(SMALL));
    document.body.append("after");
    expect(ask()).toMatchObject({ isOver: true, failed: [] });
  });

  test("of which only a part has come is waited for.", () => {
    parsing(true);
    block("assent-config", '{ "categories": [');
    expect(ask()).toMatchObject({ isOver: false, found: [], failed: [] });
  });

  test("named in data-config is waited for even by a file with a config baked in.", () => {
    parsing(true);
    expect(ask("#own", SMALL)).toMatchObject({ isOver: false, found: [] });
  });

  test("that names a vendor waits for its catalogue entry.", () => {
    block("assent-config", JSON.stringify(full));
    const { isOver, found, fetched } = ask();
    expect(isOver).toBe(true);
    expect(found).toEqual([]);
    expect(fetched).toEqual([["#assent-config", full]]);
  });
});

describe("A config that is baked in", () => {
  test("is there in the same task, although the page is still being parsed.", () => {
    parsing(true);
    expect(ask(undefined, SMALL).found).toMatchObject([[{ categories: [{ id: "analytics" }] }, true]]);
  });

  test("needs no catalogue when its vendors are in it.", () => {
    const services = full.services.map((service) => ({ ...service, filled: true }));
    const { found, fetched } = ask(undefined, { ...full, services });
    expect(found).toHaveLength(1);
    expect(fetched).toEqual([]);
  });
});

describe("An address", () => {
  test.each(["/consent.json", "https://example.cn/c.json", "consent.json?v=1#x"])("%s is fetched.", (address) => {
    const { isOver, found, fetched } = ask(address);
    expect(isOver).toBe(true);
    expect(fetched).toEqual([[address, undefined]]);
    expect(found).toEqual([]);
  });
});

describe("The owner is told", () => {
  test("that there is no config, and what to add, once the page has been parsed.", () => {
    parsing(false);
    const { isOver, failed, found } = ask();
    expect(isOver).toBe(true);
    expect(found).toEqual([]);
    expect(failed).toEqual([expect.stringMatching(/^#assent-config: .+data-config.*\.$/)]);
  });

  test("that the block is no JSON.", () => {
    block("assent-config", "{ categories: [] }");
    const { failed, found } = ask();
    expect(failed).toEqual([expect.stringMatching(/^#assent-config: .+/)]);
    expect(found).toEqual([]);
  });

  test("at which place it is wrong.", () => {
    block("own", '{ "categories": [{ "id": "a b" }] }');
    const { failed, found } = ask("#own");
    expect(failed).toEqual(["#own: categories[0].id: write letters, digits, - or _."]);
    expect(found).toEqual([]);
  });
});
