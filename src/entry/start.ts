// Starts the gate from a script tag, and runs what was queued on `window.assent` before.
// Shared by the entries that are classic scripts.
import type { AssentApi } from "../contract";
import { startGate } from "../gate/gate";
import { fail } from "../gate/page";
import { loadPart } from "../gate/parts";
import { report } from "../lib/quiet";

export function start(): void {
  const earlier = (window as { assent?: AssentApi & ((assent: AssentApi) => void)[] }).assent;
  if (earlier && earlier.version) {
    report("Loaded twice. Remove one script tag.");
    return;
  }
  const { dataset, src, nonce } = document.currentScript as HTMLScriptElement;
  // `assent bake` puts the config in the place of this text.
  const api = startGate({ ...dataset, src, nonce, baked: "@assent-config@" });
  if (Array.isArray(earlier)) api.push(...earlier);
  if ("debug" in dataset) loadPart("assent-debug.js").catch(fail);
}
