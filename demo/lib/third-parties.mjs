// The mock third parties, told apart by host name on one port: stats, pixel, video and farshore, all `.localhost`.
// They do what such parties do (set cookies, take beacons), and write every request to the log.
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { readBody, readCookies, send } from "./http.mjs";
import { fill } from "./pages.mjs";

export const NAMES = ["stats", "pixel", "video", "farshore"];

const FOLDER = new URL("../third-parties/", import.meta.url);
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const YEAR = 31_536_000;

/** What each party answers, by path. `file` is in third-parties/; `cookie` is set on the party's own host. */
const ROUTES = {
  stats: {
    "/tidemark.js": { kind: "script", file: "tidemark.js" },
    "/hit": { kind: "beacon" },
    "/hit.gif": { kind: "image" },
  },
  pixel: { "/b.gif": { kind: "image", cookie: "buoy_visit" } },
  video: { "/embed": { kind: "frame", file: "video.html", cookie: "lantern_viewer" } },
  farshore: { "/insights.js": { kind: "script", file: "farshore.js" }, "/collect": { kind: "beacon" } },
};

/** @returns {import("node:http").RequestListener} */
export function thirdPartyHandler({ log, origins }) {
  async function answer(request, response) {
    const host = (request.headers.host ?? "").split(":")[0] ?? "";
    const name = host.split(".")[0] ?? "";
    const url = new URL(request.url ?? "/", "http://localhost");
    const route = url.pathname === "/privacy" ? { kind: "page", file: "policy.html" } : ROUTES[name]?.[url.pathname];
    if (!route) return send(response, 404, "text/plain; charset=utf-8", "Nobody lives here.");
    const cookies = readCookies(request);
    const fresh = route.cookie && !(route.cookie in cookies);
    log.add({
      party: "third",
      host,
      kind: route.kind,
      path: url.pathname,
      query: url.search.slice(1),
      referer: request.headers.referer ?? "",
      cookies: Object.keys(cookies),
      setCookies: fresh ? [route.cookie] : [],
      body: await readBody(request),
    });
    // SameSite=None, or a browser would not even try to keep it inside another site's page; Secure is then obligatory,
    // and browsers take it on *.localhost without TLS. Those that block third-party cookies keep none, and it is asked
    // for again at each request.
    const id = randomBytes(8).toString("hex");
    const headers = fresh
      ? { "Set-Cookie": `${route.cookie}=${id}; Max-Age=${YEAR}; Path=/; SameSite=None; Secure` }
      : {};
    if (route.kind === "image") return send(response, 200, "image/gif", GIF, headers);
    if (!route.file) return send(response, 204, "text/plain; charset=utf-8", "", headers);
    const text = await readFile(new URL(route.file, FOLDER), "utf8");
    const type = route.file.slice(route.file.lastIndexOf("."));
    send(response, 200, type, fill(text, { origin: origins[name] ?? "", party: name }), headers);
  }

  return (request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) send(response, 500, "text/plain; charset=utf-8", "The mock third party failed.");
    });
  };
}
