// The leak reporter, for `data-debug` only: tells, once each, what gets past consent and what nobody declared.
// It looks and speaks; it blocks and changes nothing. What it looks at is in leaks-requests, -storage and -tags.
import type { LeakOptions, Lookout } from "./leaks-hosts";
import { watchRequests } from "./leaks-requests";
import { watchStorage } from "./leaks-storage";
import { watchTags } from "./leaks-tags";

/** Milliseconds that a change of state may be behind, or ahead of, what it brings about. */
const GRACE = 1000;

/** Starts watching. Returns the way to stop. */
export function watchLeaks(options: LeakOptions): () => void {
  const { api, config } = options;
  const told = new Set<string>();
  const history = [{ time: Number.NEGATIVE_INFINITY, consents: api.state.consents }];
  const note = (): void => {
    const { consents } = api.state;
    if (history.at(-1)?.consents !== consents) history.push({ time: performance.now(), consents });
  };

  const lookout: Lookout = {
    ...options,
    tell(line) {
      if (told.has(line)) return;
      told.add(line);
      console.warn(`[assent] leak: ${line}`);
    },
    granted: (id) => api.has(id),
    grantedAround(id, time) {
      note();
      const before = history.findLast((moment) => moment.time <= time);
      const after = history.filter((moment) => moment.time > time && moment.time <= time + GRACE);
      return [before, ...after].some((moment) => moment?.consents[id]);
    },
    nameOf: (service) => `services[${config.services.indexOf(service)}] (${service.id})`,
  };

  const stops = [api.on("change", note), watchRequests(lookout), watchStorage(lookout), watchTags(lookout)];
  return () => {
    for (const stop of stops) stop();
  };
}
