// What a service takes from its vendor's catalogue entry, and what it says better itself.
import { describe, expect, test } from "vitest";
import { expand, vendorsOf } from "../../../src/config/expand";
import { parse } from "../../../src/config/parse";
import type { ConfigFile, Service, Tool } from "../../../src/types";

const entry: Tool = {
  name: "Tongji",
  hosts: ["hm.baidu.com"],
  cookies: [{ name: "Hm_lvt_*" }],
  recipient: { en: "Baidu", "zh-CN": "百度" },
  retention: "13 months",
};

const file = (...services: Service[]): ConfigFile => ({ categories: [{ id: "analytics" }], services });
const tongji: Service = { id: "tongji", category: "analytics", vendor: "baidu-tongji" };
const own: Service = { id: "own", category: "analytics", hosts: ["stats.example.cn"] };

describe("A service that names a vendor", () => {
  test("takes everything that the catalogue says.", () => {
    expect(expand(file(tongji), ["baidu-tongji"], [entry]).services).toMatchObject([{ ...entry, ...tongji }]);
  });

  test("says itself what is different here.", () => {
    const service = { ...tongji, hosts: ["hm.example.cn"], retention: "6 months" };
    const [filled] = expand(file(service), ["baidu-tongji"], [entry]).services ?? [];
    expect(filled).toMatchObject({ hosts: ["hm.example.cn"], retention: "6 months", name: "Tongji" });
  });

  test("keeps its own id, category and vendor whatever the entry says.", () => {
    const strange = { ...entry, id: "x", category: "necessary", vendor: "y" } as Tool;
    expect(expand(file(tongji), ["baidu-tongji"], [strange]).services).toMatchObject([tongji]);
  });

  test("is asked for once its entry is needed, and not again when it is there.", () => {
    const once = file(tongji, own);
    expect(vendorsOf(parse(once))).toEqual(["baidu-tongji"]);
    expect(vendorsOf(parse(expand(once, ["baidu-tongji"], [entry])))).toEqual([]);
  });

  test("and comes back from storage is still complete.", () => {
    const kept: unknown = JSON.parse(JSON.stringify(expand(file(tongji), ["baidu-tongji"], [entry])));
    expect(vendorsOf(parse(kept))).toEqual([]);
    expect(parse(kept).services[0]).toMatchObject(entry);
  });

  test("may do so twice, for two accounts.", () => {
    const second = { ...tongji, id: "tongji-shop" };
    const config = file(tongji, own, second);
    const vendors = vendorsOf(parse(config));
    const services =
      expand(
        config,
        vendors,
        vendors.map(() => entry),
      ).services ?? [];
    expect(services.map(({ recipient }) => recipient)).toEqual([entry.recipient, undefined, entry.recipient]);
  });
});

describe("A service without a vendor", () => {
  test("stays as it is.", () => {
    expect(expand(file(own), [], []).services).toEqual([own]);
  });

  test("is not needed: a config may have no services at all.", () => {
    expect(expand({ categories: [] }, [], []).services).toEqual([]);
  });
});

test("The owner's own object stays as it was.", () => {
  const config = file(tongji, own);
  const before = JSON.stringify(config);
  expand(config, ["baidu-tongji"], [entry]);
  expect(JSON.stringify(config)).toBe(before);
});
