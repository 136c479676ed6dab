// Every data shape of Assent, documented. The JSON Schema of the config is generated from this file.
// It holds no code and imports nothing.

/** A text: one string for every language, or a map from language tag (`"en"`, `"zh-CN"`) to string. */
export type Text = string | { [tag: string]: string };

/** The config as its owner writes it: one JSON object. Only `categories` must be there. */
export interface ConfigFile {
  /** Where the JSON Schema is, for editors. */
  $schema?: string;
  /**
   * Number of the notice's content. Raise it when a purpose, a method or a kind of data changes: everyone is asked again.
   * @default 1
   * @minimum 1
   * @asType integer
   */
  revision?: number;
  /**
   * Date of the last change of the notice, `YYYY-MM-DD`.
   * @pattern ^\d{4}-\d{2}-\d{2}$
   */
  lastUpdated?: string;
  /**
   * Date from which the new revision applies, `YYYY-MM-DD`. Until then it is announced, and nobody is asked.
   * @pattern ^\d{4}-\d{2}-\d{2}$
   */
  effectiveFrom?: string;
  /** What changed since the revision before, shown when asking again. */
  changes?: Text;
  /** Who decides on the purposes and answers for them. */
  controller?: Controller;
  /**
   * Languages offered, the site's first one first (BCP 47 tags). Each needs `locale/<tag>.js` beside the script.
   * @default ["zh-CN", "en"]
   * @minItems 1
   */
  languages?: string[];
  /**
   * Which regime applies where: an ISO 3166 code (`"CN"`, `"US-CA"`) to a regime; `"*"` for every other or unknown region.
   * @default the built-in table, `"*": "strictest"`
   */
  regimes?: { [region: string]: RegimeId };
  /**
   * What the visitor switches, in the order shown.
   * @minItems 1
   */
  categories: Category[];
  /** The tools in use on this site. Add new ones at the end. */
  services?: Service[];
  /** How third-party requests are held. */
  blocking?: Blocking;
  /** Where the choice is kept, and for how long. */
  cookie?: CookieOptions;
  /** Machine messages about consent, in and out. */
  signals?: Signals;
  /** The visitor's own history of choices, and where a copy goes. */
  records?: Records;
  /** How the banner and the preference centre look. */
  ui?: UiOptions;
}

/** The operator of the site, as the notice must name it (PIPL 17, GDPR 13). */
export interface Controller {
  /**
   * A name for machines. Consent given to one controller never counts for another.
   * @pattern ^[A-Za-z0-9_-]+$
   */
  id?: string;
  /** Legal name. */
  name: Text;
  /** Postal address. */
  address?: Text;
  /** Hotline. */
  phone?: string;
  /** Address for questions and requests. */
  email?: string;
  /** Person or office in charge of personal information. */
  officer?: Text;
  /**
   * Days within which a request is answered.
   * @default 30
   * @minimum 1
   * @asType integer
   */
  responseDays?: number;
  /** The privacy policy. */
  policyUrl?: Text;
  /** Where people use their rights: see, copy, correct, delete. */
  rightsUrl?: Text;
  /** The host names that one choice counts for. @default the host of the page */
  hosts?: string[];
}

/** The jurisdictions whose rules are built in. */
export type RegimeId = "cn" | "eu" | "uk" | "us-ca" | "us" | "br" | "in" | "qc" | "strictest";

/** One switch. The ids `necessary`, `preferences`, `operations` and `analytics` bring their own texts. */
export interface Category {
  /**
   * Letters, digits, `-` and `_`; used in `data-consent`.
   * @pattern ^[A-Za-z0-9_-]+$
   */
  id: string;
  /** Needs no consent, cannot be switched off. @default true for `necessary`, else false */
  required?: boolean;
  /** Name beside the switch. Needed unless the id is built in. */
  name?: Text;
  /** What it is for, in one or two sentences. Needed unless the id is built in. */
  purpose?: Text;
  /** What stops working without it. */
  without?: Text;
}

/** One tool on this site. What it does not say itself is taken from the vendor's catalogue entry. */
export interface Service extends Tool {
  /**
   * Letters, digits, `-` and `_`; unlike every category's id.
   * @pattern ^[A-Za-z0-9_-]+$
   */
  id: string;
  /** The category that switches it. */
  category: string;
  /**
   * Id of a catalogue entry, see `catalog.json`.
   * @pattern ^[a-z0-9][a-z0-9-]*$
   */
  vendor?: string;
  /** Personal data leave the country: the fields of PIPL 39. A switch of its own where the regime asks for it. */
  crossBorder?: CrossBorder;
  /** It handles sensitive personal information: why, and with what effect (PIPL 30). A switch of its own likewise. */
  sensitive?: Text;
  /** It gives personal data to another handler, who decides on them itself (PIPL 23). A switch of its own likewise. */
  provides?: Text;
}

