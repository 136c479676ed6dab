// Starts the gate from a script tag, and runs what was queued on `window.assent` before.
// Shared by the entries that are classic scripts.
import type { AssentApi } from "../contract";
import { startGate } from "../gate/gate";
import { report } from "../lib/quiet";

export function start(): void {
  const earlier = (window as { assent?: AssentApi & ((assent: AssentApi) => void)[] }).assent;
  if (earlier && earlier.version) {
    report(`Loaded twice: version ${earlier.version} was first and stays. Remove the other script tag.`);
    return;
  }
  const script = document.currentScript as HTMLScriptElement;
  const { config = "", lang = "", region = "", ui, debug } = script.dataset;
  const { src, nonce } = script;
  // `assent bake` puts the config in the place of this text.
  const baked = "@assent-config@";
  const options = {
    address: config,
    baked,
    region,
    language: lang,
    base: ui || src,
    nonce,
    debug: debug !== undefined,
  };
  startGate(options).push(...(Array.isArray(earlier) ? earlier : []));
}
