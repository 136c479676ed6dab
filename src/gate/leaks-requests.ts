// Requests that went out without consent, or to where nobody said they would go. Part of the leak reporter.
import { isOwn, type Lookout, servicesAt } from "./leaks-hosts";

export function watchRequests(lookout: Lookout): () => void {
  if (typeof PerformanceObserver === "undefined") return () => undefined;
  const observer = new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) look(name, startTime, lookout);
  });
  observer.observe({ type: "resource", buffered: true });
  return () => observer.disconnect();
}

function look(address: string, time: number, lookout: Lookout): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url?.hostname) return;
  // Parameters differ from one request to the next and would repeat the same finding for ever.
  const where = url.origin + url.pathname;
  const services = servicesAt(url.hostname, lookout);
  const [service] = services;
  if (service) {
    if (services.some(({ id }) => lookout.grantedAround(id, time))) return;
    const element = elementOf(url.href);
    const from = element ? `by ${tagOf(element)}` : "by a script, or by an element that is gone";
    lookout.tell(
      `${lookout.nameOf(service)}: ${where} was requested without consent, ${from}. ${remedy(element, service.id)}`,
    );
  } else if (!lookout.partial && !isOwn(url.hostname, lookout) && !isAllowed(url, lookout)) {
    const element = elementOf(url.href);
    const from = element ? ` by ${tagOf(element)}` : "";
    lookout.tell(
      `undeclared: ${where} was requested${from}, and no service lists ${url.hostname}. Add the host to its service, or remove what loads it.`,
    );
  }
}

/** Where receipts go is declared as well, and so is what is let through. */
function isAllowed({ hostname }: URL, { config }: Lookout): boolean {
  const { url } = config.records ?? {};
  if (url && new URL(url, location.href).hostname === hostname) return true;
  return (config.blocking?.allow ?? []).some(
    (host) => host === hostname || (host.startsWith("*.") && hostname.endsWith(host.slice(1))),
  );
}

const remedy = (element: Element | undefined, id: string): string =>
  element
    ? `Mark it: ${element.localName === "script" ? `type="text/plain" data-consent="${id}"` : `data-consent="${id}" and data-src`}.`
    : `Mark the tag that starts it with data-consent="${id}".`;

const SOURCES = "script[src], img, iframe[src], link[href], video, audio, source, embed[src], object[data], input[src]";

/** The element that asks for an address, if it is still there. */
function elementOf(address: string): Element | undefined {
  const names = ["src", "currentSrc", "href", "data", "poster"];
  return Array.from(document.querySelectorAll(SOURCES)).find((element) =>
    names.some((name) => (element as unknown as { [name: string]: unknown })[name] === address),
  );
}

/** Its start tag, short enough for one line. */
export function tagOf(element: Element): string {
  const html = (element.cloneNode(false) as Element).outerHTML;
  const tag = html.slice(0, html.lastIndexOf("></") + 1 || html.length);
  return tag.length > 160 ? `${tag.slice(0, 159)}…` : tag;
}
