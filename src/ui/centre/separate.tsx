// One service that needs a consent of its own (单独同意, PIPL 23, 29, 30, 39): the whole text is shown, nothing folded.

import type { Service } from "../../types";
import { h, say } from "../kit";
import type { View } from "../view";
import { Facts, type Row, Rows } from "./facts";
import { Fold, Switch } from "./switch";
import { about, Words } from "./words";

/** The browser's name for a country; what is no code stays as it was written. */
const countryName = (code: string, language: string): string => {
  try {
    return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
};

export const SeparateCard = ({ view, service }: { view: View; service: Service }) => {
  const { id, crossBorder, sensitive, provides } = service;
  const category = view.config.categories.find((each) => each.id === service.category);
  return (
    <section class="card" part="card" id={`card-${id}`} tabIndex={-1} aria-labelledby={`name-${id}`}>
      <div class="head">
        <h4>
          <label id={`name-${id}`} for={`switch-${id}`}>
            <Words view={view} text={service.name ?? id} />
          </label>
        </h4>
        <Switch view={view} id={id} kind="service" />
      </div>
      {category && (
        <p>
          {say(view, "partOf")}
          <Words view={view} text={about(view, category, "name")} />
        </p>
      )}
      <Rows
        view={view}
        rows={[
          ["sensitive", sensitive],
          ["provides", provides],
        ]}
      />
      {crossBorder && <h5>{say(view, "crossBorder")}</h5>}
      {crossBorder && (
        <Rows
          view={view}
          rows={[
            ["recipient", crossBorder.recipient],
            ["country", countryName(crossBorder.country, view.language)],
            ...(["contact", "purpose", "method", "data", "rights"] as const).map((key): Row => [key, crossBorder[key]]),
          ]}
        />
      )}
      <Fold view={view} id={id}>
        {say(view, "details")}
      </Fold>
      {view.unfolded.has(id) && <Facts view={view} service={service} />}
    </section>
  );
};
