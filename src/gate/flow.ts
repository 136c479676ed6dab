// What follows what once a config is known: a choice, a change from elsewhere, a layer opened. `gate.ts` wires it to the
// page; the steps themselves are in files of their own.
import type { Layer } from "../contract";
import { painted } from "../lib/yield";
import { pickLanguage } from "../locale/pick";
import { loadRecord } from "../record/load";
import type { Act, Consents, Method } from "../types";
import { apply, loadChoice } from "./apply";
import { closeLayer, layer, openLayer, updateLayer } from "./layers";
import { fail, tell } from "./page";
import { rules, speak, state, think } from "./visitor";

export let settle: () => void;
/** The config is known, or is known not to come. */
export const settled = new Promise<void>((resolve) => {
  settle = resolve;
});

/** Cookies are blocked: a choice lasts as long as the page. */
let isUnkept = false;

/** A choice is kept at once, since the visitor may leave in the next moment. All else comes after a paint. */
export async function choose(act: Act, method: Method, draft?: Consents): Promise<void> {
  await settled;
  if (!rules) return;
  try {
    const { keep } = await loadChoice();
    const { record, isKept } = keep({ act, method, draft }, state, rules);
    isUnkept = !isKept;
    think(record);
    closeLayer();
    await painted();
    await follow();
  } catch (error) {
    fail(error as Error);
  }
}

/** Brings everything in line with a state that has changed. */
async function follow(): Promise<void> {
  await apply(true);
  updateLayer();
  tell("change", state);
  ask();
}

/** Shows the banner to who has not answered. By the time it is answered, what keeps the answer must be there. */
export function ask(): void {
  if (!state.decided) openLayer("banner").then(loadChoice);
}

/** Resolves with what is on screen. */
export async function open(next: Layer, id?: string): Promise<Layer | undefined> {
  await settled;
  if (rules) await openLayer(next, id);
  return layer;
}

export function setLanguage(forced: string): void {
  if (!rules) return;
  speak(pickLanguage([forced, document.documentElement.lang, ...navigator.languages], rules.config.languages));
  updateLayer();
}

/** The record may have changed without us: in another tab, or while this page lay in the back-forward cache. */
export function lookAgain(): void {
  const before = JSON.stringify(state);
  if (!isUnkept) think(loadRecord(rules.config));
  if (JSON.stringify(state) === before) return;
  if (state.decided) closeLayer();
  follow();
}
