// Which services need a consent of their own (单独同意). Pure.
import type { Regime, Service } from "../types";

/** Under this regime, for what the service says of itself (PIPL 23, 29, 39). */
export function isSeparate(service: Service, regime: Regime): boolean {
  return regime.separate.some((kind) => service[kind]);
}
