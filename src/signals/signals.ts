// Tells the tools of this page what was decided, in the order their makers require. It decides nothing.
import { attempt } from "../lib/quiet";
import type { Config, Consents } from "../types";
import { dataLayer, googleDefault, googleUpdate } from "./google";
import { runSteps } from "./vendor";

/** Once, before any tag can run. */
export function sendDefaults({ signals, services }: Config): void {
  const { google } = signals;
  if (google) attempt(() => googleDefault(google));
  for (const { consent } of services) if (consent) runSteps(consent.default);
}

/** From the stored choice on every page, and after each choice. `before` is what held until now. */
export function sendUpdate({ signals, services }: Config, consents: Consents, before: Consents): void {
  const { google } = signals;
  if (google) attempt(() => googleUpdate(google, consents));
  for (const { id, consent } of services) {
    if (consent && consents[id] !== before[id])
      runSteps(consents[id] ? consent.grant : before[id] ? consent.revoke : []);
  }
  if (signals.dataLayer) attempt(() => dataLayer().push({ event: "consent_update", consent: { ...consents } }));
}
