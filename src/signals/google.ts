// Google Consent Mode v2: the order and the exact shape of its commands. It decides nothing and loads nothing.
import type { Consents, GoogleSignals, GoogleType } from "../types";

/** Which of our ids grants which of Google's types, unless the config says otherwise. */
const TYPES: { [type in GoogleType]: string } = {
  ad_storage: "marketing",
  ad_user_data: "marketing",
  ad_personalization: "marketing",
  analytics_storage: "analytics",
  functionality_storage: "preferences",
  personalization_storage: "preferences",
  security_storage: "",
};

type Values = { [type: string]: unknown };

/** All seven, each time: a partial update leaves the rest as an earlier page left them. */
export function googleConsent(consents: Consents, types?: GoogleSignals["types"]): Values {
  const map: { [type: string]: string } = { ...TYPES, ...types };
  const values: Values = {};
  for (const type of Object.keys(TYPES)) {
    const id = map[type];
    values[type] = !id || consents[id] ? "granted" : "denied";
  }
  return values;
}

/** Before anything of Google's can run; regional when the config says so. */
export function googleDefault({
  types,
  region,
  waitForUpdate = 500,
  set = { ads_data_redaction: true },
}: GoogleSignals): void {
  const values = { ...googleConsent({}, types), wait_for_update: waitForUpdate };
  gtag("consent", "default", region ? { ...values, region } : values);
  for (const name of Object.keys(set)) gtag("set", name, set[name]);
}

export function googleUpdate(signals: GoogleSignals, consents: Consents): void {
  gtag("consent", "update", googleConsent(consents, signals.types));
}

/** Google's library tells commands from data layer messages by their being `arguments` objects, not arrays. */
function gtag(..._command: unknown[]): void {
  // biome-ignore lint/complexity/noArguments: see above
  dataLayer().push(arguments);
}

export function dataLayer(): unknown[] {
  const page = window as { dataLayer?: unknown[] };
  page.dataLayer = page.dataLayer || [];
  return page.dataLayer;
}
