// assent-ui.js: the banner and Preact. Exports the way to mount it, and hands itself to the gate that is waiting.
import { PARTS, type UiContext, type UiModule } from "../contract";
import { type Load, mount as mountWith } from "../ui/mount";

interface Gate {
  assent: { [PARTS]: (name: string, part: UiModule) => void };
}

/** Gets a file by its name in `dist/`. After a failure under another fragment: browsers remember failed modules. */
const loader = ({ url }: UiContext): Load => {
  let failures = "";
  return (name) =>
    import(url(name) + failures).catch((error) => {
      failures += "#";
      throw error;
    });
};

export const mount = (context: UiContext, load = loader(context)) => mountWith(context, load);

(window as unknown as Gate).assent[PARTS]("assent-ui.js", { mount });
