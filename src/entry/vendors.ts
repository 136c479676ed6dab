// dist/assent-vendors.js: loaded where a service has consent calls of its own.
import { tellVendors } from "../signals/vendor";
import { handIn } from "./hand-in";

export { tellVendors };

handIn("assent-vendors.js", { tellVendors });
