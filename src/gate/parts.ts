// Loads our other files. They hand themselves in under `window.assent[PARTS]`, because `import()` is no ES2019 syntax:
// a browser that cannot parse it would lose the gate with it.
import { trust } from "./trust";

const parts: { [name: string]: unknown } = {};
let base = "";
let nonce = "";
let failures = "";

/** `address` of one of our files, which the others are beside; the nonce that they inherit. */
export function setBase(address: string, ownNonce: string): void {
  base = address;
  nonce = ownNonce;
}

/** The address of one of our files, by its name in `dist/`. What marks a release (`?v=3`) goes for all of them. */
export function partUrl(name: string): string {
  return new URL(base.replace(/[^/?]*(\?|$)/, `${name}$1`), location.href).href;
}

/** What a file calls when it has been loaded; also how an all-in-one file gives its parts. */
export function handIn(name: string, part: unknown): void {
  parts[name] = part;
}

/**
 * Loads a file that hands itself in. Asked again after a failure, it is fetched again.
 * @param next a file that this one will import, to be fetched beside it.
 */
export function loadPart(name: string, next?: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const give = (): void => resolve(parts[name]);
    if (parts[name]) give();
    else {
      if (next) add("link", { rel: "modulepreload", href: partUrl(next) });
      add("script", {
        type: "module",
        // The module map keeps failures: only another address is fetched again (HTML, "fetch a single module script").
        src: trust("createScriptURL", partUrl(name) + failures),
        onload: give,
        onerror() {
          failures += "#";
          reject(new Error(`${partUrl(name)} is missing. Put it there, or set data-ui.`));
        },
      });
    }
  });
}

function add(tag: string, properties: object): void {
  document.head.append(Object.assign(document.createElement(tag), properties, { nonce }));
}