/** What a tool is and does: the fields that a service and a catalogue entry share. */
export interface Tool {
  /** Product name. */
  name?: Text;
  /** What this tool is used for. */
  purpose?: Text;
  /** Host names it is loaded from or sends to; `*.example.com` covers every sub-domain. */
  hosts?: string[];
  /** Cookies it sets on this site. */
  cookies?: StoredItem[];
  /** Keys it writes to localStorage, sessionStorage or IndexedDB. */
  storage?: StoredItem[];
  /** Company that receives the data. */
  recipient?: Text;
  /** Where the data are kept. */
  dataLocation?: Text;
  /** How long the data are kept. */
  retention?: Text;
  /** The recipient's own policy. */
  policyUrl?: Text;
  /** How the tool itself is told about consent. */
  consent?: ConsentCalls;
}

/** A cookie or a storage key. */
export interface StoredItem {
  /** Exact name; `*` stands for any characters; `/…/` is a regular expression. */
  name: string;
  /** Where it is kept. @default "cookie" in `cookies`, "local" in `storage` */
  kind?: "cookie" | "local" | "session" | "indexeddb";
  /** How long it stays: `"session"`, or a text such as `"13 months"`. */
  retention?: Text;
  /** What it is for. */
  purpose?: Text;
}

/** Transfer of personal data out of the country: what PIPL 39 wants told. */
export interface CrossBorder {
  /** Who receives the data abroad. */
  recipient: Text;
  /**
   * ISO 3166 code of the country.
   * @pattern ^[A-Z]{2}$
   */
  country: string;
  /** How to reach the recipient. */
  contact: Text;
  /** What the recipient uses the data for. */
  purpose: Text;
  /** How the data get there and are handled. */
  method: Text;
  /** Which kinds of data are transferred. */
  data: Text;
  /** How to use one's rights against the recipient. */
  rights: Text;
}

/** A tool's own consent interface as data; the steps run in order. */
export interface ConsentCalls {
  /** Before the tool's loader runs, whatever was chosen. */
  default?: ConsentStep[];
  /** When consent is given, and on every later page. */
  grant?: ConsentStep[];
  /** When it is withdrawn. */
  revoke?: ConsentStep[];
  /** The tool really stops after `revoke`, so that the page need not be loaded again. @default false */
  stops?: boolean;
}

/** One step of a tool's consent interface. Paths are dotted names below `window`. */
export type ConsentStep =
  /** Creates the queueing function that the tool's published snippet creates, unless it is there. */
  | {
      /** Path of the function. */
      stub: string;
      /** Name of the array, on the function, that keeps its calls. */
      queue: string;
    }
  /** Pushes on an array, which is created if need be: `{ "push": "_paq", "args": [["requireConsent"]] }`. */
  | {
      /** Path of the array. */
      push: string;
      /** What is pushed, one item each. */
      args: Json[];
    }
  /** Calls a function with arguments, if it is there. */
  | {
      /** Path of the function. */
      call: string;
      /** Its arguments. */
      args: Json[];
    }
  /** Assigns a value. */
  | {
      /** Path of what is assigned. */
      set: string;
      /** The value it gets. */
      value: Json;
    };

/** Anything that JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** How third-party requests are held while something is refused. */
export interface Blocking {
  /** `known`: hosts of the listed services. `all`: every other site but `allow`. @default "known" */
  scope?: "known" | "all";
  /** `csp` adds a Content-Security-Policy while something is refused; granting then reloads. @default "script" */
  enforce?: "script" | "csp";
  /** Hosts never held with `scope: "all"`. @default [] */
  allow?: string[];
}

/** The cookie that keeps the choice. */
export interface CookieOptions {
  /** Its name. @default "assent" */
  name?: string;
  /**
   * Days until a yes is asked again.
   * @default 180
   * @minimum 1
   * @maximum 400
   * @asType integer
   */
  days?: number;
  /**
   * Days until a no is asked again.
   * @default 180
   * @minimum 1
   * @maximum 400
   * @asType integer
   */
  refusalDays?: number;
  /** `.example.cn` shares the choice with sub-domains. @default the host of the page alone */
  domain?: string;
  /** The part of the site that it counts for. @default "/" */
  path?: string;
}

/** What the page hears about consent, and what it tells its tools. */
export interface Signals {
  /** Listen to Global Privacy Control. It can only turn things off. @default true */
  gpc?: boolean;
  /** Tell Google's tags (Consent Mode v2). @default off */
  google?: GoogleSignals;
  /** Push `{ event: "consent_update", consent }` on `window.dataLayer` after each update. @default true with `google` */
  dataLayer?: boolean;
}

/** Google's seven consent types. */
export type GoogleType =
  | "ad_storage"
  | "ad_user_data"
  | "ad_personalization"
  | "analytics_storage"
  | "functionality_storage"
  | "personalization_storage"
  | "security_storage";

