// dist/assent-choice.js: what happens when a visitor chooses. Loaded once the banner is up, or at the first choice.
import { cleanUp } from "../choice/cleanup";
import { keep } from "../choice/keep";
import { handIn } from "./hand-in";

export { cleanUp, keep };

handIn("assent-choice.js", { cleanUp, keep });
