// dist/assent-config.js: loaded when the config, or the catalogue entry of a vendor that it names, has to be fetched.
import { fetchConfig } from "../config/fetch";
import { PARTS } from "../contract";

export { fetchConfig };

type Page = { assent?: { [PARTS]?: (name: string, part: unknown) => void } };

(window as Page).assent?.[PARTS]?.("assent-config.js", { fetchConfig });
