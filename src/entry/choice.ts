// dist/assent-choice.js: what happens when a visitor chooses. Loaded once the banner is up, or at the first choice.
import { cleanUp } from "../choice/cleanup";
import { keep } from "../choice/keep";
import { PARTS } from "../contract";

export { cleanUp, keep };

type Page = { assent?: { [PARTS]?: (name: string, part: unknown) => void } };

(window as Page).assent?.[PARTS]?.("assent-choice.js", { cleanUp, keep });
