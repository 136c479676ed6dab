// Reads the record: the consent cookie, and the copy by id that the browser kept of it. Keeping is in `choice/keep.ts`.
// The cookie's value needs no unescaping (see codec.ts), so the platform's own interface is enough here.
import { quiet } from "../lib/quiet";
import { readJson } from "../lib/storage";
import type { Config, ConsentRecord } from "../types";
import { type Copy, decode } from "./codec";

export function loadRecord(config: Config): ConsentRecord | null {
  const { name } = config.cookie;
  const cookies = quiet(() => document.cookie.split("; ")) || [];
  const found = cookies.find((cookie) => cookie.startsWith(`${name}=`)) || "";
  return decode(found.slice(name.length + 1), config, readJson(name) as Copy | null);
}
