// `document.write` from a released script: what it writes goes where the tag stands, instead of wiping the page, which
// is what the platform does once parsing is over. The methods are replaced only while such a script can be running.

/** What each script that may be running has written. Buffered to its end: half a tag a call is common. */
const written = new Map<Element, string>();
let restore: (() => void)[] = [];

/** Returns what the script has written, to be called when it has run. */
export function catchWrites(script: Element): () => string | undefined {
  if (!written.size) restore = [replace("write", ""), replace("writeln", "\n")];
  written.set(script, "");
  return () => {
    const text = written.get(script);
    written.delete(script);
    if (!written.size) for (const undo of restore) undo();
    return text;
  };
}

function replace(name: "write" | "writeln", end: string): () => void {
  const before = document[name];
  const isOwn = Object.keys(document).includes(name);
  document[name] = (...parts: unknown[]): void => {
    const writer = document.currentScript as Element;
    const text = written.get(writer);
    if (text === undefined) before.apply(document, parts as string[]);
    else written.set(writer, text + parts.join("") + end);
  };
  return () => {
    if (isOwn) document[name] = before;
    else delete (document as Partial<Document>)[name];
  };
}
