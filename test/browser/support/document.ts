// Writes the documents of the test site: the head with our script tag and its config, then whatever the test wants.
import type { ConfigFile } from "../../../src/types";

/** A piece of a streamed answer: text, or a wait until the test releases a name. */
export type Chunk = string | Buffer | { until: string };

export interface PageOptions {
  lang?: string;
  title?: string;
  /** An object goes inline as `#assent-config`; a string is the value of `data-config`. */
  config?: ConfigFile | string;
  /** Which of our files the page loads. */
  file?: "assent.js" | "assent-all.js";
  /** More attributes of our script tag. */
  attributes?: Record<string, string>;
  /** Head markup before and after our script tag. `{nonce}` stands for the nonce of the response. */
  before?: string;
  head?: string;
  /** Body markup; several pieces are streamed. */
  body?: string | Chunk[];
  status?: number;
  headers?: Record<string, string | string[]>;
  /** The Content-Security-Policy header. */
  csp?: string;
}

export function documentOf(options: PageOptions, nonce: string): Chunk[] {
  const { lang = "en", title = "A test page", body = "", before = "", head = "" } = options;
  const start = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width">
${before}${config(options.config)}${scriptTag(options, nonce)}${head}</head><body>
`;
  const fill = (chunk: Chunk): Chunk => (typeof chunk === "string" ? chunk.replaceAll("{nonce}", nonce) : chunk);
  return [start, ...(Array.isArray(body) ? body : [body]), "\n</body></html>"].map(fill);
}

function config(value: ConfigFile | string | undefined): string {
  if (typeof value !== "object") return "";
  return `<script type="application/json" id="assent-config">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>\n`;
}

function scriptTag({ config, file = "assent.js", attributes = {}, csp }: PageOptions, nonce: string): string {
  const all = {
    src: `/assent/${file}`,
    ...(typeof config === "string" ? { "data-config": config } : {}),
    ...(csp ? { nonce } : {}),
    ...attributes,
  };
  const text = Object.entries(all).map(([name, value]) => `${name}="${value.replaceAll('"', "&quot;")}"`);
  return `<script ${text.join(" ")}></script>\n`;
}
