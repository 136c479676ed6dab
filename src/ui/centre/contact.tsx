// Who answers, how to reach them, and which rights there are (PIPL 17, GDPR 13). It shows only what the config says.
import { h, link, say, view } from "../kit";
import { row, rows } from "./facts";

/** A date of the config as the language writes it; what is no date stays as it was written. */
const longDate = (date: string): string => {
  const time = new Date(date);
  return +time ? time.toLocaleDateString(view.language, { dateStyle: "long", timeZone: "UTC" }) : date;
};

/** A number or an address to press. */
const reach = (key: "phone" | "email", text = "", href = text) =>
  row(
    key,
    text,
    <a part="link" href={href}>
      {text}
    </a>,
  );

export const contact = () => {
  const { controller, lastUpdated } = view.config;
  return (
    <section part="card" aria-labelledby="contact">
      <h3 id="contact">{say("contactAndRights")}</h3>
      {controller && (
        <div>
          <dl>
            {rows(controller, ["name", "address", "officer"])}
            {reach("phone", controller.phone, `tel:${(controller.phone || "").replace(/[^+\d]/g, "")}`)}
            {reach("email", controller.email, `mailto:${controller.email}`)}
          </dl>
          <p>{say("answer", { days: controller.responseDays || 30 })}</p>
          {link("rightsUrl", controller.rightsUrl)}
          {link("policy", controller.policyUrl)}
        </div>
      )}
      {lastUpdated && <p>{say("updated", { date: longDate(lastUpdated) })}</p>}
    </section>
  );
};
