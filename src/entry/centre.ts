// assent-centre.js: the preference centre. It takes Preact from assent-ui.js, so it must not bundle it.
export { createCentre } from "../ui/centre/centre";
