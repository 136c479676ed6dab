// What is declared about a service, as lists of terms. It shows only what the config says.

import type { Service, StoredItem, Text } from "../../types";
import { h, plain, say } from "../kit";
import type { View } from "../view";
import { about, Words } from "./words";

export type Row = readonly [label: string, text: Text | undefined];

/** Terms and their texts; the labels are keys of the locale. Rows without a text are left out. */
export const Rows = ({ view, rows }: { view: View; rows: readonly Row[] }) => (
  <dl>
    {rows.map(
      ([label, text]) =>
        text && (
          <div key={label}>
            <dt>{say(view, label)}</dt>
            <dd>
              <Words view={view} text={text} />
            </dd>
          </div>
        ),
    )}
  </dl>
);

/** A link to a page of the operator or of a recipient; none without an address. */
export const Link = ({ view, label, url }: { view: View; label: string; url: Text | undefined }) => {
  const href = plain(view, url);
  return href ? (
    <a part="link" href={href}>
      {say(view, label)}
    </a>
  ) : null;
};

/** The names that the platform itself has for its stores. */
const STORES = { cookie: "Cookie", local: "localStorage", session: "sessionStorage", indexeddb: "IndexedDB" };

const Item = ({ view, item, store }: { view: View; item: StoredItem; store: keyof typeof STORES }) => (
  <li>
    <code>{item.name}</code>
    <span>
      {STORES[item.kind ?? store]}
      {item.retention && " · "}
      {item.retention === "session" ? say(view, "session") : <Words view={view} text={item.retention} />}
    </span>
    <Words view={view} text={item.purpose} />
  </li>
);

export const Facts = ({ view, service }: { view: View; service: Service }) => {
  const { cookies = [], storage = [] } = service;
  return (
    <div class="facts">
      <Rows
        view={view}
        rows={[
          ...(["purpose", "recipient", "dataLocation", "retention"] as const).map((key): Row => [key, service[key]]),
          ["hosts", service.hosts?.join(", ")],
        ]}
      />
      {(cookies[0] || storage[0]) && <h4>{say(view, "stored")}</h4>}
      <ul class="items">
        {cookies.map((item) => (
          <Item view={view} item={item} store="cookie" />
        ))}
        {storage.map((item) => (
          <Item view={view} item={item} store="local" />
        ))}
      </ul>
      <Link view={view} label="policy" url={service.policyUrl} />
    </div>
  );
};
