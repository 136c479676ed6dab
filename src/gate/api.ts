// `window.assent`: the public calls, put together from what the gate gives. It holds no state; no call throws.
import { type AssentApi, type Events, type Layer, PARTS } from "../contract";
import { attempt } from "../lib/quiet";
import { readReceipts } from "../record/receipts";
import type { Act, Consents, Method } from "../types";
import { version } from "../version";
import { handIn } from "./parts";
import { has, rules, state } from "./visitor";

export interface Inside extends Pick<AssentApi, "close" | "setLanguage"> {
  /** Resolves when the config is known, or known not to come. */
  settled: Promise<unknown>;
  choose(act: Act, method: Method, draft?: Consents): Promise<void>;
  /** Resolves with what is on screen. */
  open(layer: Layer, id?: string): Promise<Layer | undefined>;
}

export function createApi({ settled, choose, open, ...rest }: Inside): AssentApi {
  const on: AssentApi["on"] = (event, listener) => {
    let isOn = true;
    const hear = (heard: Event): void => listener((heard as CustomEvent).detail);
    const type = `assent:${event}`;
    // The first state is news to every listener, however early or late it came.
    if (event === "ready" || event === "change") {
      settled.then(() => rules && isOn && listener(state as Events[typeof event]));
    }
    if (event !== "ready") document.addEventListener(type, hear);
    return () => {
      isOn = false;
      document.removeEventListener(type, hear);
    };
  };
  const until = (event: "change" | "close", test: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const off = on(event, () => {
        if (!test()) return;
        off();
        resolve();
      });
    });

  const api: AssentApi = {
    ...rest,
    version,
    has,
    get state() {
      return state;
    },
    acceptAll: () => choose("accept-all", "api"),
    rejectAll: () => choose("reject-all", "api"),
    save: (draft) => choose("save", "api", draft),
    withdraw: (id) => choose("withdraw", "api", id === undefined ? id : { [id]: false }),
    reset: () => choose("reset", "api"),
    async open(layer = "preferences") {
      await open(layer);
    },
    on,
    async granted(id) {
      if (!has(id)) await until("change", () => has(id));
    },
    async request(id) {
      if (!has(id) && (await open("preferences", id)) === "preferences") await until("close", () => true);
      return has(id);
    },
    receipts: () => (rules ? readReceipts(rules.config) : []),
    push(...calls) {
      for (const call of calls) attempt(() => call(api));
    },
  };
  // Not part of the contract: how our own files find the gate that asked for them.
  return Object.defineProperty(api, PARTS, { value: handIn });
}
