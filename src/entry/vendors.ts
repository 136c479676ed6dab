// dist/assent-vendors.js: loaded where a service has consent calls of its own.
import { PARTS } from "../contract";
import { tellVendors } from "../signals/vendor";

export { tellVendors };

type Page = { assent?: { [PARTS]?: (name: string, part: unknown) => void } };

(window as Page).assent?.[PARTS]?.("assent-vendors.js", { tellVendors });
