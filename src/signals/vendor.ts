// One interpreter for the consent calls of all tools: the steps are data, see ConsentStep in types.ts.
import { attempt } from "../lib/quiet";
import type { ConsentStep } from "../types";

type Bag = { [key: string]: unknown };
type Function = (...args: unknown[]) => void;

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
