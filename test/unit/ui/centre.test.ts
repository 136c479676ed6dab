// @vitest-environment jsdom
// What a visitor reads and moves on the second layer.
import { describe, expect, it } from "vitest";
import type { Consents } from "../../../src/types";
import { type Scene, scene, settle } from "./harness";

const input = ({ find }: Scene, selector: string) => find(selector) as HTMLInputElement;

const openCentre = async (...options: Parameters<typeof scene>): Promise<Scene> => {
  const made = scene(...options);
  await made.ui.open("preferences");
  return made;
};

describe("a visitor on the second layer", () => {
  it("meets a modal dialog with the focus on its title, and no banner behind it", async () => {
    const made = scene();
    await made.ui.open("banner");
    await made.press("[data-action=preferences]");
    expect((made.find("dialog") as HTMLDialogElement).open).toBe(true);
    expect(made.root.activeElement?.textContent).toBe("Cookie settings");
    expect(made.all("[popover]")).toEqual([]);
  });

  it("finds everything optional off before a choice", async () => {
    const { all } = await openCentre();
    const on = all("[role=switch]").filter((each) => (each as HTMLInputElement).checked);
    expect(on.map((each) => each.dataset.category)).toEqual(["necessary"]);
  });

  it("finds what is required locked, with words for it", async () => {
    const made = await openCentre();
    expect(input(made, "[data-category=necessary]").disabled).toBe(true);
    expect(made.find("#card-necessary").textContent).toContain("Always on");
  });

  it("changes nothing by closing, and the banner is back with the focus on the way in", async () => {
    const made = scene();
    await made.ui.open("banner");
    await made.press("[data-action=preferences]");
    await made.press("[data-category=analytics]");
    await made.press("[data-action=close]");
    expect(made.context.choose).not.toHaveBeenCalled();
    expect(made.context.closed).toHaveBeenCalledOnce();
    expect(made.all("dialog")).toEqual([]);
    expect((made.root.activeElement as HTMLElement).dataset.action).toBe("preferences");
    await made.press("[data-action=preferences]");
    expect(input(made, "[data-category=analytics]").checked).toBe(false);
  });

  it("does not see the banner again after closing when a choice was made before", async () => {
    const made = await openCentre({ state: { decided: true } });
    await made.press("[data-action=close]");
    expect(made.all("[popover], dialog")).toEqual([]);
  });

  it("saves exactly what the switches show", async () => {
    const made = await openCentre();
    await made.press("[data-category=analytics]");
    await made.press("[data-action=save]");
    expect(made.context.choose).toHaveBeenCalledExactlyOnceWith("save", "preferences", {
      necessary: true,
      preferences: false,
      analytics: true,
      video: false,
      session: true,
      tongji: true,
      ga: false,
    });
  });

  it("sees a category as partly on when one of its services differs", async () => {
    const made = await openCentre();
    await made.press("[data-category=analytics]");
    await made.press("#card-analytics [data-action=details]");
    await made.press("[data-service=tongji]");
    expect(input(made, "[data-category=analytics]").indeterminate).toBe(true);
    expect(made.find("#state-analytics").textContent).toBe("Partly on");
  });

  it("unfolds the services and their cookies only when wanted", async () => {
    const made = await openCentre();
    expect(made.all("#card-tongji")).toEqual([]);
    await made.press("#card-analytics [data-action=details]");
    await made.press("#card-tongji [data-action=details]");
    expect(made.find("#card-tongji").textContent).toContain("HMACCOUNT");
    expect(made.find("#card-tongji").textContent).toContain("until the browser is closed");
  });

  it("keeps unsaved switches and unfolded details when the language changes", async () => {
    const made = await openCentre();
    await made.press("[data-category=analytics]");
    await made.press("#card-analytics [data-action=details]");
    await made.press("[data-action=language]");
    expect(made.find("#title").textContent).toBe("Cookie 设置");
    expect(input(made, "[data-category=analytics]").checked).toBe(true);
    expect(made.all("#card-tongji")).toHaveLength(1);
  });

  it("hears which words are in another language", async () => {
    const made = await openCentre({ state: { language: "zh-CN" } });
    expect(made.find("#name-video span").lang).toBe("en");
  });

  it("is taken to the one service that is asked for", async () => {
    const made = scene();
    await made.ui.open("preferences", "tongji");
    expect(made.root.activeElement?.id).toBe("card-tongji");
  });

  it("keeps what was moved when the centre is opened again at another place", async () => {
    const made = await openCentre();
    await made.press("[data-category=preferences]");
    await made.ui.open("preferences", "video");
    expect(input(made, "[data-category=preferences]").checked).toBe(true);
  });

  it("reaches the operator by telephone and e-mail, and reads when an answer is due", async () => {
    const { find } = await openCentre();
    expect(find("a[href^=tel]").getAttribute("href")).toBe("tel:4000890365");
    expect(find("a[href^=mailto]").getAttribute("href")).toBe("mailto:privacy@example.cn");
    expect(find("dialog").textContent).toContain("30 days");
    expect(find("dialog").textContent).toContain("November 1, 2026");
  });
});

describe("a visitor who is asked separately", () => {
  it("reads the whole text, and that Accept all leaves it off", async () => {
    const { find } = await openCentre();
    const words = find(".separate").textContent ?? "";
    for (const word of ["United States", "c@example.com", "Accept all leaves these off"]) expect(words).toContain(word);
  });

  it("turns it on by its own switch, and nothing else with it", async () => {
    const made = await openCentre();
    await made.press("[data-service=ga]");
    expect(input(made, "[data-service=ga]").checked).toBe(true);
    expect(input(made, "[data-category=analytics]").checked).toBe(false);
  });

  it("finds its switch once, not in its category too", async () => {
    const made = await openCentre();
    await made.press("#card-analytics [data-action=details]");
    expect(made.all("[data-service=ga]")).toHaveLength(1);
  });
});

describe("a visitor who wants to take it all back", () => {
  const decided = (consents: Consents) => ({
    decided: true,
    consents,
    record: { revision: 3, time: 0, gpc: false, consents },
  });

  it("has one control for it, where something was granted", async () => {
    const made = await openCentre({ state: decided({ analytics: true }) });
    await made.press("[data-action=withdraw]");
    expect(made.context.choose).toHaveBeenCalledExactlyOnceWith("withdraw", "preferences");
  });

  it("has none where nothing was", async () => {
    const made = await openCentre({ state: decided({ analytics: false }) });
    await settle();
    expect(made.all("[data-action=withdraw]")).toEqual([]);
  });
});
