// One switch and one disclosure: what every card is made of. They change the draft and the view, never a consent.
import type { ComponentChildren } from "preact";
import { button, h, say, view } from "../kit";
import { move } from "./draft";

export interface SwitchOptions {
  id: string;
  kind: "category" | "service";
  locked?: boolean;
  mixed?: boolean;
}

/** A real checkbox with the role of a switch. Its state is also in words, so that colour is never alone. */
export const toggle = ({ id, kind, locked, mixed }: SwitchOptions) => {
  const on = view.draft[id] === true;
  const isTold = locked || mixed;
  return (
    <span class="switch">
      <span id={`state-${id}`} aria-hidden={!isTold}>
        {say(locked ? "always" : mixed ? "mixed" : on ? "on" : "off")}
      </span>
      <input
        id={`switch-${id}`}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox brings its own checked state (HTML AAM)
        role="switch"
        part="switch"
        {...{ [`data-${kind}`]: id }}
        aria-labelledby={`name-${id}`}
        aria-describedby={isTold ? `state-${id}` : undefined}
        checked={on}
        indeterminate={mixed}
        disabled={locked}
        onChange={({ currentTarget }) => {
          view.draft = move(view, view.draft, { id, on: currentTarget.checked });
          view.draw();
        }}
      />
    </span>
  );
};

/** A button that unfolds what follows it; the content is drawn only then, so that 500 services stay quick. */
export const fold = (id: string, label: ComponentChildren) => {
  const { unfolded } = view;
  const onClick = () => {
    if (!unfolded.delete(id)) unfolded.add(id);
    view.draw();
  };
  return button("details", { part: "fold", "aria-expanded": unfolded.has(id), onClick }, label);
};
