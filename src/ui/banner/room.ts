// Keeps what the keyboard reaches on the page from hiding under the banner (WCAG 2.4.11, technique C43).
// One rule in a style sheet of its own on the document; it moves nothing, and goes with the banner.
import { adopt } from "../sheet";
import { view } from "../view";

/** Shows the banner above everything and keeps room for it as long as it is there. It is meant as a `ref`. */
export const keepRoom = (banner: HTMLElement | null): void => {
  if (!banner) return;
  banner.showPopover();
  const sheet = adopt(document, "");
  // An element that is taken out has changed its size, so this also hears of the end.
  new ResizeObserver(() =>
    sheet.replaceSync(
      banner.isConnected
        ? `:root{scroll-padding-${view.config.ui.position === "top" ? "top" : "bottom"}:${banner.offsetHeight + 32}px}`
        : "",
    ),
  ).observe(banner);
};
