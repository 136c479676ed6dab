// The demo: starts Harbour Cloud's site and its mock third parties. Start reading here.
// Node's own modules only. Pages are in site/, the side panel in panel/, the third parties' scripts in third-parties/.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { siteHandler } from "./lib/first-party.mjs";
import { createLog } from "./lib/log.mjs";
import { NAMES, thirdPartyHandler } from "./lib/third-parties.mjs";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));

/**
 * Starts the site and its third parties.
 * @param {object} [options]
 * @param {number} [options.port] Wanted port; 0, or one that is taken, means any free one.
 * @param {string} [options.dist] Folder served under `/assent/`.
 * @param {boolean} [options.panel] Whether pages carry the side panel.
 * @param {string} [options.region] `data-region` of visitors who chose none in the panel; "" leaves it out.
 * @param {(config: any) => any} [options.config] Changes the config before it is served, for tests.
 * @returns {Promise<import("./server.d.mts").Demo>}
 */
export async function startDemo({ port = 0, dist = DIST, panel = true, region = "CN", config = (it) => it } = {}) {
  if (!existsSync(join(dist, "assent.js"))) {
    throw new Error(`${join(dist, "assent.js")} is not there yet. Build it first: npm run build`);
  }
  const log = createLog();
  const origins = {};
  const others = createServer(thirdPartyHandler({ log, origins }));
  const othersPort = await listen(others, port && port + 1);
  for (const name of NAMES) origins[name] = `http://${name}.localhost:${othersPort}`;
  const site = createServer(siteHandler({ log, origins, dist, panel, region, config }));
  const url = `http://localhost:${await listen(site, port)}`;
  origins.site = url;

  return {
    url,
    thirdParties: Object.fromEntries(NAMES.map((name) => [name, origins[name]])),
    requests: () => log.entries(),
    clear: () => log.clear(),
    async close() {
      log.end();
      await Promise.all([site, others].map(stop));
    },
  };
}

/** Listens on the wanted port, or on any free one if that is taken. Loopback only: nobody else may reach the demo. */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("listening", () => resolve(server.address().port));
    server.on("error", (error) => {
      if (!server.listening && port && (error.code === "EADDRINUSE" || error.code === "EACCES")) {
        port = 0;
        server.listen(0, "127.0.0.1");
      } else reject(error);
    });
    server.listen(port, "127.0.0.1");
  });
}

function stop(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

/** Shows the address in a browser, if this machine has one: no browser is no failure. */
function openBrowser(url) {
  const [command, ...args] = { darwin: ["open", url], win32: ["cmd", "/c", "start", "", url] }[process.platform] ?? [
    "xdg-open",
    url,
  ];
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

async function main() {
  const { values } = parseArgs({
    options: { port: { type: "string" }, dist: { type: "string" }, "no-open": { type: "boolean" } },
  });
  const demo = await startDemo({ port: Number(values.port ?? 4180), ...(values.dist ? { dist: values.dist } : {}) });
  console.log(`
  Harbour Cloud, an imaginary cloud operator

    中文     ${demo.url}/
    English  ${demo.url}/en/

  What to try
    1. Open the home page and leave the banner alone: the panel at the right shows that no third party was reached.
    2. Accept all: the tags run in order. The overseas service stays off, because it needs a consent of its own.
    3. Preferences (foot of every page): turn analytics off again, and watch its cookies go.
    4. In the panel: pretend GPC, choose another region, forget the choice.
    5. FAQ: pick a topic and reload. It is remembered only if "preferences" is on.

  The third parties are played by ${Object.values(demo.thirdParties).join(", ")}
  Stop with Ctrl+C.
`);
  if (!values["no-open"]) openBrowser(`${demo.url}/`);
  process.on("SIGINT", () => demo.close().then(() => process.exit(0)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(`The demo could not start. ${error.message}`);
    process.exitCode = 1;
  });
}
