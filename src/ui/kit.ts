// What assent-ui.js hands to the preference centre when it arrives: Preact and the shared pieces, so that none is loaded
// twice. Only `ui/centre/` imports from here; nothing here may import a value, or it would be bundled a second time.
import type { JSX as PreactJSX, h as preactH, VNode } from "preact";
import type * as pieces from "./pieces";
import type * as views from "./view";

export interface Kit {
  h: typeof preactH;
  Button: typeof pieces.Button;
  Choice: typeof pieces.Choice;
  Choices: typeof pieces.Choices;
  LanguageSwitch: typeof pieces.LanguageSwitch;
  plain: typeof views.plain;
  say: typeof views.say;
}

/** What assent-centre.js gives back. */
export interface Centre {
  /** Its style sheet. */
  readonly css: string;
  /** Puts it on screen with a fresh draft, unless it is there; with an id, at that category or service. */
  open(view: views.View, id?: string): void;
  Dialog(props: { view: views.View }): VNode;
}

export interface CentreModule {
  createCentre(kit: Kit): Centre;
}

export let h: Kit["h"];
export let Button: Kit["Button"];
export let Choice: Kit["Choice"];
export let Choices: Kit["Choices"];
export let LanguageSwitch: Kit["LanguageSwitch"];
export let plain: Kit["plain"];
export let say: Kit["say"];

/** TypeScript looks for the JSX types under the factory's name, which here is a variable. */
export declare namespace h {
  namespace JSX {
    type Element = PreactJSX.Element;
    type ElementType = PreactJSX.ElementType;
    type ElementChildrenAttribute = PreactJSX.ElementChildrenAttribute;
    type IntrinsicAttributes = PreactJSX.IntrinsicAttributes;
    type IntrinsicElements = PreactJSX.IntrinsicElements;
  }
}

export const provide = (kit: Kit): void => {
  ({ h, Button, Choice, Choices, LanguageSwitch, plain, say } = kit);
};
