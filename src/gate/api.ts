// `window.assent`: the public calls, put together from what the gate gives. It holds no state; no call throws.
import { type AssentApi, type Events, PARTS } from "../contract";
import { attempt } from "../lib/quiet";
import { readReceipts } from "../record/receipts";
import { version } from "../version";
import { choose, open, setLanguage, settled } from "./flow";
import { closeLayer } from "./layers";
import { handIn } from "./parts";
import { has, rules, state } from "./visitor";

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
const next = (event: keyof Events): Promise<unknown> =>
  new Promise((resolve) => {
    document.addEventListener(`assent:${event}`, resolve, { once: true });
  });

export const api: AssentApi & { [PARTS]: typeof handIn } = {
  // Not part of the contract: how our own files find the gate that asked for them.
  [PARTS]: handIn,
  version,
  setLanguage,
  close: closeLayer,
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
    while (!has(id)) await next("change");
  },
  async request(id) {
    if (!has(id) && (await open("preferences", id)) === "preferences") await next("close");
    return has(id);
  },
  receipts: () => (rules ? readReceipts(rules.config) : []),
  push(...calls) {
    for (const call of calls) attempt(() => call(api));
  },
};
