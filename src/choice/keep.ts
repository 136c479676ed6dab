// Makes a choice and keeps it: the cookie, the copy by id that other tabs hear of, and the visitor's receipt.
import { choose } from "../consent/choose";
import type { Rules } from "../consent/decide";
import { lifetime } from "../consent/validity";
import { removeCookie, writeCookie } from "../lib/cookies";
import { writeJson } from "../lib/storage";
import { encode } from "../record/codec";
import { loadRecord } from "../record/load";
import { readReceipts, receiptsKey } from "../record/receipts";
import type { Act, ConsentRecord, Consents, Method, Receipt, State } from "../types";

export interface Choice {
  act: Act;
  method: Method;
  draft?: Consents | undefined;
}

/** What was kept; `isKept` is false where cookies are blocked, and the choice lasts as long as the page. */
export interface Kept {
  record: ConsentRecord | null;
  isKept: boolean;
}

export function keep({ act, method, draft }: Choice, state: State, rules: Rules): Kept {
  const { config, regime } = rules;
  const { revision, cookie, records: { keep: most = 20 } = {} } = config;
  const { name, domain = "", path } = cookie;
  const { gpc, language } = state;
  const now = new Date();
  const wish = act === "save" ? draft || {} : draft;
  const consents = choose({ act, draft: wish, present: state.consents }, rules);
  const record = act === "reset" ? null : { revision, time: Math.floor(now.getTime() / 1000), gpc, consents };

  // One left over from before `domain` was configured would be read first, for ever (RFC 6265 5.4).
  removeCookie(name, { domain: "", path });
  const value = record ? encode(record, config) : "";
  if (record) writeCookie(name, value, { domain, path, days: lifetime(record, rules) });
  else removeCookie(name, { domain, path });
  writeJson(name, record && { ...record, value });

  const receipt: Receipt = {
    time: now.toISOString(),
    act,
    method,
    language,
    regime: regime.id,
    revision,
    gpc,
    consents,
  };
  const key = receiptsKey(config);
  if (most) writeJson(key, [...readReceipts(config), receipt].slice(-most));
  return { record, isKept: !record || !!loadRecord(config) };
}
