// The first layer: who asks, what for, who receives, and three equal answers. Not modal, takes no focus, has no X.
import { h } from "preact";
import { tagOf } from "../../locale/pick";
import { Button, Choice, Choices, LanguageSwitch } from "../pieces";
import { plain, say, type View } from "../view";
import { keepRoom } from "./room";

/** How many recipients are named before "3 more". */
const NAMED = 3;

export const Banner = ({ view }: { view: View }) => {
  const { api, config } = view;
  const { categories, changes, controller, services, ui } = config;
  const { gpc, record } = api.state;
  const operator = plain(view, controller?.name) || say(view, "site");
  const optional = categories.filter(({ required }) => !required);
  const uses = services.filter(({ category }) => optional.some(({ id }) => id === category));
  const recipients = [...new Set(uses.map(({ recipient }) => plain(view, recipient) || operator))];
  const more = recipients.splice(NAMED).length;
  if (more) recipients.push(say(view, "more", { n: more }));
  const list = (names: string[]) => names.join(say(view, "comma"));
  const policy = plain(view, controller?.policyUrl);
  const open = () => api.open("preferences");
  return (
    <section
      class={`banner ${ui.layout} ${ui.position}`}
      part="banner"
      aria-labelledby="title"
      popover="manual"
      data-edge={ui.position.slice(0, 6)}
      ref={keepRoom}
    >
      <div>
        <h2 id="title">{say(view, "title")}</h2>
        <p>
          {say(view, "notice", {
            operator,
            purposes: list(optional.map(({ id, name }) => plain(view, name) || say(view, `${id}.name`))),
            recipients: list(recipients) || operator,
          })}
        </p>
        {changes && record && record.revision !== config.revision && (
          <p lang={tagOf(changes, view.language)}>
            <b>{say(view, "changes")}</b>
            {plain(view, changes)}
          </p>
        )}
        {gpc && <p>{say(view, "gpc")}</p>}
        {policy && (
          <a part="link" href={policy}>
            {say(view, "policy")}
          </a>
        )}
        <Button
          view={view}
          action="services"
          values={{ n: services.length }}
          onClick={() => {
            for (const { id } of categories) view.unfolded.add(id);
            open();
          }}
        />
        <LanguageSwitch view={view} />
      </div>
      <Choices view={view}>
        <Choice view={view} action="preferences" onClick={open} onPointerEnter={view.warm} onFocus={view.warm} />
      </Choices>
    </section>
  );
};
