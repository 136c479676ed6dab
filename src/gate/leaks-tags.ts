// Tags that are marked wrongly, or should be marked and are not. Part of the leak reporter.
import { nearest } from "../config/check-nearest";
import { isOwn, type Lookout, servicesAt } from "./leaks-hosts";
import { tagOf } from "./leaks-requests";

/** Milliseconds after a change of the page: one look for many changes. */
const DELAY = 300;

/** What embeds load from; see embeds.ts. */
const EMBEDS = "iframe, img, video, audio, source, track, embed, object, link, input";
const ATTRIBUTES = ["src", "srcset", "href", "poster", "data"];

export function watchTags(lookout: Lookout): () => void {
  const ids = [...lookout.config.categories, ...lookout.config.services].map(({ id }) => id);
  /** Scripts are judged when they are first seen: afterwards the gate may have released them. */
  const seen = new WeakSet<Element>();
  /** Embeds found on once: the gate may be about to switch them off. */
  const suspects = new WeakSet<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (): void => {
    timer = undefined;
    for (const element of document.querySelectorAll("[data-consent]")) {
      const names = idsOf(element);
      checkNames(element, names);
      const met = names.length > 0 && names.every(isMet);
      if (element.localName === "script") checkScript(element as HTMLScriptElement, met);
      else if (element.matches(EMBEDS) && !met) checkEmbed(element);
    }
    for (const script of document.querySelectorAll<HTMLScriptElement>("script[src]:not([data-consent])")) {
      checkUnmarked(script);
    }
  };
  const later = (): void => {
    timer ??= setTimeout(look, DELAY);
  };

  const isMet = (name: string): boolean =>
    name.startsWith("!") ? !lookout.granted(name.slice(1)) : lookout.granted(name);

  const checkNames = (element: Element, names: readonly string[]): void => {
    if (!names.length) {
      lookout.tell(
        `${tagOf(element)} names no id, so it is never released. Write data-consent="${ids.at(-1) ?? "analytics"}".`,
      );
    }
    for (const name of names.map((one) => one.replace(/^!/, ""))) {
      if (ids.includes(name)) continue;
      const meant = nearest(name, ids);
      const remedy = meant ? `Write "${meant}".` : `Write one of ${ids.join(", ")}, or add it to the config.`;
      lookout.tell(`${tagOf(element)} names the unknown id "${name}", which is never granted. ${remedy}`);
    }
  };

  const checkScript = (script: HTMLScriptElement, met: boolean): void => {
    if (seen.has(script)) return;
    seen.add(script);
    // `data-type` shows that it was inert before it was released.
    if (runs(script.type) && !met && !script.hasAttribute("data-type")) {
      lookout.tell(`${tagOf(script)} is marked but runs all the same. Add type="text/plain".`);
    }
  };

  const checkEmbed = (element: Element): void => {
    const name = ATTRIBUTES.find((one) => loads(element, one, lookout));
    if (!name) return;
    if (suspects.has(element)) {
      lookout.tell(`${tagOf(element)} is marked but loads all the same. Write data-${name} instead of ${name}.`);
    } else {
      suspects.add(element);
      later();
    }
  };

  const checkUnmarked = (script: HTMLScriptElement): void => {
    if (seen.has(script)) return;
    seen.add(script);
    const url = URL.canParse(script.src) ? new URL(script.src) : undefined;
    const services = url ? servicesAt(url.hostname, lookout) : [];
    const [service] = services;
    if (!service || !runs(script.type) || services.some(({ id }) => lookout.granted(id))) return;
    lookout.tell(
      `${lookout.nameOf(service)}: ${tagOf(script)} is not marked, so the browser fetches it before consent. Add type="text/plain" data-consent="${service.id}".`,
    );
  };

  const observer = new MutationObserver(later);
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["data-consent", "type", ...ATTRIBUTES],
  });
  look();
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}

const idsOf = (element: Element): string[] => (element.getAttribute("data-consent") ?? "").split(/\s+/).filter(Boolean);

/** Is there a real address? One of the site's own beside the held one is a picture to look at meanwhile. */
function loads(element: Element, name: string, lookout: Lookout): boolean {
  const value = element.getAttribute(name)?.trim();
  if (!value || /^(about|data|blob):/i.test(value)) return false;
  const first = name === "srcset" ? (value.split(/[\s,]+/)[0] ?? "") : value;
  const host = URL.canParse(first, location.href) ? new URL(first, location.href).hostname : "";
  return !element.hasAttribute(`data-${name}`) || !isOwn(host, lookout);
}

/** Whether a browser runs a script of this type (HTML: JavaScript MIME type essence match, module). */
const runs = (type: string): boolean =>
  !type || /^\s*(module|(text|application)\/(x-)?(java|ecma)script)\s*$/i.test(type);
