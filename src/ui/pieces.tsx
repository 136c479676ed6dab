// Controls that both layers share, so that they look and act alike. They hold no state.
import { type ButtonHTMLAttributes, type ComponentChildren, h } from "preact";
import type { Values } from "../locale/fill";
import { say, type View } from "./view";

interface ButtonProps extends ButtonHTMLAttributes {
  view: View;
  /** What it does: its `data-action` and the key of its label. */
  action: string;
  values?: Values;
}

/** A button that looks like a link, unless it is given another look. */
export const Button = ({ view, action, values, children, ...rest }: ButtonProps) => (
  <button type="button" part="link" data-action={action} {...rest}>
    {children ?? say(view, action, values)}
  </button>
);

/** One of the equal answers: one element, one class, one size. */
export const Choice = (props: ButtonProps) => <Button {...props} part="button" />;

/** Accept all, Reject all, and the layer's third answer. */
export const Choices = ({ view, children }: { view: View; children: ComponentChildren }) => (
  <div class="choices">
    {(["accept-all", "reject-all"] as const).map((act) => (
      <Choice view={view} action={act} onClick={() => view.layer && view.choose(act, view.layer)} />
    ))}
    {children}
  </div>
);

/** A language's name in itself. */
const ownName = (tag: string): string | undefined => new Intl.DisplayNames(tag, { type: "language" }).of(tag);

/** One button that names the other language; a list when there are more. */
export const LanguageSwitch = ({ view }: { view: View }) => {
  const { api, config } = view;
  const others = config.languages.filter((tag) => tag !== view.language);
  const [other] = others;
  if (others[1])
    return (
      <select
        part="link"
        data-action="language"
        aria-label={say(view, "language")}
        value={view.language}
        onChange={(event) => api.setLanguage(event.currentTarget.value)}
      >
        {config.languages.map((tag) => (
          <option value={tag} lang={tag}>
            {ownName(tag)}
          </option>
        ))}
      </select>
    );
  return other ? (
    <Button view={view} action="language" lang={other} onClick={() => api.setLanguage(other)}>
      {ownName(other.replace(/-.*/, ""))}
    </Button>
  ) : null;
};
