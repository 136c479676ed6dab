// Keeps what the keyboard reaches on the page from hiding under the banner (WCAG 2.4.11, technique C43).
// One rule in a style sheet of its own on the document; it moves nothing, and goes with the banner.

/** Shows the banner above everything and keeps room for it. Returns the way to undo that: it is meant as a `ref`. */
export const keepRoom = (banner: HTMLElement | null): (() => void) | undefined => {
  if (!banner) return;
  banner.showPopover();
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const observer = new ResizeObserver(() =>
    sheet.replaceSync(`:root{scroll-padding-${banner.dataset.edge}:${banner.offsetHeight + 32}px}`),
  );
  observer.observe(banner);
  return () => {
    observer.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
};
