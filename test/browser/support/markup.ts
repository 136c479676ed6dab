// Marked tags as a site would write them. `run` names what a script pushes on `window.log`.
import { STATS } from "./config";

interface Marked {
  consent?: string;
  /** More attributes, as text. */
  with?: string;
}

interface External extends Marked {
  host?: string;
  /** More of the third party's query: `hold=a`, `status=404`. */
  query?: string;
  file?: string;
}

/** A third party's address for a script that pushes `run`. */
export const address = (run: string, { host = STATS, file = "tag.js", query = "" }: External = {}): string =>
  `http://${host}/${file}?name=${run}${query ? `&${query}` : ""}`;

export function external(run: string, options: External = {}): string {
  const { consent = "analytics", with: more = "" } = options;
  const src = address(run, options).replaceAll("&", "&amp;");
  return `<script type="text/plain" data-consent="${consent}" src="${src}" ${more}></script>\n`;
}

export const push = (run: string): string => `(window.log = window.log || []).push("${run}");`;

export function inline(run: string, options: Marked & { code?: string } = {}): string {
  const { consent = "analytics", with: more = "", code = "" } = options;
  return `<script type="text/plain" data-consent="${consent}" ${more}>${push(run)}${code}</script>\n`;
}
