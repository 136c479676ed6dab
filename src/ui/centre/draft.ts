// The rules of unsaved switches. Pure; the gate has equal rules for what is saved (src/consent/choose.ts).
import type { UiContext } from "../../contract";
import type { Category, Consents, Service } from "../../types";

export type Scene = Pick<UiContext, "config" | "isSeparate">;

/**
 * One switch moved. A category takes its services along: all of them when turned off, all but the separate ones when
 * turned on (design §3.4). A service moves alone.
 */
export const move = (
  { config, isSeparate }: Scene,
  draft: Consents,
  { id, on }: { id: string; on: boolean },
): Consents => {
  const moved: Record<string, boolean> = { ...draft, [id]: on };
  for (const service of config.services)
    if (service.category === id && !(on && isSeparate(service))) moved[service.id] = on;
  return moved;
};

/** Whether some service of a category differs from it. Separate ones have an answer of their own, so they never do. */
export const isMixed = (draft: Consents, category: Category, services: readonly Service[]): boolean =>
  services.some(({ id }) => draft[id] !== draft[category.id]);
