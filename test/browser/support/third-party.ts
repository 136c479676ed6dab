// What the third parties answer: scripts that push their name on `window.log`, pixels, frames, styles, media.
// Query: `name`, `hold` (wait for the test), `delay`, `status`, `cookie` (the script sets it), `code` (the script runs it).
import type { Answer } from "./server";

const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

export function thirdParty(url: URL, own: boolean): Answer {
  const query = url.searchParams;
  const status = Number(query.get("status") ?? (own && url.pathname === "/" ? 404 : 200));
  const common = { status, hold: query.get("hold") ?? undefined, delay: Number(query.get("delay") ?? 0) };
  const headers: Record<string, string> = { "Access-Control-Allow-Origin": query.get("cors") ?? "*" };
  const name = JSON.stringify(query.get("name") ?? url.hostname);
  switch (url.pathname.slice(url.pathname.lastIndexOf(".") + 1)) {
    case "js":
      return { ...common, headers, type: "text/javascript", body: status < 400 ? script(name, query) : "" };
    case "gif":
      return { ...common, headers, type: "image/gif", body: PIXEL };
    case "css":
      return { ...common, headers, type: "text/css", body: `:root{--style-${query.get("name") ?? "loaded"}:1}` };
    case "html":
      return { ...common, headers, type: "text/html", body: `<!doctype html><title>frame</title><p>${name}</p>` };
    case "mp4":
      return { ...common, headers, type: "video/mp4", body: "" };
    default:
      return { ...common, status: own ? 404 : 204 };
  }
}

function script(name: string, query: URLSearchParams): string {
  const cookie = query.get("cookie");
  return [
    `(window.log = window.log || []).push(${name});`,
    cookie ? `document.cookie = ${JSON.stringify(cookie)};` : "",
    query.get("code") ?? "",
  ].join("\n");
}
