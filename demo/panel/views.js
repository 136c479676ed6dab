// Draws the panel's rows from plain data. Keeps no state and listens to nothing.
import { el } from "./dom.js";
import { texts } from "./texts.js";

/** A titled list; `show` replaces its rows, and its note if there is nothing to say. */
export function section(title, tool) {
  const list = el("ul", { class: "pn-list" });
  const note = el("p", { class: "pn-note" });
  const element = el(
    "section",
    { class: "pn-section" },
    el("div", { class: "pn-head" }, el("h2", {}, title), tool),
    note,
    list,
  );
  return {
    element,
    show(rows, text = "") {
      list.replaceChildren(...rows);
      list.hidden = !rows.length;
      note.textContent = text;
      note.hidden = !text;
    },
  };
}

const badge = (kind, text) => el("span", { class: `pn-badge pn-${kind}` }, text);

const row = (main, side, more) =>
  el(
    "li",
    { class: "pn-row" },
    el("span", { class: "pn-main" }, main),
    side,
    more && el("span", { class: "pn-more" }, more),
  );

/**
 * What holds now: why, and each category with its switch. Services follow theirs, so only those are shown that do not,
 * and those that need a consent of their own.
 */
export function nowRows(state, { categories, services }) {
  if (!state) return [row(texts.missing, badge("reported", "!"))];
  const why = state.decided || state.basis !== "regime" ? texts.basis[state.basis] : texts.undecided;
  const apart = services.filter(
    ({ id, category, crossBorder }) => crossBorder || state.consents[id] !== state.consents[category],
  );
  const ids = [...categories, ...apart].map(({ id }) => [id, state.consents[id]]);
  const chips = ids.map(([id, on]) =>
    el("li", { class: `pn-chip ${on ? "pn-on" : ""}` }, id, el("span", {}, on ? texts.on : texts.off)),
  );
  return [
    row(why, el("span", { class: "pn-side" }, `${texts.regime}: ${state.regime}`)),
    chips.length && el("li", { class: "pn-chips" }, el("ul", {}, ...chips)),
  ].filter(Boolean);
}

/** One request; those of pages before this one are set back. */
export function requestRow({ time, party, host, kind, path, query, cookies, setCookies }) {
  const event = new URLSearchParams(query).get("event");
  const details = [
    event && `event=${event}`,
    party === "third" && cookies.length && texts.brings(cookies.join(", ")),
    setCookies.length && texts.sets(setCookies.join(", ")),
    time < performance.timeOrigin && texts.earlier,
  ].filter(Boolean);
  const line = row(
    party === "third" ? host + path : path,
    badge(party === "third" ? "reported" : "own", texts.kinds[kind]),
    details.join(" · "),
  );
  line.title = query;
  if (time < performance.timeOrigin) line.classList.add("pn-earlier");
  return line;
}

export const tagRow = ({ what, ids, state }) => row(what, badge(state, texts.states[state]), ids);

export const keptRow = ({ kind, name }) => row(name, el("span", { class: "pn-side" }, texts.keptKinds[kind]));

export function eventRow({ name, detail, time }) {
  const said = detail?.layer ?? detail?.message ?? (detail?.basis && `basis: ${detail.basis}`);
  const clock = new Date(time).toLocaleTimeString(document.documentElement.lang, { hour12: false });
  return row(`assent:${name}`, el("span", { class: "pn-side" }, clock), said);
}
