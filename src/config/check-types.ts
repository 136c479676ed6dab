// What the config check is asked and what it answers. Types only.
import type { RegimeId } from "../types";

/** One thing that is wrong, and what to write instead. */
export interface Problem {
  /** `services[2].category`; empty for the config as a whole. */
  path: string;
  message: string;
  remedy: string;
  /** `error`: it does not work as written. `warning`: it works, and is probably not what is wanted. */
  severity: "error" | "warning";
}

export interface CheckOptions {
  /** Ids of the catalogue; without them `vendor` is only checked for its characters. */
  vendors?: Iterable<string>;
  /** Keys of `locales/en.json`; without them the keys of `ui.texts` are not checked. */
  texts?: Iterable<string>;
  /** A regime that the notice has to satisfy; without it nothing is asked that only some laws ask. */
  regime?: RegimeId;
}

/** What rules in one place need to know of others. */
export interface Facts {
  readonly languages: readonly string[];
  readonly categories: readonly string[];
  readonly services: readonly string[];
  readonly vendors: readonly string[] | undefined;
  readonly texts: readonly string[] | undefined;
  readonly regime: RegimeId | undefined;
}
