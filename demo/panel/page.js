// What can be seen in the page: its marked tags and their state, and what the site keeps in this browser.
// It only looks. The state is read from the tags themselves, not from what Assent says about them.
import { texts } from "./texts.js";

/** @typedef {{ what: string, ids: string, state: "waiting" | "refused" | "released" | "held" | "reported" }} Tag */

/** @returns {Tag[]} */
export function readTags() {
  const decided = window.assent?.state?.decided;
  return [...document.querySelectorAll("[data-consent]")].map((element) => ({
    what: describe(element),
    ids: element.dataset.consent,
    state: isReleased(element) ? "released" : decided ? "refused" : "waiting",
  }));
}

function isReleased(element) {
  if (element.localName === "script") return element.type !== "text/plain";
  if (element.localName === "template") return !element.content.hasChildNodes();
  return ["src", "srcset", "href"].some((name) => element.hasAttribute(name));
}

function describe(element) {
  if (element.localName === "template") return texts.template;
  const address = element.getAttribute("src") ?? element.dataset.src;
  if (!address) return texts.inline;
  const { hostname, pathname, origin } = new URL(address, location.href);
  return (origin === location.origin ? "" : hostname) + pathname;
}

/** Cookies as the server sees them, HttpOnly ones included, and the keys in storage. */
export async function readKept() {
  const response = await fetch("/panel/cookies");
  const keys = (kind, storage) => Object.keys(storage).map((name) => ({ kind, name }));
  return [
    ...(await response.json()).map((name) => ({ kind: "cookie", name })),
    ...keys("local", localStorage),
    ...keys("session", sessionStorage),
  ];
}
