// What an object or list of the config must be as a whole, once its parts have been looked at one by one.
// What spans several of them is in check-across.ts.
import { nearest, quoted } from "./check-nearest";
import { type Bag, flag, isBag, isText, type Rule, type Test, wrongType } from "./check-shape";
import { inEach } from "./check-words";

/** They bring their own texts. */
export const BUILT_IN = ["necessary", "preferences", "operations", "analytics"];

export const category: Test<Bag> = ({ id, required, name, purpose }, spot) => {
  if (!isText(id)) return;
  if (id === "necessary" && required === false) {
    spot
      .at("required")
      .error('"necessary" needs no consent and cannot be switched off.', 'Write "required": true, or use another id.');
  }
  if (id === "analytics" && required === true) {
    spot
      .at("required")
      .warn(
        "Analytics are switched on for everybody.",
        "Take it out, unless the law exempts these very tools from consent.",
      );
  }
  if (BUILT_IN.includes(id)) return;
  const meant = nearest(id, BUILT_IN);
  for (const [key, value] of Object.entries({ name, purpose })) {
    if (value !== undefined) continue;
    spot
      .at(key)
      .error(
        `"${key}" is missing: ${quoted([id])} is not built in and has no texts of its own.`,
        `Write "${key}": ${inEach(spot.facts.languages)}${meant ? `, or the id ${quoted([meant])}` : ""}.`,
      );
  }
};

export const categories: Test<readonly unknown[]> = (list, spot) => {
  if (!list.length) spot.error("There is no category, so nothing can be asked.", 'Write [{ "id": "analytics" }].');
};

export const languages: Test<readonly unknown[]> = (list, spot) => {
  if (!list.length) spot.error("No language is offered.", 'Write ["zh-CN", "en"], or leave the key out.');
  distinct(list, spot);
};

export const distinct: Test<readonly unknown[]> = (list, spot) => {
  list.forEach((value, i) => {
    const first = list.indexOf(value);
    if (isText(value) && first < i) spot.at(i).warn(`${quoted([value])} is listed twice.`, "Remove one of them.");
  });
};

export const service: Test<Bag> = (bag, spot) => {
  if (["vendor", "hosts", "cookies", "storage"].every((key) => bag[key] === undefined)) {
    spot.warn(
      "It neither names a vendor nor lists hosts, cookies or storage, so nothing can be held or declared.",
      'Write "vendor", or "hosts" and "cookies".',
    );
  }
};

export const vendor =
  (known: Test): Test =>
  (value, spot) => {
    if (/^[a-z0-9][a-z0-9-]*$/.test(value)) known(value, spot);
    else
      spot.error(
        `${quoted([value])} cannot be a vendor's id.`,
        "Write an id of the catalogue, in small letters, digits and hyphens.",
      );
  };

export const crossBorder: Test<Bag> = ({ country }, spot) => {
  if (country === "CN")
    spot
      .at("country")
      .warn(
        "Data that stay in China do not cross its border.",
        'Write the country they go to, or take "crossBorder" out.',
      );
};

export const consentCalls: Test<Bag> = ({ revoke, stops }, spot) => {
  if (stops === true && !(Array.isArray(revoke) && revoke.length)) {
    spot
      .at("stops")
      .error(
        'Nothing stops the tool: "revoke" has no steps.',
        'Write the steps that stop it in "revoke", or take "stops" out.',
      );
  }
};

/** One step does one thing, and the key says which. */
export function oneOfSteps(kinds: { readonly [kind: string]: Rule }): Rule {
  const names = Object.keys(kinds);
  return {
    sample: '{ "push": "_paq", "args": [["requireConsent"]] }',
    check(value, spot) {
      if (!isBag(value)) {
        spot.error(wrongType("an object", value), 'Write { "push": "_paq", "args": [["requireConsent"]] }.');
        return;
      }
      const present = names.filter((name) => Object.hasOwn(value, name));
      const [kind = "", second] = present;
      if (second)
        spot.error(
          `The step has ${quoted(present)}, and only one thing can be done in a step.`,
          "Make a step of each, in the order wanted.",
        );
      else if (kind) kinds[kind]?.check(value, spot);
      else {
        const meant = Object.keys(value)
          .map((key) => [key, nearest(key, names)])
          .find(([, name]) => name);
        spot.error(
          "The step does not say what to do.",
          meant
            ? `Write "${meant[1]}" instead of "${meant[0]}".`
            : `Write one of ${quoted(names)}, such as { "push": "_paq", "args": [["requireConsent"]] }.`,
        );
      }
    },
  };
}

export const flagOr = (rule: Rule): Rule => ({
  sample: "true",
  check(value, spot) {
    if (isText(value) || isBag(value)) rule.check(value, spot);
    else if (typeof value !== "boolean") spot.error(wrongType("true, false or a text", value), `Write ${flag.sample}.`);
  },
});

export const controller: Test<Bag> = (bag, spot) => {
  if (spot.facts.regime && ["phone", "email", "address", "rightsUrl"].every((key) => bag[key] === undefined)) {
    spot.warn("Visitors are not told how to reach the controller.", 'Write "email", "phone" or "address".');
  }
};

export const phone: Test = (value, spot) => {
  if (!/\d.*\d.*\d/.test(value))
    spot.error(`${quoted([value])} is no telephone number.`, 'Write it with its digits, such as "400-000-0000".');
};

export const blocking: Test<Bag> = ({ scope, allow }, spot) => {
  if (scope !== "all" && Array.isArray(allow) && allow.length) {
    spot
      .at("allow")
      .warn('"allow" has no effect: only listed hosts are held.', 'Write "scope": "all", or take "allow" out.');
  }
};

export const cookie: Test<Bag> = ({ name, days = 180, refusalDays = 180, domain, path }, spot) => {
  if (typeof refusalDays === "number" && typeof days === "number" && refusalDays < days) {
    spot.at("refusalDays").warn("A no is asked again sooner than a yes.", `Write "refusalDays": ${days}.`);
  }
  if (!isText(name)) return;
  if (name.startsWith("__Host-") && (domain !== undefined || (path ?? "/") !== "/")) {
    spot
      .at("name")
      .error(
        'Browsers refuse a "__Host-" cookie that has a domain or a path.',
        `Write ${quoted([name.slice(7)])}, or take "domain" and "path" out.`,
      );
  }
};
