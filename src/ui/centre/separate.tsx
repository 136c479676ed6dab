// One service that needs a consent of its own (单独同意, PIPL 23, 29, 30, 39): the whole text is shown, nothing folded.
import type { Service } from "../../types";
import { about, h, say, view, words } from "../kit";
import { card } from "./category";
import { facts, row, rows } from "./facts";
import { fold } from "./switch";

/** The browser's name for a country; what is no code stays as it was written. */
const countryName = (code: string): string | undefined => {
  try {
    return new Intl.DisplayNames(view.language, { type: "region" }).of(code);
  } catch {
    return code;
  }
};

export const separateCard = (service: Service) => {
  const { id, crossBorder, name = id } = service;
  const category = view.config.categories.find((each) => each.id === service.category);
  return card(
    { id, kind: "service" },
    name,
    category && (
      <p>
        {say("partOf")}
        {words(about(category, "name"))}
      </p>
    ),
    <dl>{rows(service, ["sensitive", "provides"])}</dl>,
    crossBorder && [
      <h5>{say("crossBorder")}</h5>,
      <dl>
        {rows(crossBorder, ["recipient"])}
        {row("country", countryName(crossBorder.country))}
        {rows(crossBorder, ["contact", "purpose", "method", "data", "rights"])}
      </dl>,
    ],
    fold(id, say("details")),
    facts(service),
  );
};
