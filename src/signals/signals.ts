// Tells Google's tags and the data layer what was decided, in the order they require. It decides nothing. Other tools'
// own consent calls are in `vendor.ts`, a file of its own, so that they cost bytes only where they are used.
import { attempt } from "../lib/quiet";
import type { Config, Consents } from "../types";
import { dataLayer, googleUpdate } from "./google";

/** From the stored choice on every page, and after each choice. */
export function sendUpdate({ signals: { google, dataLayer: isTold } }: Config, consents: Consents): void {
  attempt(() => {
    if (google) googleUpdate(google, consents);
    if (isTold) dataLayer().push({ event: "consent_update", consent: { ...consents } });
  });
}
