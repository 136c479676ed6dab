// The operator's own server: pages, files, the console's sign-in, page timing, consent records, and the panel's doors.
// Sets the security policy that the pages run under. Plays no third party.
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { consoleSession } from "./console.mjs";
import { readBody, readCookies, send, sendFile } from "./http.mjs";
import { findPage, readConfig, renderPage } from "./pages.mjs";
import { panelCookie, panelValues, readPanel } from "./panel-state.mjs";

const SITE = fileURLToPath(new URL("../site", import.meta.url));
const PANEL = fileURLToPath(new URL("../panel", import.meta.url));

/** What a page may do, as an operator in production would send it: scripts by nonce only, and Trusted Types enforced. */
function contentSecurityPolicy(nonce, { stats, pixel, video, farshore }) {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}'`,
    `img-src 'self' ${stats} ${pixel}`,
    `connect-src 'self' ${stats} ${pixel} ${farshore}`,
    `frame-src ${video}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    // Assent's own policy is the only one that may be made.
    "trusted-types assent",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

/** @returns {import("node:http").RequestListener} */
export function siteHandler({ log, origins, dist, panel, region, config }) {
  const session = consoleSession();

  function page(request, response, { page: name, language, status = 200, values = {}, headers = {} }) {
    const nonce = randomBytes(16).toString("base64url");
    const state = readPanel(readCookies(request), region);
    const html = renderPage({
      page: name,
      language,
      values: { ...origins, nonce, ...panelValues(state, { shown: panel, nonce, language }), ...values },
    });
    send(response, status, ".html", html, {
      "Content-Security-Policy": contentSecurityPolicy(nonce, origins),
      "Referrer-Policy": "strict-origin-when-cross-origin",
      ...headers,
    });
  }

  /** The operator's own endpoints are logged too: the panel shows what is sent to the operator itself. */
  async function take(request, response, url, kind) {
    log.add({
      party: "first",
      host: "localhost",
      kind,
      path: url.pathname,
      query: url.search.slice(1),
      referer: request.headers.referer ?? "",
      cookies: Object.keys(readCookies(request)),
      setCookies: [],
      body: await readBody(request),
    });
    send(response, 204, ".json", "");
  }

  const doors = {
    "GET /consent.json": (_, response) => send(response, 200, ".json", JSON.stringify(config(readConfig(origins)))),
    "POST /consent-records": (request, response, url) => take(request, response, url, "record"),
    "POST /timing": (request, response, url) => take(request, response, url, "timing"),
    "GET /panel/events": (_, response) => log.stream(response),
    "GET /panel/cookies": (request, response) =>
      send(response, 200, ".json", JSON.stringify(Object.keys(readCookies(request)))),
    "POST /panel/clear": (_, response) => {
      log.clear();
      send(response, 204, ".json", "");
    },
    "POST /panel/settings": async (request, response) => {
      const form = new URLSearchParams(await readBody(request));
      send(response, 204, ".json", "", { "Set-Cookie": panelCookie(readCookies(request), form) });
    },
  };

  async function answer(request, response) {
    const url = new URL(request.url ?? "/", "http://localhost");
    const method = request.method === "HEAD" ? "GET" : request.method;
    const door = doors[`${method} ${url.pathname}`];
    if (door) return door(request, response, url);
    const found = findPage(url.pathname);
    if (found?.page === "console") return page(request, response, { ...found, ...(await session(request, found)) });
    if (found) return page(request, response, found);
    const [, folder, path] = /^\/(assent|panel)\/(.+)$/.exec(url.pathname) ?? [null, "", url.pathname.slice(1)];
    const root = { assent: dist, panel: PANEL }[folder] ?? SITE;
    if (/^(assets|\.well-known)\//.test(path) || folder) if (await sendFile(response, root, path)) return;
    page(request, response, {
      page: "not-found",
      language: /(^\/|-)en\//.test(url.pathname) ? "en" : "zh-CN",
      status: 404,
    });
  }

  return (request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) send(response, 500, "text/plain; charset=utf-8", `The demo failed: ${error.message}`);
    });
  };
}
