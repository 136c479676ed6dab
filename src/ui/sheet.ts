// Style sheets without a `<style>`, so that a strict CSP needs no exception.

/** Puts styles in force on the page or in a shadow root. What comes back changes them. */
export const adopt = (target: DocumentOrShadowRoot, styles: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  target.adoptedStyleSheets.push(sheet);
  return sheet;
};
