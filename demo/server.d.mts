// Types of server.mjs for tests written in TypeScript. Keep the two alike.

/** One request that reached the demo's servers, pages and files of the site itself left out. */
export interface LoggedRequest {
  id: number;
  /** Milliseconds since 1970. */
  time: number;
  /** `first`: the operator's own endpoints (page timing, consent records). `third`: one of the third parties. */
  party: "first" | "third";
  /** Host name without the port. */
  host: string;
  kind: "script" | "image" | "beacon" | "frame" | "page" | "record" | "timing";
  path: string;
  query: string;
  referer: string;
  /** Names of the cookies that came with the request. */
  cookies: string[];
  /** Names of the cookies that the answer set on that host. */
  setCookies: string[];
  body: string;
}

export interface Demo {
  /** Origin of the site, without a slash at the end. */
  url: string;
  /** Origins of the third parties. */
  thirdParties: Record<"stats" | "pixel" | "video" | "farshore", string>;
  /** What has been requested since the start, or since `clear()`. */
  requests(): LoggedRequest[];
  clear(): void;
  close(): Promise<void>;
}

export interface DemoOptions {
  port?: number;
  dist?: string;
  panel?: boolean;
  region?: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test may put in anything, broken configs included
  config?: (config: any) => any;
}

export function startDemo(options?: DemoOptions): Promise<Demo>;
