// How the browser tests run: on dist/, two workers, one Chromium and one server in each.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "browser",
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    globalSetup: ["support/setup.ts"],
    pool: "forks",
    isolate: false,
    maxWorkers: 2,
    // After the unit tests, with the machine to themselves: some of these measure time.
    sequence: { groupOrder: 1 },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
