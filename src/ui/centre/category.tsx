// One category: its switch, its reason, what goes without it, and its services. Separate ones have cards of their own.

import type { Category, Service } from "../../types";
import { isMixed } from "../draft";
import { h, say } from "../kit";
import type { View } from "../view";
import { Facts } from "./facts";
import { Fold, Switch } from "./switch";
import { about, Words } from "./words";

interface CategoryProps {
  view: View;
  category: Category;
  services: readonly Service[];
}

const ServiceRow = ({ view, service, locked }: { view: View; service: Service; locked: boolean | undefined }) => (
  <li id={`card-${service.id}`} tabIndex={-1}>
    <div class="head">
      <Fold view={view} id={service.id}>
        <span>
          <b id={`name-${service.id}`}>
            <Words view={view} text={service.name ?? service.id} />
          </b>{" "}
          <Words view={view} text={service.recipient} />
        </span>
      </Fold>
      {!locked && <Switch view={view} id={service.id} kind="service" />}
    </div>
    {view.unfolded.has(service.id) && <Facts view={view} service={service} />}
  </li>
);

export const CategoryCard = ({ view, category, services }: CategoryProps) => {
  const { id, required } = category;
  const without = about(view, category, "without");
  return (
    <section class="card" part="card" id={`card-${id}`} tabIndex={-1} aria-labelledby={`name-${id}`}>
      <div class="head">
        <h3>
          <label id={`name-${id}`} for={`switch-${id}`}>
            <Words view={view} text={about(view, category, "name")} />
          </label>
        </h3>
        <Switch view={view} id={id} kind="category" locked={required} mixed={isMixed(view.draft, category, services)} />
      </div>
      <p>
        <Words view={view} text={about(view, category, "purpose")} />
      </p>
      {without && (
        <p>
          <b>{say(view, "without")}</b>
          <Words view={view} text={without} />
        </p>
      )}
      {services[0] && (
        <Fold view={view} id={id}>
          {say(view, "services", { n: services.length })}
        </Fold>
      )}
      {view.unfolded.has(id) && (
        <ul class="services">
          {services.map((service) => (
            <ServiceRow key={service.id} view={view} service={service} locked={required} />
          ))}
        </ul>
      )}
    </section>
  );
};
