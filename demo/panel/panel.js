// The demo's side panel: shows what was asked for, held, released and refused, while it happens. Wires the views
// together; it only uses `window.assent` and Assent's DOM events, as any page may.
import { el } from "./dom.js";
import { readKept, readTags } from "./page.js";
import { texts } from "./texts.js";
import { eventRow, keptRow, nowRows, requestRow, section, tagRow } from "./views.js";

const panel = document.querySelector("#panel");
const root = document.documentElement;
const requests = [];
const events = [];
let config = { categories: [], services: [] };

const set = (settings) => fetch("/panel/settings", { method: "POST", body: new URLSearchParams(settings) });
const setAndReload = async (settings) => {
  await set(settings);
  location.reload();
};

// The frame, and the button that opens and closes it

const number = el("span");
const counter = el("span", { class: "pn-counter" }, number, " ", el("span", { class: "pn-label" }, texts.counter));
const toggle = el(
  "button",
  { type: "button", class: "pn-toggle", "aria-controls": "pn-body", onclick: () => open(!isOpen()) },
  el("span", { class: "pn-title" }, texts.title),
  " ",
  counter,
);
const now = section(texts.now);
const sent = section(
  texts.requests,
  el("button", { type: "button", onclick: () => fetch("/panel/clear", { method: "POST" }) }, texts.clear),
);
const tags = section(texts.tags);
const kept = section(texts.kept);
const heard = section(texts.events);
const controls = el(
  "div",
  { class: "pn-controls" },
  el(
    "label",
    { class: "pn-field" },
    texts.region,
    el(
      "select",
      { onchange: ({ target }) => setAndReload({ region: target.value }) },
      ...Object.entries(texts.regions).map(([value, name]) =>
        el("option", { value, selected: value === panel.dataset.region }, value ? `${name} (${value})` : name),
      ),
    ),
  ),
  el(
    "label",
    { class: "pn-check" },
    el("input", {
      type: "checkbox",
      checked: panel.dataset.gpc === "true",
      onchange: ({ target }) => setAndReload({ gpc: target.checked ? "1" : "0" }),
    }),
    texts.gpc,
  ),
  el("button", { type: "button", onclick: () => window.assent?.reset?.() }, texts.forget),
);
const body = el("div", { id: "pn-body", class: "pn-body", tabindex: "0", role: "group", "aria-label": texts.title });
body.append(controls, now.element, sent.element, tags.element, kept.element, heard.element);
panel.append(toggle, body);

const isOpen = () => getComputedStyle(body).display !== "none";

function open(on) {
  root.dataset.panel = on ? "open" : "closed";
  set({ open: root.dataset.panel });
  showToggle();
}

function showToggle() {
  toggle.setAttribute("aria-expanded", String(isOpen()));
  toggle.title = isOpen() ? texts.close : texts.open;
}

// What it shows

function show() {
  const third = requests.filter(({ party }) => party === "third");
  number.textContent = String(third.length);
  panel.dataset.sent = String(third.length > 0);
  now.show(nowRows(window.assent?.state, config));
  sent.show([...requests].reverse().map(requestRow), third.length ? "" : texts.requestsNone);
  const found = readTags();
  tags.show(found.map(tagRow), found.length ? "" : texts.tagsNone);
  heard.show([...events].reverse().map(eventRow), events.length ? "" : texts.eventsNone);
}

async function showKept() {
  const items = await readKept().catch(() => []);
  kept.show(items.map(keptRow), items.length ? "" : texts.keptNone);
}

/** Changes come in bursts: each burst is drawn once, and what tags do right after it is still caught. */
let planned = 0;
function plan() {
  clearTimeout(planned);
  planned = setTimeout(() => {
    show();
    showKept();
  }, 150);
}

function hear(name, detail) {
  events.push({ name, detail, time: Date.now() });
  events.splice(0, events.length - 30);
  if (detail?.layer) panel.dataset.layer = name === "open" ? detail.layer : "";
  plan();
}

for (const name of ["change", "open", "close", "error"]) {
  document.addEventListener(`assent:${name}`, ({ detail }) => hear(name, detail));
}
// By the API, since it may have happened already: late listeners of "ready" are told.
window.assent?.on?.("ready", (state) => hear("ready", state));
new MutationObserver(plan).observe(document, { subtree: true, attributeFilter: ["src", "type"] });
addEventListener("resize", showToggle);

// The stream of requests. It is closed while nobody looks: an open one would take one of the browser's six connections,
// and keep the page out of the back/forward cache.

let stream = null;

function connect() {
  if (stream || document.hidden) return;
  stream = new EventSource("/panel/events");
  stream.addEventListener("clear", () => {
    requests.length = 0;
    plan();
  });
  stream.addEventListener("request", ({ data }) => {
    requests.push(JSON.parse(data));
    plan();
  });
}

function disconnect() {
  stream?.close();
  stream = null;
}

document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
addEventListener("pagehide", disconnect);
addEventListener("pageshow", connect);

fetch("/consent.json")
  .then((response) => response.json())
  .then((read) => {
    config = read;
    plan();
  });
showToggle();
show();
showKept();
connect();
