// The config most tests start from: one operator, four built-in categories and one analytics tool at stats.example.
import type { ConfigFile } from "../../../src/types";

export const STATS = "stats.example";

export function config(changes: Partial<ConfigFile> = {}): ConfigFile {
  return {
    revision: 1,
    lastUpdated: "2026-11-01",
    controller: {
      id: "harbour-cloud",
      name: { en: "Harbour Cloud Ltd.", "zh-CN": "海港云有限公司" },
      email: "privacy@site.example",
      phone: "400-000-0000",
      policyUrl: { en: "/privacy-en", "zh-CN": "/privacy" },
    },
    languages: ["en", "zh-CN"],
    categories: [{ id: "necessary", required: true }, { id: "preferences" }, { id: "operations" }, { id: "analytics" }],
    services: [
      {
        id: "stats",
        category: "analytics",
        name: { en: "Harbour Stats", "zh-CN": "海港统计" },
        purpose: { en: "Counts visits.", "zh-CN": "统计访问量。" },
        hosts: [STATS],
        recipient: "Stats Inc.",
        cookies: [{ name: "_st*", retention: "13 months" }],
      },
    ],
    ...changes,
  };
}
