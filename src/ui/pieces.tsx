// What both layers share, so that it looks and acts alike. Functions of the view; they hold no state.
import { type ButtonHTMLAttributes, type ComponentChildren, h } from "preact";
import type { Layer } from "../contract";
import type { Act, Text } from "../types";
import { plain, read, say, view } from "./view";

/** A text of the config, marked with the language it is in (WCAG 3.1.2). */
export const words = (text: Text | undefined) => {
  const [content, lang] = read(text);
  return <span lang={lang}>{content}</span>;
};

/** A button that looks like a link, unless it is given another look. `action` is also the key of its label. */
export const button = (action: string, rest: ButtonHTMLAttributes, label: ComponentChildren = say(action)) => (
  <button type="button" part="link" data-action={action} {...rest}>
    {label}
  </button>
);

/** Accept all, Reject all, and the layer's third answer: one element, one part, one size. */
export const choices = (layer: Layer, third: string, rest: ButtonHTMLAttributes) => (
  <footer>
    {(["accept-all", "reject-all", third] as const).map((action) =>
      button(action, {
        part: "button",
        ...(action === third ? rest : { onClick: () => view.choose(action as Act, layer) }),
      }),
    )}
  </footer>
);

/** A link to a page of the operator or of a recipient; none without an address. */
export const link = (key: string, url: Text | undefined) =>
  url && (
    <a part="link" href={plain(url)}>
      {say(key)}
    </a>
  );

/** What changed since the visitor answered, and that their browser's signal is honoured. */
export const news = () => {
  const { changes, revision } = view.config;
  const { gpc, record } = view.api.state;
  return [
    changes && record && record.revision !== revision && (
      <p>
        <b>{say("changes")}</b>
        {words(changes)}
      </p>
    ),
    gpc && <p>{say("gpc")}</p>,
  ];
};

/** A language's name in itself. */
const ownName = (tag: string, named = tag): string | undefined =>
  new Intl.DisplayNames(tag, { type: "language" }).of(named);

/** One button that names the other language; a list when there are more. */
export const languageSwitch = () => {
  const { api, config, language } = view;
  const [other, another] = config.languages.filter((tag) => tag !== language);
  return another ? (
    <select
      part="link"
      data-action="language"
      aria-label={say("language")}
      value={language}
      onChange={(event) => api.setLanguage(event.currentTarget.value)}
    >
      {config.languages.map((tag) => (
        <option value={tag} lang={tag}>
          {ownName(tag)}
        </option>
      ))}
    </select>
  ) : (
    other &&
      button("language", { lang: other, onClick: () => api.setLanguage(other) }, ownName(other, other.slice(0, 2)))
  );
};
