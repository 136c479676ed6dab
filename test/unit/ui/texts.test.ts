// @vitest-environment jsdom
// The texts come in two files a language: each layer finds what it says in the files that are loaded for it.
import { describe, expect, it } from "vitest";
import en from "../../../locales/en.json";
import zh from "../../../locales/zh-CN.json";
import type { LocaleModule } from "../../../src/contract";
import { split } from "../../../src/locale/split.mjs";
import { load, scene } from "./harness";

const REASKED = { gpc: true, record: { revision: 2, time: 0, gpc: false, consents: {} } };

/** Loads as ever, and writes down which texts were looked for in vain, and which files asked for. */
const watched = () => {
  const missing = new Set<string>();
  const files: string[] = [];
  const watchedLoad = async (name: string) => {
    files.push(name);
    const module = (await load(name)) as Partial<LocaleModule>;
    if (!module.texts || name.includes("-centre")) return module;
    const texts = new Proxy(module.texts, {
      get(target, key) {
        if (!(key in target)) missing.add(String(key));
        return Reflect.get(target, key);
      },
    });
    return { texts };
  };
  return { load: watchedLoad, missing, files };
};

describe("the two files of a language", () => {
  it("hold every text once", () => {
    for (const texts of [en, zh]) {
      const [first, centre] = split(texts);
      expect({ ...first, ...centre }).toEqual(texts);
      expect(Object.keys(first).length + Object.keys(centre).length).toBe(Object.keys(texts).length);
    }
  });

  it("give the first layer all it says in the first one, and nothing that it does not", async () => {
    const { load, missing, files } = watched();
    const services = Array.from({ length: 9 }, (_, n) => ({ id: `s${n}`, category: "analytics", recipient: `R${n}` }));
    const { ui, find } = scene({ load, state: REASKED, config: { services, languages: ["zh-CN", "en", "fr"] } });
    await ui.open("banner");
    missing.delete("then"); // asked of whatever a promise is resolved with
    // `dir` is for languages written from the right; a category of the site's own has a name of its own.
    expect([...missing]).toEqual(["dir"]);
    expect(files).toEqual(["locale/en.js"]);
    expect(find("[popover]").textContent).toContain("6 more");
  });

  it("come together for the preference centre, whatever was on screen before", async () => {
    for (const before of ["banner", "preferences"] as const) {
      const { load, files } = watched();
      const { ui, find } = scene({ load });
      await ui.open(before);
      await ui.open("preferences");
      for (const word of [en.revisit, en.intro, en["analytics.purpose"]])
        expect(find("dialog").textContent).toContain(word);
      expect(files).toContain("locale/en-centre.js");
    }
  });

  it("are both fetched early where the visitor is about to open the centre", async () => {
    const { load, files } = watched();
    const { ui, find } = scene({ load });
    await ui.open("banner");
    find("[data-action=preferences]").dispatchEvent(new Event("pointerenter"));
    await new Promise((done) => setTimeout(done));
    expect(files).toEqual(expect.arrayContaining(["assent-centre.js", "locale/en-centre.js"]));
  });

  it("are both fetched when the language changes in the centre", async () => {
    const { load, files } = watched();
    const { ui, find, press } = scene({ load });
    await ui.open("preferences");
    await press("[data-action=language]");
    expect(files).toEqual(expect.arrayContaining(["locale/zh-CN.js", "locale/zh-CN-centre.js"]));
    expect(find("dialog").textContent).toContain(zh.intro);
  });

  it("may be one file", async () => {
    const whole = (name: string) =>
      name === "locale/en.js" ? Promise.resolve({ texts: en }) : load(name.replace("-centre", "-none"));
    const { ui, find } = scene({ load: (name) => (name === "assent-centre.js" ? load(name) : whole(name)) });
    await ui.open("preferences");
    expect(find("dialog").textContent).toContain(en.intro);
  });

  it("fall back together: with the second one missing the centre is in the site's own language", async () => {
    const { ui, find } = scene({
      load: (name) => (name === "locale/en-centre.js" ? Promise.reject(new Error("gone")) : load(name)),
    });
    await ui.open("preferences");
    expect(find("[dir]").lang).toBe("zh-CN");
    expect(find("dialog").textContent).toContain(zh.intro);
  });
});
