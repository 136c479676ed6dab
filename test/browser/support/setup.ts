// Before the first browser test: dist/ must be built and a browser found; if not, one plain sentence says what to do.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser";
import { DIST } from "./server";

const NEEDED = ["assent.js", "assent-ui.js", "assent-centre.js", "assent-all.js", "locale/en.js", "locale/zh-CN.js"];

export function setup(): void {
  const missing = NEEDED.filter((file) => !existsSync(join(DIST, file)));
  if (missing.length > 0) throw new Error(`dist/ lacks ${missing.join(", ")}. Build it first: npm run build`);
  findBrowser();
}
