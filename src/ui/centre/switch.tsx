// One switch and one disclosure: what every card is made of. They change the draft and the view, never a consent.
import type { ComponentChildren } from "preact";
import { move } from "../draft";
import { h, say } from "../kit";
import type { View } from "../view";

interface SwitchProps {
  view: View;
  id: string;
  kind: "category" | "service";
  locked?: boolean | undefined;
  mixed?: boolean;
}

/** A real checkbox with the role of a switch. Its state is also in words, so that colour is never alone. */
export const Switch = ({ view, id, kind, locked, mixed }: SwitchProps) => {
  const on = view.draft[id] === true;
  const state = locked ? "always" : mixed ? "mixed" : on ? "on" : "off";
  return (
    <span class="switch">
      <span id={`state-${id}`} class="state" aria-hidden={!(locked || mixed)}>
        {say(view, state)}
      </span>
      <input
        id={`switch-${id}`}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox brings its own checked state (HTML AAM)
        role="switch"
        part="switch"
        {...{ [`data-${kind}`]: id }}
        aria-labelledby={`name-${id}`}
        aria-describedby={locked || mixed ? `state-${id}` : undefined}
        checked={on}
        indeterminate={mixed}
        disabled={locked}
        onChange={(event) => {
          view.draft = move(view, view.draft, { id, on: event.currentTarget.checked });
          view.draw();
        }}
      />
    </span>
  );
};

/** A button that unfolds what follows it; the content is drawn only then, so that 500 services stay quick. */
export const Fold = ({ view, id, children }: { view: View; id: string; children: ComponentChildren }) => (
  <button
    type="button"
    class="fold"
    data-action="details"
    aria-expanded={view.unfolded.has(id)}
    onClick={() => {
      if (!view.unfolded.delete(id)) view.unfolded.add(id);
      view.draw();
    }}
  >
    {children}
  </button>
);
