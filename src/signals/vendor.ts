// One interpreter for the consent calls of all tools: the steps are data, see ConsentStep in types.ts.
import { attempt } from "../lib/quiet";
import type { ConsentStep, Consents, Service } from "../types";

type Bag = { [key: string]: unknown };
type Function = (...args: unknown[]) => void;

let isStarted = false;

/** Tells each tool what has changed for it; the first time its default too, before its loader can run. */
export function tellVendors(services: readonly Service[], consents: Consents, before: Consents): void {
  for (const { id, consent } of services) {
    if (!consent) continue;
    if (!isStarted) runSteps(consent.default);
    if (consents[id] && !before[id]) runSteps(consent.grant);
    if (!consents[id] && before[id]) runSteps(consent.revoke);
  }
  isStarted = true;
}

/** Runs the steps in order; one that fails, or whose tool is not there, stops nothing. */
export function runSteps(steps: readonly ConsentStep[] | undefined): void {
  for (const step of steps || []) attempt(() => runStep(step));
}

function runStep(step: ConsentStep): void {
  const names = (Object.values(step)[0] as string).split(".");
  const key = names.pop() as string;
  const owner = names.reduce((bag: Bag, name: string) => reach(bag, name, {}) as Bag, window as unknown as Bag);
  if ("push" in step) (reach(owner, key, []) as unknown[]).push(...step.args);
  else if ("set" in step) owner[key] = step.value;
  else if ("call" in step) {
    if (owner[key]) (owner[key] as Function)(...step.args);
  } else if (!owner[key]) {
    // Keeps its calls in an array below itself, until the tool's own function takes its place and reads them.
    const calls: unknown[] = [];
    owner[key] = Object.assign((...args: unknown[]) => calls.push(args), { [step.queue]: calls });
  }
}

function reach(bag: Bag, key: string, fallback: unknown): unknown {
  bag[key] = bag[key] || fallback;
  return bag[key];
}
