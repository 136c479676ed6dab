// Follows the page as it grows: one observer, one callback.

export function isParsing(): boolean {
  return document.readyState === "loading";
}

/** Whether the parser is past an element: in the middle of one it may stop for the network. */
export function isWhole(element: Node | null): boolean {
  let node = element;
  while (node && !node.nextSibling) node = node.parentNode;
  return !!node || !isParsing();
}

/** Calls back with what was added to the document, and with nothing when the parser has finished. */
export function watch(tell: (added: readonly Node[]) => void): void {
  new MutationObserver((records) => tell(records.flatMap(({ addedNodes }) => Array.from(addedNodes)))).observe(
    document,
    {
      childList: true,
      subtree: true,
    },
  );
  document.addEventListener("readystatechange", () => tell([]));
}
