// The test web: one Node server that plays the site and every third party, and keeps a list of what was asked for.
// Host names tell them apart; Chromium sends all of them here (see browser.ts).
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { type Chunk, documentOf, type PageOptions } from "./document";
import { thirdParty } from "./third-party";

export const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));

/** One request that reached the server. */
export interface Hit {
  readonly host: string;
  /** Path and query. */
  readonly path: string;
  readonly method: string;
  readonly cookie: string;
  readonly headers: IncomingMessage["headers"];
}

export interface Answer {
  status?: number;
  type?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer | Chunk[];
  /** The answer waits until the test releases this name. */
  hold?: string | undefined;
  /** Milliseconds. */
  delay?: number;
}

type Route = Answer | ((url: URL, nonce: string) => Answer);

/** What one test has put on the web, and what has been asked for since. */
export class Site {
  readonly hits: Hit[] = [];
  private readonly routes = new Map<string, Route>();
  private readonly doors = new Map<string, PromiseWithResolve>();
  private readonly watchers = new Set<() => void>();

  /** Puts a page of the site at a path. */
  page(path: string, options: PageOptions): this {
    return this.on(path, (_url, nonce) => ({
      status: options.status ?? 200,
      type: "text/html; charset=utf-8",
      headers: {
        ...options.headers,
        ...(options.csp ? { "Content-Security-Policy": options.csp.replaceAll("{nonce}", nonce) } : {}),
      },
      body: documentOf(options, nonce),
    }));
  }

  /** Answers a path of the site, or a full address of a third party. */
  on(address: string, route: Route): this {
    this.routes.set(address, route);
    return this;
  }

  json(path: string, value: unknown, more: Answer = {}): this {
    return this.on(path, { type: "application/json", body: JSON.stringify(value), ...more });
  }

  /** Takes back what `on` said. */
  off(address: string): void {
    this.routes.delete(address);
  }

  /** Lets go of every answer held under a name, now and later. */
  release(name: string): void {
    this.door(name).resolve();
  }

  /** Requests to a host, as paths with query, in order. */
  requestsTo(host: string, part = ""): string[] {
    return this.hits.filter((hit) => hit.host === host && hit.path.includes(part)).map((hit) => hit.path);
  }

  /** Resolves when a matching request has arrived; fails after five seconds. */
  async asked(host: string, part = ""): Promise<void> {
    const late = AbortSignal.timeout(5000);
    while (this.requestsTo(host, part).length === 0) {
      if (late.aborted) throw new Error(`Nothing was asked of ${host}${part}. Asked for: ${this.requestsTo(host)}`);
      await new Promise<void>((resolve) => {
        this.watchers.add(resolve);
        late.addEventListener("abort", () => resolve(), { once: true });
      });
    }
  }

  end(): void {
    for (const door of this.doors.values()) door.resolve();
  }

  door(name: string): PromiseWithResolve {
    const door = this.doors.get(name) ?? withResolve();
    this.doors.set(name, door);
    return door;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
    // The browser asks for it by itself, and at no fixed time.
    if (url.pathname === "/favicon.ico") return void response.writeHead(204).end();
    const { headers, method = "GET" } = request;
    const path = url.pathname + url.search;
    this.hits.push({ host: url.hostname, path, method, cookie: headers.cookie ?? "", headers });
    for (const watcher of this.watchers) watcher();
    this.watchers.clear();
    await this.send(response, this.answer(url));
  }

  private answer(url: URL): Answer {
    const own = isSite(url.hostname);
    const route = this.routes.get(own ? url.pathname : url.origin + url.pathname);
    if (typeof route === "function") return route(url, randomBytes(12).toString("base64url"));
    if (route) return route;
    return own && url.pathname.startsWith("/assent/") ? built(url.pathname) : thirdParty(url, own);
  }

  private async send(response: ServerResponse, answer: Answer): Promise<void> {
    if (answer.hold) await this.door(answer.hold);
    if (answer.delay) await new Promise((resolve) => setTimeout(resolve, answer.delay));
    response.writeHead(answer.status ?? 200, {
      "Content-Type": answer.type ?? "text/plain",
      "Cache-Control": "no-cache",
      ...answer.headers,
    });
    const { body = "" } = answer;
    for (const chunk of Array.isArray(body) ? body : [body]) {
      if (typeof chunk === "object" && "until" in chunk) await this.door(chunk.until);
      else response.write(chunk);
    }
    response.end();
  }
}

/** A file of dist/, readable from a sandboxed frame too. */
function built(pathname: string): Answer {
  const file = DIST + pathname.slice("/assent/".length);
  if (!existsSync(file)) return { status: 404 };
  const type = file.endsWith(".json") ? "application/json" : "text/javascript; charset=utf-8";
  return { type, body: readFileSync(file), headers: { "Access-Control-Allow-Origin": "*" } };
}

const isSite = (host: string) => /(^|\.)(site\.example|localhost)$/.test(host);

type PromiseWithResolve = Promise<void> & { resolve(): void };

function withResolve(): PromiseWithResolve {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return Object.assign(promise, { resolve });
}

interface Web {
  readonly port: number;
  /** The site of the running test. */
  site: Site;
}

let started: Promise<Web> | undefined;

/** The worker's server, started at the first call. */
export function web(): Promise<Web> {
  started ??= start();
  return started;
}

function start(): Promise<Web> {
  return new Promise((resolve) => {
    const state: Web = { port: 0, site: new Site() };
    const server = createServer((request, response) => {
      state.site.handle(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
    server.unref();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(Object.assign(state, { port: typeof address === "object" && address ? address.port : 0 }));
    });
  });
}
