// One category: its switch, its reason, what goes without it, and its services. Separate ones have cards of their own.
import type { ComponentChildren } from "preact";
import type { Category, Service, Text } from "../../types";
import { about, h, say, view, words } from "../kit";
import { isMixed } from "./draft";
import { facts } from "./facts";
import { fold, type SwitchOptions, toggle } from "./switch";

/** A card with a switch at its head. */
export const card = (options: SwitchOptions, name: Text, ...content: ComponentChildren[]) => {
  const { id, kind } = options;
  const Heading = kind === "category" ? "h3" : "h4";
  return (
    <section key={id} part="card" id={`card-${id}`} tabIndex={-1} aria-labelledby={`name-${id}`}>
      <div class="head">
        <Heading>
          <label id={`name-${id}`} for={`switch-${id}`}>
            {words(name)}
          </label>
        </Heading>
        {toggle(options)}
      </div>
      {content}
    </section>
  );
};

const serviceRow = (service: Service, locked: boolean) => {
  const { id, name, recipient } = service;
  return (
    <li key={id} id={`card-${id}`} tabIndex={-1}>
      <div class="head">
        {fold(
          id,
          <span>
            <b id={`name-${id}`}>{words(name || id)}</b> {words(recipient)}
          </span>,
        )}
        {!locked && toggle({ id, kind: "service" })}
      </div>
      {facts(service)}
    </li>
  );
};

export const categoryCard = (category: Category & { required: boolean }, services: readonly Service[]) => {
  const { id, required: locked } = category;
  const without = about(category, "without");
  return card(
    { id, kind: "category", locked, mixed: isMixed(view.draft, category, services) },
    about(category, "name"),
    <p>{words(about(category, "purpose"))}</p>,
    without && (
      <p>
        <b>{say("without")}</b>
        {words(without)}
      </p>
    ),
    services[0] && fold(id, say("services", { n: services.length })),
    view.unfolded.has(id) && <ul class="services">{services.map((service) => serviceRow(service, locked))}</ul>,
  );
};
