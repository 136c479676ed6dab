// Who answers, how to reach them, and which rights there are (PIPL 17, GDPR 13). It shows only what the config says.
import { h, say } from "../kit";
import type { View } from "../view";
import { Link, Rows } from "./facts";

/** A date of the config as the language writes it; what is no date stays as it was written. */
const longDate = (date: string, language: string): string => {
  const time = new Date(date);
  return Number.isNaN(+time) ? date : time.toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
};

export const ContactCard = ({ view }: { view: View }) => {
  const { controller, lastUpdated } = view.config;
  return (
    <section class="card" part="card" aria-labelledby="contact">
      <h3 id="contact">{say(view, "contactAndRights")}</h3>
      {controller && (
        <div>
          <Rows
            view={view}
            rows={[
              ["name", controller.name],
              ["address", controller.address],
              ["officer", controller.officer],
            ]}
          />
          <dl>
            {controller.phone && (
              <div>
                <dt>{say(view, "phone")}</dt>
                <dd>
                  <a part="link" href={`tel:${controller.phone.replace(/[^+\d]/g, "")}`}>
                    {controller.phone}
                  </a>
                </dd>
              </div>
            )}
            {controller.email && (
              <div>
                <dt>{say(view, "email")}</dt>
                <dd>
                  <a part="link" href={`mailto:${controller.email}`}>
                    {controller.email}
                  </a>
                </dd>
              </div>
            )}
          </dl>
          <p>{say(view, "answer", { days: controller.responseDays ?? 30 })}</p>
          <div class="links">
            <Link view={view} label="rightsUrl" url={controller.rightsUrl} />
            <Link view={view} label="policy" url={controller.policyUrl} />
          </div>
        </div>
      )}
      {lastUpdated && <p>{say(view, "updated", { date: longDate(lastUpdated, view.language) })}</p>}
    </section>
  );
};
