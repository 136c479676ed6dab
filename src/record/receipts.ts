// The visitor's own history of choices, in this browser only. `choice/keep.ts` adds to it.
import { readJson } from "../lib/storage";
import type { Config, Receipt } from "../types";

export const receiptsKey = (config: Config): string => `${config.cookie.name}.receipts`;

export function readReceipts(config: Config): Receipt[] {
  const list = readJson(receiptsKey(config));
  return Array.isArray(list) ? list : [];
}
