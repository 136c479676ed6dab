// One interpreter for the consent calls of all tools: the steps are data, see ConsentStep in types.ts.
import { attempt } from "../lib/quiet";
import type { ConsentStep, Consents, Service } from "../types";

type Bag = { [key: string]: unknown };
type Function = (...args: unknown[]) => void;

const started = new Set<string>();

/** Tells each tool what has changed for it; the first time its default too, before any of its marked tags runs. */
export function tellVendors(services: readonly Service[], consents: Consents, before: Consents): void {
  for (const { id, consent } of services) {
    if (!consent) continue;
    if (!started.has(id)) runSteps(consent.default);
    started.add(id);
    if (consents[id] && !before[id]) runSteps(consent.grant);
    if (!consents[id] && before[id]) runSteps(consent.revoke);
  }
}

/** Runs the steps in order; one that fails, or whose tool is not there, stops nothing. */
export function runSteps(steps: readonly ConsentStep[] | undefined): void {
  for (const step of steps || []) attempt(() => runStep(step));
}

function runStep(step: ConsentStep): void {
  if ("push" in step) {
    const [owner, key] = reach(step.push);
    owner[key] = owner[key] || [];
    (owner[key] as unknown[]).push(...step.args);
  } else if ("set" in step) {
    const [owner, key] = reach(step.set);
    owner[key] = step.value;
  } else if ("stub" in step) {
    const [owner, key] = reach(step.stub);
    if (!owner[key]) owner[key] = makeStub(step.queue);
  } else {
    const [owner, key] = reach(step.call, true);
    if (typeof owner[key] === "function") (owner[key] as Function)(...step.args);
  }
}

/** Keeps its calls in an array below itself, until the tool's own function takes its place and reads them. */
function makeStub(queue: string): Function {
  const calls: unknown[] = [];
  return Object.assign((...args: unknown[]) => void calls.push(args), { [queue]: calls });
}

/** What holds the last name of a dotted path below `window`. It is made where it is missing, unless only asked for. */
function reach(path: string, isAsked?: boolean): [Bag, string] {
  const names = path.split(".");
  const key = names.pop() as string;
  let owner = window as unknown as Bag;
  for (const name of names) {
    const next = owner[name] || {};
    if (!isAsked) owner[name] = next;
    owner = next as Bag;
  }
  return [owner, key];
}
