// JSON in localStorage. Blocked, full or damaged storage is as good as none.
import { quiet } from "./quiet";

export function readJson(key: string): unknown {
  return quiet(() => JSON.parse(localStorage.getItem(key) as string));
}

export function writeJson(key: string, value: unknown): void {
  quiet(() => localStorage.setItem(key, JSON.stringify(value)));
}
