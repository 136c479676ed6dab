// @vitest-environment jsdom
// What a visitor is told and offered on the first layer.
import { describe, expect, it, vi } from "vitest";
import { load, scene, settle } from "./harness";

describe("a visitor on the first layer", () => {
  it("reads who asks, what for, and who receives data", async () => {
    const { ui, find } = scene();
    await ui.open("banner");
    const words = find("[popover]").textContent;
    for (const word of ["Harbour Cloud", "Remembered settings", "Site analytics", "Films", "Baidu", "Google LLC"])
      expect(words).toContain(word);
    expect(words).not.toContain("Own");
  });

  it("has three equal answers: one element, one part, no class of its own", async () => {
    const { ui, all } = scene();
    await ui.open("banner");
    const answers = all("[part=button]");
    expect(answers.map((each) => each.dataset.action)).toEqual(["accept-all", "reject-all", "preferences"]);
    for (const answer of answers) {
      expect(answer.tagName).toBe("BUTTON");
      // Names with two underscores are what vitest's JSX transform adds for debugging.
      const names = answer.getAttributeNames().filter((name) => !name.startsWith("__"));
      expect(names.filter((name) => name !== "data-assent").sort()).toEqual(["data-action", "part", "type"]);
    }
  });

  it.each(["accept-all", "reject-all"])("answers %s with one press, and the layer goes", async (act) => {
    const { ui, context, press, all } = scene();
    await ui.open("banner");
    await press(`[data-action=${act}]`);
    expect(context.choose).toHaveBeenCalledExactlyOnceWith(act, "banner");
    expect(all("[popover]")).toEqual([]);
  });

  it("keeps the focus where it was", async () => {
    const { ui } = scene();
    await ui.open("banner");
    expect(document.activeElement).toBe(document.body);
  });

  it("finds a labelled region, and no way to close it without an answer", async () => {
    const { ui, find, all, root } = scene();
    await ui.open("banner");
    const label = find("section").getAttribute("aria-labelledby") ?? "";
    expect(root.getElementById(label)?.textContent).toBe("Cookies on this site");
    expect(all("[data-action=close]")).toEqual([]);
  });

  it("hears of it once, politely, a moment later", async () => {
    vi.useFakeTimers();
    const { ui, find } = scene();
    await ui.open("banner");
    expect(find("[role=status]").textContent).toBe("");
    vi.runAllTimers();
    expect(find("[role=status]").textContent).toBe("Cookies on this site");
    vi.useRealTimers();
  });

  it("is told that Global Privacy Control is honoured", async () => {
    const { ui, find } = scene({ state: { gpc: true } });
    await ui.open("banner");
    expect(find("[popover]").textContent).toContain("GPC");
  });

  it("is told what changed when asked again", async () => {
    const { ui, find } = scene({ state: { record: { revision: 2, time: 0, gpc: false, consents: {} } } });
    await ui.open("banner");
    expect(find("[popover]").textContent).toContain("Baidu was added.");
  });

  it("is not told of changes on the first visit", async () => {
    const { ui, find } = scene();
    await ui.open("banner");
    expect(find("[popover]").textContent).not.toContain("What changed");
  });

  it("reads of three recipients by name, and how many more there are", async () => {
    const services = Array.from({ length: 500 }, (_, n) => ({
      id: `s${n}`,
      category: "analytics",
      recipient: `Company ${n}`,
    }));
    const { ui, find } = scene({ config: { services } });
    await ui.open("banner");
    expect(find("[popover] p").textContent).toContain("Company 0, Company 1, Company 2, 497 more.");
  });
});

describe("a visitor who reads the other language", () => {
  it("gets it with one press, in the page's own words, and keeps the focus", async () => {
    const { ui, find, press, root } = scene();
    await ui.open("banner");
    expect(find("[data-action=language]").lang).toBe("zh-CN");
    await press("[data-action=language]");
    expect(find("[dir]").lang).toBe("zh-CN");
    expect(find("[data-action=accept-all]").textContent).toBe("全部接受");
    expect(find("a[href]").getAttribute("href")).toBe("/privacy/");
    expect((root.activeElement as HTMLElement).dataset.action).toBe("language");
  });

  it("chooses from a list where there are more than two", async () => {
    const { ui, find, context } = scene({ config: { languages: ["zh-CN", "en", "fr"] } });
    await ui.open("banner");
    context.api.setLanguage = vi.fn();
    const list = find("select[data-action=language]") as HTMLSelectElement;
    expect(list.value).toBe("en");
    list.value = "zh-CN";
    list.dispatchEvent(new Event("change"));
    expect(context.api.setLanguage).toHaveBeenCalledWith("zh-CN");
  });

  it("gets the site's own language when the file of the other is missing", async () => {
    const { ui, find } = scene({ state: { language: "fr" } });
    await ui.open("banner");
    expect(find("[dir]").lang).toBe("zh-CN");
  });

  it("gets English when nothing else is there", async () => {
    const { ui, find } = scene({ config: { languages: ["fr"] }, state: { language: "fr" } });
    await ui.open("banner");
    expect(find("[dir]").lang).toBe("en");
  });

  it("reads the site owner's words in place of ours, in the languages they are written in", async () => {
    const ui0 = { layout: "bar", position: "top", theme: "dark", revisit: true, reloadOnWithdraw: true } as const;
    const { ui, find, press } = scene({ config: { ui: { ...ui0, texts: { title: { en: "Our cookies" } } } } });
    await ui.open("banner");
    expect(find("#title").textContent).toBe("Our cookies");
    await press("[data-action=language]");
    expect(find("#title").textContent).toBe("本网站的 Cookie 使用");
  });
});

describe("a visitor whose connection fails", () => {
  it("still has the banner when the preference centre does not come, and gets it at the next try", async () => {
    let tries = 0;
    const flaky = (name: string) =>
      name === "assent-centre.js" && !tries++ ? Promise.reject(new Error("gone")) : load(name);
    const { ui, all } = scene({ load: flaky });
    await ui.open("banner");
    await expect(ui.open("preferences")).rejects.toThrow("gone");
    expect(all("[popover]")).toHaveLength(1);
    await ui.open("preferences");
    expect(all("dialog")).toHaveLength(1);
  });

  it("is told why when no language at all can be had", async () => {
    const { ui } = scene({ load: () => Promise.reject(new Error("offline")) });
    await expect(ui.open("banner")).rejects.toThrow("offline");
  });

  it("sees nothing late that was closed while it was loading", async () => {
    const { ui, all } = scene();
    const opening = ui.open("preferences");
    ui.close();
    await opening;
    await settle();
    expect(all("dialog")).toEqual([]);
  });
});
