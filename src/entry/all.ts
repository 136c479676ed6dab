// dist/assent-all.js: gate, interface, choice, config from a URL and both languages in one classic script. What only few
// sites need (vendors' own consent calls, `data-debug`) is still loaded from beside it.
import en from "../../locales/en.json";
import zhCN from "../../locales/zh-CN.json";
import { cleanUp } from "../choice/cleanup";
import { keep } from "../choice/keep";
import { fetchConfig } from "../config/fetch";
import type { UiContext } from "../contract";
import { handIn } from "../gate/parts";
import { mount } from "../ui/mount";
import { createCentre } from "./centre";
import { start } from "./start";

const inside: { [name: string]: unknown } = {
  "assent-centre.js": { createCentre },
  "locale/en.js": { texts: en },
  "locale/zh-CN.js": { texts: zhCN },
};

const load = async (name: string): Promise<unknown> =>
  inside[name] || Promise.reject(new Error(`${name} is not here.`));

handIn("assent-ui.js", { mount: (context: UiContext) => mount(context, load) });
handIn("assent-choice.js", { cleanUp, keep });
handIn("assent-config.js", { fetchConfig });
start();
