// What a visitor set in the side panel, kept in one cookie (`hc_demo`), and what it puts into the pages.
// The panel is drawn by the server as an empty frame, so that opening it never shifts a page that has been painted.
import { fill } from "./pages.mjs";

const REGIONS = ["CN", "FR", "US-CA", ""];
const OPEN = ["auto", "open", "closed"];

/** @typedef {{ region: string, gpc: boolean, open: string }} PanelState */

/** @returns {PanelState} */
export function readPanel(cookies, region) {
  const set = new URLSearchParams(cookies.hc_demo ?? "");
  const chosen = set.get("region");
  const open = set.get("open") ?? "";
  return {
    region: chosen !== null && REGIONS.includes(chosen) ? chosen : region,
    gpc: set.get("gpc") === "1",
    open: OPEN.includes(open) ? open : "auto",
  };
}

/** The cookie after a change in the panel. */
export function panelCookie(cookies, form) {
  const set = new URLSearchParams(cookies.hc_demo ?? "");
  for (const key of ["region", "gpc", "open"]) {
    const value = form.get(key);
    if (value !== null) set.set(key, value);
  }
  return `hc_demo=${set}; Path=/; SameSite=Lax`;
}

const GPC = `<script nonce="{{nonce}}">
      // Set by the side panel: what a browser with Global Privacy Control switched on tells every page.
      Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true, configurable: true });
    </script>
    `;

const HEAD = `<link rel="stylesheet" href="/panel/panel.css">
    <script src="/panel/early.js" nonce="{{nonce}}"></script>
    <script src="/panel/panel.js" type="module" nonce="{{nonce}}"></script>`;

const FRAME = `<aside id="panel" class="pn" aria-label="{{label}}" data-region="{{region}}" data-gpc="{{gpc}}"></aside>`;

/** @param {PanelState} state */
export function panelValues(state, { shown, nonce, language }) {
  const label = language === "en" ? "Demo: what this page asks, holds and sends" : "演示：本页请求、拦下和发出了什么";
  return {
    gpcScript: state.gpc ? fill(GPC, { nonce }) : "",
    regionAttribute: state.region ? ` data-region="${state.region}"` : "",
    panelAttribute: shown ? ` data-panel="${state.open}"` : "",
    panelHead: shown ? fill(HEAD, { nonce }) : "",
    panelFrame: shown ? fill(FRAME, { label, region: state.region, gpc: String(state.gpc) }) : "",
  };
}
