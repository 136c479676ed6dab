// What is declared about a service, as lists of terms. It shows only what the config says.
import type { ComponentChildren } from "preact";
import type { Service, StoredItem, Text } from "../../types";
import { h, link, say, view, words } from "../kit";

/** A term, by its key in the locale, and its text; nothing without a text. */
export const row = (key: string, text: Text | undefined, content: ComponentChildren = words(text)) =>
  text && (
    <div>
      <dt>{say(key)}</dt>
      <dd>{content}</dd>
    </div>
  );

/** The rows of an object, by its keys. */
export const rows = <K extends string>(from: { readonly [key in K]?: Text | undefined }, keys: readonly K[]) =>
  keys.map((key) => row(key, from[key]));

/** The names that the platform itself has for its stores. */
const STORES = { cookie: "Cookie", local: "localStorage", session: "sessionStorage", indexeddb: "IndexedDB" };

const item = ({ name, kind = "local", retention, purpose }: StoredItem) => (
  <li>
    <code>{name}</code>
    <span>
      {STORES[kind]}
      {retention && " · "}
      {retention === "session" ? say(retention) : words(retention)}
    </span>
    {words(purpose)}
  </li>
);

/** Everything declared about a service, once it is unfolded. */
export const facts = (service: Service) => {
  const { id, cookies = [], hosts, policyUrl, storage = [] } = service;
  const stored = [...cookies.map((each) => ({ kind: "cookie", ...each }) as const), ...storage];
  return (
    view.unfolded.has(id) && (
      <div class="facts">
        <dl>
          {rows(service, ["purpose", "recipient", "dataLocation", "retention"])}
          {row("hosts", hosts && hosts.join(", "))}
        </dl>
        {stored[0] && <h4>{say("stored")}</h4>}
        <ul>{stored.map(item)}</ul>
        {link("policy", policyUrl)}
      </div>
    )
  );
};
