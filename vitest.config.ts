// Two projects: logic in jsdom or Node, and what ships in a real browser.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.{ts,tsx}"], environment: "node", testTimeout: 20_000 } },
      "test/browser/vitest.config.ts",
    ],
  },
});
