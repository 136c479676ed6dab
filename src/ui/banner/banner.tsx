// The first layer: who asks, what for, who receives, and three equal answers. Not modal, takes no focus, has no X.
import { h } from "preact";
import type { Controller } from "../../types";
import { button, choices, languageSwitch, link, news } from "../pieces";
import { about, plain, say, view } from "../view";
import { keepRoom } from "./room";

/** How many recipients are named before "3 more". */
const NAMED = 3;

/** The gate opens the preference centre at a press of whatever is marked so. */
const WAY_IN = { "data-assent": "preferences" };

export const banner = () => {
  const { config, warm } = view;
  const { categories, controller = {} as Partial<Controller>, services, ui } = config;
  const operator = plain(controller.name) || say("site");
  const optional = categories.filter(({ required }) => !required);
  const uses = services.filter(({ category }) => optional.some(({ id }) => id === category));
  const recipients = [...new Set(uses.map(({ recipient }) => plain(recipient) || operator))];
  const more = recipients.splice(NAMED).length;
  if (more) recipients.push(say("more", { n: more }));
  const list = (names: string[]) => names.join(say("comma"));
  const unfold = () => {
    view.isUnfolded = true;
  };
  return (
    <section
      class={[ui.layout, ui.position].join(" ")}
      part="banner"
      aria-labelledby="title"
      popover="manual"
      ref={keepRoom}
    >
      <div>
        <h2 id="title">{say("title")}</h2>
        <p>
          {say("notice", {
            operator,
            purposes: list(optional.map((category) => plain(about(category, "name")))),
            recipients: list(recipients) || operator,
          })}
        </p>
        {news()}
        {link("policy", controller.policyUrl)}
        {button("services", { ...WAY_IN, onClick: unfold }, say("services", { n: services.length }))}
        {languageSwitch()}
      </div>
      {choices("banner", "preferences", { ...WAY_IN, onPointerEnter: warm, onFocus: warm })}
    </section>
  );
};
