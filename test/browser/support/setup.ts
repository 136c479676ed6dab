// Before the first browser test: dist/ must be built and a browser there. One that is missing is installed where that can
// be done without asking; if not, one plain sentence says what to do.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser";
import { DIST } from "./server";

const NEEDED = ["assent.js", "assent-ui.js", "assent-centre.js", "assent-all.js", "locale/en.js", "locale/zh-CN.js"];

export function setup(): void {
  const missing = NEEDED.filter((file) => !existsSync(join(DIST, file)));
  if (missing.length > 0) throw new Error(`dist/ lacks ${missing.join(", ")}. Build it first: npm run build`);
  try {
    findBrowser();
  } catch (error) {
    if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw error;
    install();
    findBrowser();
  }
}

/** As root on Debian and its like, a container for instance, there is nobody to ask. */
function install(): void {
  console.info("No Chromium found: installing the system's own with apt-get. This takes a minute or two.");
  const run = (...args: string[]): void => {
    execFileSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  try {
    run("update", "-qq");
  } catch {
    // Offline or a stale mirror: what is known of the packages may do.
  }
  run("install", "-y", "-qq", "chromium", "fonts-noto-cjk");
}
