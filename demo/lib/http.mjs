// Small HTTP tools shared by the site and the third parties: cookies, bodies, files. Knows no address and no page.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** @returns {Record<string, string>} */
export function readCookies(request) {
  const pairs = (request.headers.cookie ?? "").split("; ").filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** Reads a request's body as text; what is longer than 64 kB is cut. */
export async function readBody(request) {
  let body = "";
  for await (const chunk of request) if (body.length < 65536) body += chunk;
  return body;
}

export function send(response, status, type, body, headers = {}) {
  response.writeHead(status, {
    "Content-Type": TYPES[type] ?? type,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    ...headers,
  });
  response.end(body);
}

/** Answers with a file below `folder`. Returns false if there is none, or if the path leads out of the folder. */
export async function sendFile(response, folder, path) {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return false;
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return false;
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": found.size,
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
  });
  createReadStream(file).pipe(response);
  return true;
}
