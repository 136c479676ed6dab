// assent-ui.js: the banner and Preact. Exports the way to mount it, and hands itself to the gate that is waiting.
import { PARTS, type UiModule } from "../contract";
import { mount } from "../ui/mount";

interface Gate {
  assent?: { [PARTS]?: (name: string, part: UiModule) => void };
}

(window as Window & Gate).assent?.[PARTS]?.("assent-ui.js", { mount });

export { mount };
