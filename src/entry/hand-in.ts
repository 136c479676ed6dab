// How a file that the gate has loaded gives itself to it. Imported on its own, without a gate, it gives itself to nobody.
import { PARTS } from "../contract";

type Page = { assent?: { [PARTS]?: (name: string, part: unknown) => void } };

/** `name` is the file's in `dist/`. */
export function handIn(name: string, part: unknown): void {
  (window as Page).assent?.[PARTS]?.(name, part);
}
