// The second layer: a native modal dialog over a draft. Closing it without saving changes nothing.
// It is drawn from the view alone; what is chosen goes to `context.choose`.
import type { TargetedEvent } from "preact";
import { adopt, button, type CentreModule, choices, h, languageSwitch, news, provide, say, view } from "../kit";
import { categoryCard } from "./category";
import { css as frame } from "./centre.css";
import { contact } from "./contact";
import { css as parts } from "./parts.css";
import { separateCard } from "./separate";

/** Given as a `ref`. Closed at the end, not just taken out: only then the browser gives the focus back. */
const showModal = (dialog: HTMLDialogElement | null) => {
  if (!dialog) return;
  dialog.showModal();
  return () => dialog.close();
};

/** Closed by the visitor, without a choice. What the focus came from may be gone: then it goes to the way in. */
const dismiss = ({ currentTarget }: TargetedEvent<HTMLElement>) => {
  if (!currentTarget.isConnected) return;
  const { api, closed, root, show } = view;
  show(api.state.decided ? undefined : "banner");
  closed();
  const wayIn = root.querySelector<HTMLElement>("[data-action=preferences]:not([hidden])");
  if (wayIn && document.activeElement === document.body) wayIn.focus();
};

const dialog = () => {
  const { api, choose, config, draft, isSeparate } = view;
  const { consents, decided, record } = api.state;
  const separate = config.services.filter(isSeparate);
  return (
    <dialog part="centre" aria-labelledby="title" ref={showModal} onClose={dismiss}>
      <header>
        <h2 id="title" tabIndex={-1}>
          {say("revisit")}
        </h2>
        {languageSwitch()}
        {button("close", { part: "icon", "aria-label": say("close"), onClick: dismiss }, "×")}
      </header>
      <div class="body">
        <p>{say("intro")}</p>
        {news()}
        {config.categories.map((category) =>
          categoryCard(
            category,
            config.services.filter((service) => service.category === category.id && !isSeparate(service)),
          ),
        )}
        {separate[0] && (
          <section class="separate" aria-labelledby="separate">
            <h3 id="separate">{say("separate")}</h3>
            <p>{say("separateNote")}</p>
            {separate.map(separateCard)}
          </section>
        )}
        {contact()}
        {decided &&
          record &&
          Object.keys(record.consents).some((id) => consents[id]) &&
          button("withdraw", { onClick: () => choose("withdraw", "preferences") })}
      </div>
      {choices("preferences", "save", { onClick: () => choose("save", "preferences", draft) })}
    </dialog>
  );
};

const open = (id?: string): void => {
  const { api, config, isUnfolded, layer, root, show, unfolded } = view;
  if (layer !== "preferences") view.draft = { ...api.state.consents };
  if (id) {
    const service = config.services.find((each) => each.id === id);
    unfolded.add(id).add(service ? service.category : id);
  }
  if (isUnfolded) for (const each of config.categories) unfolded.add(each.id);
  view.isUnfolded = false;
  show("preferences", dialog);
  const card = id && root.getElementById(`card-${id}`);
  if (card) card.scrollIntoView();
  (card || (root.getElementById("title") as HTMLElement)).focus();
};

export const createCentre: CentreModule["createCentre"] = (...kit) => {
  provide(...kit);
  adopt(view.root, frame + parts);
  return open;
};
