// The second layer: a native modal dialog over a draft. Closing it without saving changes nothing.
// It is drawn from the view alone; what is chosen goes to `context.choose`.

import type { Service } from "../../types";
import { draftOf, requiredIds } from "../draft";
import { Button, type Centre, Choice, Choices, h, type Kit, LanguageSwitch, provide, say } from "../kit";
import type { View } from "../view";
import { CategoryCard } from "./category";
import { css as frame } from "./centre.css";
import { ContactCard } from "./contact";
import { css as parts } from "./parts.css";
import { SeparateCard } from "./separate";
import { Words } from "./words";

/** Given as a `ref`: the same function each time, so that it runs once. */
const showModal = (dialog: HTMLDialogElement | null) => dialog?.showModal();

const Dialog = ({ view }: { view: View }) => {
  const { api, choose, config, isSeparate } = view;
  const { consents, decided, gpc, record } = api.state;
  const separate: Service[] = [];
  const byCategory = new Map<string, Service[]>(config.categories.map(({ id }) => [id, []]));
  for (const service of config.services)
    (isSeparate(service) ? separate : byCategory.get(service.category))?.push(service);
  const required = requiredIds(view);
  const granted = decided && Object.keys(view.draft).some((id) => consents[id] && !required.has(id));
  return (
    <dialog
      class="centre"
      part="centre"
      aria-labelledby="title"
      ref={showModal}
      onClose={(event) => event.currentTarget.isConnected && view.dismiss()}
    >
      <header>
        <h2 id="title" tabIndex={-1}>
          {say(view, "revisit")}
        </h2>
        <LanguageSwitch view={view} />
        <button
          type="button"
          class="icon"
          data-action="close"
          aria-label={say(view, "close")}
          onClick={(event) => event.currentTarget.closest("dialog")?.close()}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m3 3 10 10M13 3 3 13" />
          </svg>
        </button>
      </header>
      <div class="body">
        <p>{say(view, "intro")}</p>
        {config.changes && record && record.revision !== config.revision && (
          <p>
            <b>{say(view, "changes")}</b>
            <Words view={view} text={config.changes} />
          </p>
        )}
        {gpc && <p class="gpc">{say(view, "gpc")}</p>}
        {config.categories.map((category) => (
          <CategoryCard
            key={category.id}
            view={view}
            category={category}
            services={byCategory.get(category.id) ?? []}
          />
        ))}
        {separate[0] && (
          <section class="separate" aria-labelledby="separate">
            <h3 id="separate">{say(view, "separate")}</h3>
            <p>{say(view, "separateNote")}</p>
            {separate.map((service) => (
              <SeparateCard key={service.id} view={view} service={service} />
            ))}
          </section>
        )}
        <ContactCard view={view} />
        {granted && <Button view={view} action="withdraw" onClick={() => choose("withdraw", "preferences")} />}
      </div>
      <footer>
        <Choices view={view}>
          <Choice view={view} action="save" onClick={() => choose("save", "preferences", view.draft)} />
        </Choices>
      </footer>
    </dialog>
  );
};

const open = (view: View, id?: string): void => {
  const { api, config, root } = view;
  if (view.layer !== "preferences") view.draft = draftOf(view, api.state.consents);
  if (id) view.unfolded.add(id).add(config.services.find((service) => service.id === id)?.category ?? id);
  Object.assign(view, { layer: "preferences", status: "" });
  view.draw();
  const card = id && root.getElementById(`card-${id}`);
  if (card) card.scrollIntoView();
  (card || root.getElementById("title"))?.focus();
};

export const createCentre = (kit: Kit): Centre => {
  provide(kit);
  return { css: frame + parts, open, Dialog };
};
