// The two doors between the gate, the page and the interface. Types, event names and one symbol; no behaviour.
import type { Act, Config, Consents, Method, Receipt, Service, State, Texts } from "./types";

export type Layer = "banner" | "preferences";

/** What each event carries; the DOM event of the same name (`assent:change` …) has it as `detail`. */
export interface Events {
  /** The config is known and the first decision has been applied. */
  ready: State;
  /** What holds has changed: after signals, cleanup and release. */
  change: State;
  open: { layer: Layer };
  close: { layer: Layer };
  /** Something failed: what, and what to do about it. */
  error: { message: string };
}

/** What pages may call: `window.assent`. No method throws. */
export interface AssentApi {
  /** Whether a category or service is granted now. Unknown ids are not. */
  has(id: string): boolean;
  readonly state: State;
  /** Grants every category; never what needs separate consent. Resolves when the choice has taken effect. */
  acceptAll(): Promise<void>;
  /** Refuses everything optional. */
  rejectAll(): Promise<void>;
  /** Sets single ids, categories before services; ids not named stay as they are. */
  save(choice: Consents): Promise<void>;
  /** Turns one id off, or all. */
  withdraw(id?: string): Promise<void>;
  /** Forgets the record; the visitor is asked again. */
  reset(): Promise<void>;
  /** Shows a layer; its files are loaded at the first call. */
  open(layer?: Layer): Promise<void>;
  close(): void;
  /** Listens. A late listener of `ready` and `change` hears the present state. Returns the way to stop. */
  on<E extends keyof Events>(event: E, listener: (detail: Events[E]) => void): () => void;
  /** Resolves once the id is granted, now or later. */
  granted(id: string): Promise<void>;
  /** Asks for one thing, just in time. Resolves with the answer when the layer closes. */
  request(id: string): Promise<boolean>;
  setLanguage(tag: string): void;
  /** The visitor's own history, oldest first. */
  receipts(): readonly Receipt[];
  /** Runs a function with the API: what the queue before loading does, at once. */
  push(...calls: ((assent: AssentApi) => void)[]): void;
  readonly version: string;
}

/** What the gate may call. */
export interface Ui {
  /** Shows a layer; with an id, the preference centre at that category or service. Resolves when it is on screen. */
  open(layer: Layer, id?: string): Promise<void>;
  close(): void;
  /** The state or the language has changed: show it. */
  update(): void;
}

/** What the interface may ask of the gate. */
export interface UiContext {
  readonly api: AssentApi;
  readonly config: Config;
  /** Where the interface lives: the open shadow root on `#assent-root`. */
  readonly root: ShadowRoot;
  /** Whether a service has a switch of its own that "accept all" does not move. */
  isSeparate(service: Service): boolean;
  /** Makes a choice. Closes the layer first. */
  choose(act: Act, method: Method, draft?: Consents): void;
  /** A layer was closed by the visitor without a choice. */
  closed(): void;
  /** A file of ours, by its name in `dist/`: `"assent-centre.js"`, `"locale/en.js"`. */
  url(name: string): string;
}

export interface UiModule {
  mount(context: UiContext): Ui;
}

export interface LocaleModule {
  texts: Texts;
}

/** Key on `window.assent` under which files loaded later hand themselves in; see `gate/parts.ts`. */
export const PARTS: unique symbol = Symbol.for("assent.parts");
