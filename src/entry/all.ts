// dist/assent-all.js: gate, interface, cleanup and both languages in one classic script.
import en from "../../locales/en.json";
import zhCN from "../../locales/zh-CN.json";
import { cleanUp } from "../choice/cleanup";
import { keep } from "../choice/keep";
import { fetchConfig } from "../config/fetch";
import type { UiContext } from "../contract";
import { handIn } from "../gate/parts";
import { tellVendors } from "../signals/vendor";
import { mount } from "../ui/mount";
import { createCentre } from "./centre";
import { start } from "./start";

const inside: { [name: string]: unknown } = {
  "assent-centre.js": { createCentre },
  "locale/en.js": { texts: en },
  "locale/zh-CN.js": { texts: zhCN },
};

const load = (name: string): Promise<unknown> =>
  name in inside ? Promise.resolve(inside[name]) : Promise.reject(new Error(`${name} is not part of assent-all.js.`));

handIn("assent-ui.js", { mount: (context: UiContext) => mount(context, load) });
handIn("assent-choice.js", { cleanUp, keep });
handIn("assent-config.js", { fetchConfig });
handIn("assent-vendors.js", { tellVendors });
start();
