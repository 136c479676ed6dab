// Brings the page in line with what holds: signals, cleanup, release, and a new load where a tool cannot be stopped.
// The order is the promise of this file.
import { sendUpdate } from "../signals/signals";
import type { Config, Consents } from "../types";
import { hasRun, release } from "./marked";
import { fail } from "./page";
import { loadPart } from "./parts";
import { has, state } from "./visitor";

/** What happens when a visitor chooses: a file of its own, since most page views see no choice. */
export const loadChoice = () => loadPart("assent-choice.js") as Promise<typeof import("../entry/choice")>;

/** What signals and tags have been told; it lags behind the state by one paint. */
let applied: Consents | undefined;

export async function apply(config: Config): Promise<void> {
  const { services, categories, ui } = config;
  const { consents, decided } = state;
  const before = applied || {};
  const isFirst = !applied;
  applied = consents;
  // Signals come first, so that a tool stops writing before what it wrote is removed. On a page without a choice the
  // defaults say it all, unless the regime grants without one.
  if (!isFirst || decided || categories.some(({ id, required }) => !required && has(id))) {
    sendUpdate(config, consents, before);
  }
  if (!isFirst && services.some(({ id }) => !has(id))) {
    await loadChoice().then(({ cleanUp }) => cleanUp(config, (id) => !has(id), fail), fail);
  }
  await release();

  // A script that has run cannot be un-run: only its own way to stop, or a new page, ends it.
  const isStopped = (name: string): boolean => {
    const tools = services.filter(({ id, category }) => id === name || category === name);
    return !!tools[0] && tools.every(({ consent }) => consent && consent.stops);
  };
  if (ui.reloadOnWithdraw && Object.keys(before).some((id) => before[id] && !has(id) && hasRun(id) && !isStopped(id))) {
    // After whoever awaits the choice has heard of it.
    setTimeout(() => location.reload());
  }
}