/** How Google's tags are told. */
export interface GoogleSignals {
  /**
   * `basic`: Google's tags wait for consent like any other. `advanced`: they may load before, and are told "denied";
   * they then send pings without cookies. Leave such tags unmarked.
   * @default "basic"
   */
  mode?: "basic" | "advanced";
  /**
   * Which category or service grants which type.
   * @default ad types: `marketing`; analytics: `analytics`; functionality, personalization: `preferences`; security: always
   */
  types?: { [type in GoogleType]?: string };
  /** ISO 3166-2 codes that the default applies to. @default everywhere */
  region?: string[];
  /**
   * Milliseconds that Google's tags wait for the update.
   * @default 500
   * @minimum 0
   * @asType integer
   */
  waitForUpdate?: number;
  /**
   * What else Google's tags are told, by Google's names: `url_passthrough: true` lets click identifiers travel in links.
   * @default { "ads_data_redaction": true }
   */
  set?: { [name: string]: boolean };
}

/** The receipts of a visitor's choices. */
export interface Records {
  /**
   * How many receipts the visitor's browser keeps. 0 keeps none.
   * @default 20
   * @minimum 0
   * @asType integer
   */
  keep?: number;
  /** Where each receipt is also sent. @default nowhere */
  url?: string;
}

/** How the interface looks and behaves. */
export interface UiOptions {
  /** `bar`: across the page; `box`: a card in a corner; `centred`: a card in the middle of the lower half. @default "bar" */
  layout?: "bar" | "box" | "centred";
  /** Where on the page the banner stands. @default "bottom" */
  position?: "top" | "bottom" | "bottom-start" | "bottom-end";
  /** Light, dark, or as the visitor's system is set. @default "auto" */
  theme?: "auto" | "light" | "dark";
  /** Show the small button that leads back to the preferences; a text gives it another label. @default true */
  revisit?: boolean | Text;
  /** Load the page again after a withdrawal when a tool that has run cannot be stopped. @default true */
  reloadOnWithdraw?: boolean;
  /** Replaces single texts of the interface; the keys are those of `locales/en.json`. */
  texts?: { [key: string]: Text };
}

/** The config that everything else works with: complete, checked for shape, frozen. */
export interface Config
  extends Required<
    Omit<
      ConfigFile,
      | "$schema"
      | "effectiveFrom"
      | "changes"
      | "controller"
      | "lastUpdated"
      | "services"
      | "categories"
      | "blocking"
      | "cookie"
      | "signals"
      | "records"
      | "ui"
    >
  > {
  readonly lastUpdated?: string;
  readonly effectiveFrom?: string;
  readonly changes?: Text;
  readonly controller?: Controller;
  readonly categories: readonly (Category & { required: boolean })[];
  readonly services: readonly Service[];
  readonly blocking?: Blocking;
  readonly cookie: Required<Omit<CookieOptions, "domain">> & { domain?: string };
  readonly signals: Signals & { gpc: boolean; dataLayer: boolean };
  readonly records?: Records;
  readonly ui: UiOptions & Required<Pick<UiOptions, "theme" | "revisit" | "reloadOnWithdraw">>;
}

/** Why a service needs a consent of its own (单独同意). */
export type SeparateKind = "crossBorder" | "sensitive" | "provides";

/** The rules of one jurisdiction, as far as the gate and the interface act on them. */
export interface Regime {
  id: RegimeId;
  /** What holds before a choice: nothing optional, everything, everything with a notice. */
  model: "opt-in" | "opt-out" | "notice";
  /** What asks for separate consent. */
  separate: readonly SeparateKind[];
  /** Days until asking again: no longer than `yes` after a yes, no sooner than `no` after a no. */
  yes: number;
  no: number;
}

/** What we keep of a visitor's choice. */
export interface ConsentRecord {
  /** Revision of the notice that was answered. */
  readonly revision: number;
  /** Seconds since 1970-01-01 UTC. */
  readonly time: number;
  /** Global Privacy Control was heard when the choice was made. */
  readonly gpc: boolean;
  /** By category and service id, required ones left out. */
  readonly consents: Consents;
}

export type Consents = { readonly [id: string]: boolean };

/** What holds now, and why. */
export interface State {
  /** By category and service id. */
  readonly consents: Consents;
  /** A valid record exists. */
  readonly decided: boolean;
  /** Where `consents` comes from. `closed`: there is no config to go by, so nothing is granted. */
  readonly basis: "choice" | "regime" | "gpc" | "closed";
  readonly regime: RegimeId;
  /** Tag of the language shown. */
  readonly language: string;
  /** Global Privacy Control was heard and is honoured. */
  readonly gpc: boolean;
  /** The last record that could be read, valid or not; null if none. */
  readonly record: ConsentRecord | null;
}

/** How a choice was made. */
export type Method = "banner" | "preferences" | "link" | "api" | "embed";

/** The readable copy of one choice. */
export interface Receipt {
  /** ISO 8601, UTC, by the visitor's clock. */
  readonly time: string;
  readonly act: Act;
  readonly method: Method;
  readonly language: string;
  readonly regime: RegimeId;
  readonly revision: number;
  readonly gpc: boolean;
  readonly consents: Consents;
}

/** One choice. */
export type Act = "accept-all" | "reject-all" | "save" | "withdraw" | "reset";

/** Texts of one language: `locales/<tag>.json`. */
export type Texts = { readonly [key: string]: string };
