// One observer for everything that waits for the page to grow, or for the parser to finish.

type Watcher = (added: readonly Node[]) => void;

let watchers: readonly Watcher[] = [];

/** Calls back with what was added to the document, and with nothing when the parser has finished. Returns the way to stop. */
export function watch(watcher: Watcher): () => void {
  if (!watchers.length) {
    const tell = (records: readonly MutationRecord[]): void => {
      const added = records.flatMap(({ addedNodes }) => Array.from(addedNodes));
      for (const one of watchers) one(added);
    };
    new MutationObserver(tell).observe(document, { childList: true, subtree: true });
    document.addEventListener("readystatechange", () => tell([]));
  }
  watchers = [...watchers, watcher];
  return () => {
    watchers = watchers.filter((one) => one !== watcher);
  };
}

/** Runs once, as soon as the page is as far as `test` wants it: at once if it is already. */
export function when(test: () => unknown, run: () => void): void {
  if (test()) run();
  else {
    const stop = watch(() => {
      if (!test()) return;
      stop();
      run();
    });
  }
}

export function isParsing(): boolean {
  return document.readyState === "loading";
}

/** Whether the parser is past an element: in the middle of one it may stop for the network. */
export function isWhole(element: Node | null): boolean {
  let node = element;
  while (node && !node.nextSibling) node = node.parentNode;
  return !!node || !isParsing();
}
