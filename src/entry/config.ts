// dist/assent-config.js: loaded when the config, or the catalogue entry of a vendor that it names, has to be fetched.
import { fetchConfig } from "../config/fetch";
import { handIn } from "./hand-in";

export { fetchConfig };

handIn("assent-config.js", { fetchConfig });
