// The browser of the tests: where it is, and one Chromium per worker in which every host name leads to the test server.
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { web } from "./server";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Path of a Chromium, or an error that names the command which installs one. */
export function findBrowser(): string {
  const named = process.env.ASSENT_CHROMIUM;
  if (named && !existsSync(named)) throw new Error(`ASSENT_CHROMIUM is ${named}, where there is no file.`);
  const found = [named, ...PLACES, chromium.executablePath()].find((path) => path && existsSync(path));
  if (found) return found;
  throw new Error(
    "The browser tests need Chromium and found none. Install it: npx playwright-core install --with-deps chromium\n" +
      "Or point ASSENT_CHROMIUM at one that you have.",
  );
}

let running: Promise<Browser> | undefined;

/** The worker's Chromium, started at the first call. It ends with the worker, whose pipe it listens to. */
export function browser(): Promise<Browser> {
  running ??= launch();
  return running;
}

async function launch(): Promise<Browser> {
  const { port } = await web();
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
    ],
    // Pages that come back from the back/forward cache are part of what is tested.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
}
